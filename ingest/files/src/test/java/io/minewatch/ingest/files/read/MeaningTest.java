package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.readings;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.define.PointDefinition;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileReading;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.PersonFix;
import io.minewatch.ingest.files.found.RecordFault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the fields of the main formats come to. */
class MeaningTest {
  private static final String POINT = "14092102133701MN0001A001";
  private static final String AREA = "1409210213370008";

  @Test
  void aReadingKeepsValueUnitRawStateAndTheMinesTimeAsAnInstant() {
    FileReading reading =
        readings(Dropped.read("CDSS", file(POINT + ";环境瓦斯;上隅角;0.31;%;4;2026-01-01 07:59:58")))
            .readings()
            .get(0);

    assertThat(reading.point().value()).isEqualTo(POINT);
    assertThat(reading.measure()).isEqualTo(Measure.METHANE);
    assertThat(reading.value()).isEqualTo(0.31);
    assertThat(reading.unit()).isEqualTo("%");
    assertThat(reading.at()).isEqualTo(Instant.parse("2025-12-31T23:59:58Z"));
    assertThat(reading.quality()).isEqualTo(Quality.CALIBRATION);
    assertThat(reading.rawState()).isEqualTo("4");
  }

  @Test
  void readingsBecomeBatchesThatAMessageCanCarry() {
    String[] records = new String[ReadingBatch.MAX_READINGS + 5];
    Arrays.fill(records, POINT + ";环境瓦斯;;0.31;%;0;2026-01-01 07:59:58");

    var packs = readings(Dropped.read("CDSS", file(records))).packs();

    assertThat(packs).extracting(pack -> pack.batch().size()).containsExactly(10_000, 5);
    assertThat(packs.get(1).batch().point(4)).isEqualTo(POINT);
    assertThat(packs.get(1).rawStates()).hasSize(5).containsOnly("0");
  }

  /** Inflow files carry no unit: 1.5 m3/min taken for 1.5 m3/h would hide an inrush. */
  @Test
  void aReadingWithoutUnitHasTheUnitOfItsDefinition() {
    PointDefinition point =
        ((Content.Points)
                taken(Dropped.read("YSLCDDY", file("W1;采区;;明渠;m³/min;1;2;3;2025-01-01"))).content())
            .points()
            .get(0);
    FileReader knowing =
        new FileReader(
            Dropped.FORMATS,
            Dropped.WORDS,
            FileRules.NATIONAL,
            (id, measure) ->
                id.equals(point.id()) && measure == point.measure() ? point.unit() : null);
    byte[] bytes =
        file("W1;0;1.5;2026-01-01 07:59:58", "W2;0;1.5;2026-01-01 07:59:58")
            .getBytes(StandardCharsets.UTF_8);

    FileResult.Taken read =
        taken(knowing.read(new Arrival(Dropped.name("YSLCDSS"), bytes, Dropped.MADE, Dropped.NOW)));

    assertThat(readings(read).readings()).extracting(FileReading::unit).containsExactly("m3/min");
    assertThat(Measure.INFLOW.factorFrom("m3/min")).isEqualTo(60);
    assertThat(read.refused())
        .as("a guess would hide an inrush")
        .singleElement()
        .satisfies(bad -> assertThat(bad.fault()).isEqualTo(RecordFault.UNKNOWN_UNIT))
        .satisfies(bad -> assertThat(bad.detail()).contains("definition", "W2"));
  }

  /** An id may be used by two systems of a mine: a level takes no unit of a flow. */
  @Test
  void aReadingWhoseUnitFieldIsEmptyHasTheUnitOfItsDefinitionToo() {
    FileReader knowing =
        new FileReader(
            Dropped.FORMATS,
            Dropped.WORDS,
            FileRules.NATIONAL,
            (id, measure) -> measure == Measure.METHANE ? "%" : null);
    byte[] bytes =
        file(
                POINT + ";环境瓦斯;;0.31;;0;2026-01-01 07:59:58",
                "W1;风速;;0.31;;0;2026-01-01 07:59:58",
                POINT + ";环境瓦斯;;0.31;%CH4;0;2026-01-01 07:59:58")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(
            readings(
                    knowing.read(
                        new Arrival(Dropped.name("CDSS"), bytes, Dropped.MADE, Dropped.NOW)))
                .readings())
        .extracting(FileReading::unit)
        .containsExactly("%", "", "%");
  }

  @Test
  void aSwitchIsReadFromItsWordOrItsNumber() {
    String code = "14092102133701KG1004A001";
    var readings =
        readings(
                Dropped.read(
                    "CDSS",
                    file(
                        code + ";设备开停;;开;;0;2026-01-01 07:59:58",
                        code + ";设备开停;;停;无;0;2026-01-01 07:59:58",
                        code + ";1004;;1;;0;2026-01-01 07:59:58")))
            .readings();

    assertThat(readings).extracting(FileReading::value).containsExactly(1.0, 0.0, 1.0);
    assertThat(readings).extracting(FileReading::measure).containsOnly(Measure.SWITCH);
  }

  @Test
  void theEightLimitsStandInTheNationalOrder() {
    PointDefinition point =
        ((Content.Points)
                taken(
                        Dropped.read(
                            "CDDY",
                            file(
                                POINT
                                    + ";01;F1;环境瓦斯;MN;%CH4;4;0;1.0;0.9;-0.01;;1.5;0.95;;;有;无;"
                                    + "上隅角;1;2;3;;2026-01-01 07:00:00")))
                    .content())
            .points()
            .get(0);

    assertThat(point.thresholds())
        .isEqualTo(
            Map.of(
                "high",
                4.0,
                "low",
                0.0,
                "upperAlarm",
                1.0,
                "upperRelease",
                0.9,
                "upperCut",
                1.5,
                "upperRestore",
                0.95));
    assertThat(point.name()).isEqualTo("上隅角");
    assertThat(point.measure()).isEqualTo(Measure.METHANE);
    assertThat(point.told()).containsEntry("substation", "F1").containsEntry("onText", "有");
  }

  @Test
  void whoIsInsideIsThereAtTheUploadTimeAndWhoHasLeftIsOutByThen() {
    var fixes =
        ((Content.Positions)
                taken(
                        Dropped.read(
                            "RYSS",
                            file(
                                "c-1;测试甲;1;2026-01-01 06:00:00;;"
                                    + AREA
                                    + ";2026-01-01 07:00:00;s-12;"
                                    + "2026-01-01 07:30:00;三八制;-3.50;求救;1;0;"
                                    + "s-11&2026-01-01 07:10:00,s-12&2026-01-01 07:30:00",
                                "c-2;测试乙;1;;;" + AREA + ";;s-12;2026-01-01 08:00:05;;;正常;0;0;",
                                "c-3;测试丙;2;;2026-01-01 07:50:00;" + AREA + ";;;;;1.25;正常;0;0;")))
                    .content())
            .fixes();

    Fix inside = fixes.get(0).fix();
    assertThat(inside.at()).isEqualTo(Dropped.MADE);
    assertThat(inside.underground()).isTrue();
    assertThat(String.valueOf(inside.zone())).isEqualTo(AREA);
    assertThat(inside.enteredZone()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(inside.distanceMetres()).isEqualTo(-3.5);
    assertThat(inside.leader()).isTrue();
    assertThat(inside.distress()).isTrue();
    assertThat(fixes.get(0).track())
        .extracting(PersonFix.Passing::station)
        .containsExactly("s-11", "s-12");
    assertThat(fixes.get(1).fix().at()).isEqualTo(Dropped.MADE);
    assertThat(fixes.get(2).fix().underground()).isFalse();
    assertThat(fixes.get(2).fix().zone()).isNull();
    assertThat(fixes.get(2).fix().at()).isEqualTo(Dropped.MADE);
    assertThat(fixes.get(2).told()).containsEntry("timeOut", "2026-01-01 07:50:00");
  }

  @Test
  void aDeviceWithMoreValuesHasAPointForEach() {
    Content.Readings slope =
        readings(
            Dropped.readJson(
                "gnssrealtime",
                "{\"send_time\":\"2026-01-01 08:00:00\",\"open_pit_no\":\"140921021337\",\"data\":["
                    + "{\"equip_no\":\"G1\",\"monitor_time\":\"2026-01-01 07:59:00\",\"x_disp\":\"1.5\","
                    + "\"y_disp\":-2,\"z_disp\":\"0.25\",\"x_speed\":\"1.4\"}]}"));

    assertThat(slope.readings())
        .extracting(each -> each.point() + " " + each.value() + " " + each.measure())
        .containsExactly(
            "G1.x_disp 1.5 DISPLACEMENT",
            "G1.y_disp -2.0 DISPLACEMENT",
            "G1.z_disp 0.25 DISPLACEMENT");
    assertThat(slope.told())
        .extracting(told -> told.field() + " " + told.text())
        .containsExactly("x_speed 1.4");
  }
}
