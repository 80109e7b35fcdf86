package io.minewatch.ingest.gateway.national;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.gateway.bridge.FileBridge.Ending;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:02Z");
  private static final String HEADER = "140921021337;模型煤矿;2026-01-01 08:00:00~";
  private static final String READING =
      "14092102133701MN000101;环境瓦斯;工作面;0.42;%;0;2026-01-01 08:00:01~";

  @TempDir Path temp;
  private NationalFile national;

  @BeforeEach
  void start() throws IOException {
    national =
        new NationalFile(
            Tables.formats(),
            Tables.words(),
            new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01"))),
            UnitsFile.open(temp.resolve("units.txt")));
  }

  private static FileContent file(String type, String text, Charset charset) {
    return new FileContent(
        "140921021337_" + type + "_20260101080000.txt", text.getBytes(charset), NOW);
  }

  private Translation read(String type, String text) {
    return national.translate(file(type, text, UTF_8), NOW);
  }

  @Test
  void readingsBecomeOnePackWithTheMinesOwnTimes() {
    FileContent file = file("CDSS", HEADER + READING + "||", Charset.forName("GBK"));
    assertThat(national.takes(file.name())).isTrue();
    assertThat(national.ending(file)).isEqualTo(Ending.COMPLETE);
    Translation read = national.translate(file, NOW);
    assertThat(read.refused()).isEmpty();
    assertThat(read.messages()).hasSize(1);
    assertThat(read.messages().get(0).kind()).isEqualTo(Topic.Kind.READINGS);
    assertThat(new String(read.messages().get(0).payload(), UTF_8))
        .contains(
            "\"bn\":\"140921021337/gw-01/\"",
            "\"n\":\"14092102133701MN000101\"",
            "\"bt\":1767225601",
            "\"v\":0.42");
  }

  @Test
  void aFileWithoutItsEndMarkIsWaitedFor() {
    assertThat(national.ending(file("CDSS", HEADER + READING, UTF_8))).isEqualTo(Ending.OPEN);
  }

  @Test
  void whatHasNoMessageIsRefusedWithTheReason() {
    assertThat(read("CDSS", HEADER + "||").refused()).hasSize(1);
    assertThat(read("CDSS", HEADER + "||").messages()).isEmpty();
    assertThat(read("RYSS", HEADER + "||").refused().get(0)).contains("failed generator");
    FileContent foreign =
        new FileContent(
            "999921021337_CDSS_20260101080000.txt",
            (HEADER + READING + "||").replace("140921021337", "999921021337").getBytes(UTF_8),
            NOW);
    assertThat(national.translate(foreign, NOW).messages()).isEmpty();
    assertThat(national.translate(foreign, NOW).refused().get(0)).contains("999921021337");
  }

  @Test
  void anAlarmOfTheMinesOwnSystemBecomesAMessage() throws WireException {
    Translation read =
        read(
            "YCBJ",
            HEADER
                + "14092102133701MN000101;环境瓦斯;工作面;%;001;2026-01-01 07:58:00;"
                + "2026-01-01 07:59:00;1.32;2026-01-01 07:58:30;0.4;2026-01-01 07:58:00;0.9;D-01;"
                + "原因;措施;张三;2026-01-01 08:00:00~||");
    assertThat(read.refused()).isEmpty();
    assertThat(read.messages().get(0).kind()).isEqualTo(Topic.Kind.OWN_ALARMS);
    assertThat(new String(read.messages().get(0).payload(), UTF_8))
        .doesNotContain("张三", "原因", "措施");
    OwnAlarm alarm = alarm(read);
    assertThat(alarm.kind()).isEqualTo(OwnAlarm.Kind.OVER_LIMIT);
    assertThat(alarm.subject()).isEqualTo(Subject.of(new PointId("14092102133701MN000101")));
    assertThat(alarm.begin()).isEqualTo("2025-12-31T23:58:00Z");
    assertThat(alarm.end()).isEqualTo("2025-12-31T23:59:00Z");
    assertThat(alarm.detail()).containsEntry("max", "1.32").containsEntry("cutArea", "D-01");
    assertThat(told(read)).as("by the clock of that system").isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void aCallForHelpNamesItsCardAndItsPlaceAndNobody() throws WireException {
    Translation read =
        read("RYQJ", HEADER + "123;张三;2026-01-01 06:00:00;2026-01-01 07:59:00;;face-1;;S-1;~||");
    assertThat(read.refused()).isEmpty();
    assertThat(new String(read.messages().get(0).payload(), UTF_8)).doesNotContain("张三");
    OwnAlarm alarm = alarm(read);
    assertThat(alarm.kind()).isEqualTo(OwnAlarm.Kind.DISTRESS);
    assertThat(alarm.subject()).isEqualTo(Subject.of(new CardId("123")));
    assertThat(alarm.zone()).isEqualTo(new ZoneId("face-1"));
    assertThat(alarm.end()).isNull();
  }

  @Test
  void aSlopeAlarmAndItsClearanceAreOneAlarm() throws WireException {
    String raised =
        "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[{\"equip_no\":\"GP01\","
            + "\"alarm_time\":\"2026-01-01 07:50:00\",\"alarm_level\":\"2\"}]}";
    String over =
        "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[{\"equip_no\":\"GP01\","
            + "\"alarm_time\":\"2026-01-01 07:50:00\",\"handle_time\":\"2026-01-01 07:55:00\","
            + "\"description\":\"李四已撤人\"}]}";
    OwnAlarm began = alarm(slope("GNSSALARM", raised));
    OwnAlarm ended = alarm(slope("CLEARALARM", over));
    assertThat(began.end()).isNull();
    assertThat(began.detail()).containsEntry("level", "2");
    assertThat(ended.kind()).isEqualTo(began.kind());
    assertThat(ended.subject()).isEqualTo(began.subject());
    assertThat(ended.begin()).isEqualTo(began.begin());
    assertThat(ended.end()).isEqualTo("2025-12-31T23:55:00Z");
    assertThat(ended.detail()).isEmpty();
  }

  @Test
  void anAlarmThatEndsBeforeItBeginsIsRefusedAndItsNeighbourSent() throws WireException {
    Translation read =
        read(
            "RYCY",
            HEADER
                + "face-1;9;11;2026-01-01 07:50:00;2026-01-01 07:49:59~"
                + "140921021337;90;91;2026-01-01 07:50:00;~||");
    assertThat(read.refused()).hasSize(1);
    assertThat(read.refused().get(0)).contains("OVERSTAFFED", "before");
    assertThat(alarm(read).subject().kind()).isEqualTo(Subject.Kind.MINE);
  }

  /** Its clock was ahead when it began. */
  @Test
  void anAlarmThatEndsAfterItsClockWasPutRightIsSent() throws WireException {
    Translation read =
        read("RYCY", HEADER + "face-1;9;11;2026-01-01 09:30:00;2026-01-01 07:40:00~||");
    assertThat(read.refused()).isEmpty();
    assertThat(alarm(read).end()).isEqualTo("2025-12-31T23:40:00Z");
  }

  private Translation slope(String type, String text) {
    String name = "140921021337_" + type + "_20260101080000.json";
    return national.translate(new FileContent(name, text.getBytes(UTF_8), NOW), NOW);
  }

  private static OwnAlarm alarm(Translation read) throws WireException {
    assertThat(read.messages()).as("%s", read.refused()).hasSize(1);
    OwnAlarms told = Messages.read(read.messages().get(0).payload(), OwnAlarms.class);
    assertThat(told.alarms()).hasSize(1);
    return told.alarms().get(0);
  }

  private static Instant told(Translation read) throws WireException {
    return Messages.read(read.messages().get(0).payload(), OwnAlarms.class).told();
  }

  /** 1.5 m3/min sent as 1.5 m3/h would hide an inrush. */
  @Test
  void aReadingWithoutUnitHasTheUnitThatADefinitionToldEvenBeforeARestart() throws IOException {
    String inflow = HEADER + "W1;0;1.5;2026-01-01 08:00:01~||";
    Translation before = read("YSLCDSS", inflow);
    assertThat(before.messages()).isEmpty();
    assertThat(before.refused().get(1)).contains("UNKNOWN_UNIT", "definition", "W1");

    Translation defined = read("YSLCDDY", HEADER + "W1;采区;;明渠;m³/min;1;2;3;2025-01-01~||");
    assertThat(defined.isRefused()).isFalse();
    assertThat(defined.messages()).isEmpty();
    assertThat(defined.note()).contains("its units are kept");

    for (int starts = 0; starts < 2; starts++) {
      Translation after = read("YSLCDSS", inflow);
      assertThat(after.refused()).isEmpty();
      assertThat(new String(after.messages().get(0).payload(), UTF_8))
          .contains("\"u\":\"m3/min\"", "\"v\":1.5");
      start();
    }
  }

  @Test
  void anOlderDefinitionReplacesNothing() {
    String definition = HEADER + "W1;采区;;明渠;m³/min;1;2;3;2025-01-01~||";
    read("YSLCDDY", definition);
    read("YSLCDDY", definition.replace("08:00:00", "07:00:00").replace("m³/min", "m³/h"));
    Translation after = read("YSLCDSS", HEADER + "W1;0;1.5;2026-01-01 08:00:01~||");
    assertThat(new String(after.messages().get(0).payload(), UTF_8)).contains("m3/min");
    read("YSLCDDY", definition.replace("m³/min", "m³/h"));
    after = read("YSLCDSS", HEADER + "W1;0;1.5;2026-01-01 08:00:01~||");
    assertThat(new String(after.messages().get(0).payload(), UTF_8)).contains("m3/h");
  }

  @Test
  void aLineOfTheKeptUnitsThatCannotBeReadIsLeftOut() throws IOException {
    Files.writeString(
        temp.resolve("units.txt"),
        """
        INFLOW W1 furlong 2026-01-01T00:00:00Z
        INFLOW

        INFLOW W2 m3/min 2026-01-01T00:00:00Z
        INFLOW W3 m3/h yesterday
        """);
    UnitsFile kept = UnitsFile.open(temp.resolve("units.txt"));
    assertThat(kept.unitOf(new PointId("W1"), Measure.INFLOW)).isNull();
    assertThat(kept.unitOf(new PointId("W2"), Measure.INFLOW)).isEqualTo("m3/min");
    assertThat(kept.unitOf(new PointId("W2"), Measure.WATER_LEVEL)).isNull();
    assertThat(kept.unitOf(new PointId("W3"), Measure.INFLOW)).isNull();
  }

  @Test
  void aBrokenLineIsSentWithItsQualityAndNoValue() {
    Translation read =
        read("CDSS", HEADER + READING.replace("0.42", "").replace(";0;", ";断线;") + "||");
    assertThat(read.refused()).isEmpty();
    assertThat(new String(read.messages().get(0).payload(), UTF_8))
        .contains("\"vs\":\"NaN\"", "\"q\":\"DISCONNECTED\"");
  }

  @Test
  void leavesFilesOfOtherNamesToOthers() {
    assertThat(national.takes("a.csv")).isFalse();
    assertThat(national.takes("140921021337_WHAT_20260101080000.txt")).isFalse();
  }
}
