package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenmlTest {
  private static final Topic TOPIC =
      Topic.of(Topic.Kind.READINGS, new MineCode(Samples.MINE), new GatewayId(Samples.GATEWAY));
  private static final String BASE = "\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600";

  private final ReadingBatch batch = new ReadingBatch();

  @Test
  void resolvesBaseNameBaseTimeAndUnitsOfTheSample() throws Exception {
    Senml.read(
        Samples.envelope(TOPIC.toString(), ContentTypes.SENML_JSON, Samples.bytes("readings.json")),
        TOPIC,
        batch);

    assertThat(batch.size()).isEqualTo(5);
    assertThat(batch.point(1)).isEqualTo("T2-0101");
    assertThat(batch.value(1)).isEqualTo(0.31);
    assertThat(batch.unit(1)).isEqualTo("/100");
    assertThat(batch.measuredMillis(0)).isEqualTo(1_767_225_600_000L);
    assertThat(batch.measuredMillis(1)).isEqualTo(1_767_225_600_500L);
    assertThat(batch.quality(3)).isEqualTo(Quality.CALIBRATION);
    assertThat(batch.value(4)).isEqualTo(1.0);
  }

  @Test
  void aWrittenBatchIsReadBackTheSame() throws Exception {
    batch.add("A", 1.25, "/100", 1_767_225_600_123L, Quality.GOOD);
    batch.add("B", -0.01, "ppm", 1_767_225_600_223L, Quality.SENSOR_FAULT);
    byte[] pack = Senml.writeJson(TOPIC, batch);
    ReadingBatch back = new ReadingBatch();

    Senml.read(Samples.envelope(TOPIC.toString(), "", pack), TOPIC, back);

    assertThat(back.size()).isEqualTo(2);
    assertThat(back.value(0)).isEqualTo(1.25);
    assertThat(back.measuredMillis(0)).isEqualTo(1_767_225_600_123L);
    assertThat(back.measuredMillis(1)).isEqualTo(1_767_225_600_223L);
    assertThat(back.quality(1)).isEqualTo(Quality.SENSOR_FAULT);
  }

  @Test
  void theRawCodeTravelsBesideTheQualityAndIsPassedOverWhenRead() throws Exception {
    batch.add("A", 1.25, "/100", 1_767_225_600_000L, Quality.CALIBRATION);
    batch.add("B", 0.5, "/100", 1_767_225_600_000L, Quality.GOOD);
    byte[] pack = Senml.writeJson(TOPIC, batch, i -> i == 0 ? "标校" : "");

    assertThat(new String(pack, StandardCharsets.UTF_8)).containsOnlyOnce("\"qr\":\"标校\"");
    Senml.read(Samples.envelope(TOPIC.toString(), "", pack), TOPIC, batch);
    assertThat(batch.quality(0)).isEqualTo(Quality.CALIBRATION);
  }

  @Test
  void aReadingWithoutANumberIsWrittenSoThatItCanBeRead() throws Exception {
    batch.add("A", Double.NaN, "/100", 1_767_225_600_000L, Quality.SENSOR_FAULT);
    byte[] pack = Senml.writeJson(TOPIC, batch);

    Senml.read(Samples.envelope(TOPIC.toString(), "", pack), TOPIC, batch);

    assertThat(batch.value(0)).isNaN();
    assertThat(batch.quality(0)).isEqualTo(Quality.SENSOR_FAULT);
  }

  @Test
  void readsTheIntegerLabelsOfCbor() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new CBORFactory().createGenerator(bytes)) {
      out.writeStartArray();
      out.writeStartObject();
      out.writeFieldId(-2);
      out.writeString("140921021337/gw-01/");
      out.writeFieldId(-3);
      out.writeNumber(1_767_225_600L);
      out.writeFieldId(0);
      out.writeString("T1-0101");
      out.writeFieldId(2);
      out.writeNumber(0.75);
      out.writeEndObject();
      out.writeEndArray();
    }

    Senml.read(
        Samples.envelope(TOPIC.toString(), ContentTypes.SENML_CBOR, bytes.toByteArray()),
        TOPIC,
        batch);

    assertThat(batch.point(0)).isEqualTo("T1-0101");
    assertThat(batch.value(0)).isEqualTo(0.75);
    assertThat(batch.measuredMillis(0)).isEqualTo(1_767_225_600_000L);
  }

  @Test
  void aTimeBelowTwoToTheTwentyEightIsRelativeToReceipt() throws Exception {
    read("[{\"n\":\"140921021337/gw-01/A\",\"v\":1,\"t\":-2.5}]");

    assertThat(batch.measuredMillis(0)).isEqualTo(1_767_225_601_000L - 2_500);
  }

  @Test
  void notANumberIsKeptSoThatItsRefusalCanNameThePoint() throws Exception {
    read("[{" + BASE + ",\"n\":\"A\",\"v\":NaN},{\"n\":\"B\",\"v\":2}]");

    assertThat(batch.value(0)).isNaN();
    assertThat(batch.value(1)).isEqualTo(2.0);
  }

  @Test
  void aBaseValueAddsToValuesAndStandsAlone() throws Exception {
    read("[{" + BASE + ",\"bv\":10,\"n\":\"A\",\"v\":1},{\"n\":\"B\"}]");

    assertThat(batch.value(0)).isEqualTo(11.0);
    assertThat(batch.value(1)).isEqualTo(10.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not an array              | {\"n\":\"A\",\"v\":1}                          | UNREADABLE",
        "cut off                   | [{\"n\":\"140921021337/gw-01/A\",\"v\":1       | UNREADABLE",
        "a label to be understood  | [{\"n\":\"140921021337/gw-01/A\",\"v\":1,\"x_\":1}] |"
            + " UNREADABLE",
        "a later version           | [{\"bver\":11,\"n\":\"140921021337/gw-01/A\",\"v\":1}] |"
            + " UNREADABLE",
        "something behind the pack | [] []                                          | UNREADABLE",
        "nothing                   | ``                                             | UNREADABLE",
      })
  void refusesAPackThatCannotBeTaken(String why, String pack, RejectReason reason) {
    assertThatThrownBy(() -> read(pack))
        .as(why)
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "another mine's name    | {'n':'X','bn':'999921021337/gw-01/','v':1} | WRONG_TOPIC",
        "another gateway's name | {'n':'X','bn':'140921021337/gw-02/','v':1} | WRONG_TOPIC",
        "a value that is a text | {'n':'X','v':'1'}                          | UNREADABLE",
        "no value at all        | {'n':'X'}                                  | UNREADABLE",
      })
  void aRecordThatCannotBeTakenIsToldWithWhatWhereAndWhyAndCostsItselfAlone(
      String why, String bad, RejectReason reason) throws Exception {
    String pack =
        "[{" + BASE + ",'n':'A','v':1}," + bad + ",{'bn':'140921021337/gw-01/','n':'B','v':2}]";

    List<RefusedRecord> refused = read(pack.replace('\'', '"'));

    assertThat(List.of(batch.point(0), batch.point(1))).as(why).containsExactly("A", "B");
    assertThat(batch.size()).isEqualTo(2);
    assertThat(refused).singleElement().satisfies(r -> assertThat(r.reason()).isEqualTo(reason));
    assertThat(refused.get(0).detail()).startsWith("record 1 '").contains("X");
    assertThat(refused.get(0).isTaken()).isFalse();
  }

  @Test
  void aQualityThatIsNoneOfOursIsToldAndItsReadingKeptAsSuspect() throws Exception {
    List<RefusedRecord> refused = read("[{" + BASE + ",\"n\":\"A\",\"v\":1.6,\"q\":\"BAD\"}]");

    assertThat(batch.value(0)).isEqualTo(1.6);
    assertThat(batch.quality(0)).isEqualTo(Quality.SUSPECT);
    assertThat(refused).singleElement().satisfies(r -> assertThat(r.detail()).contains("'BAD'"));
    assertThat(refused.get(0).isTaken()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/senml+json;charset=utf-8",
        "application/senml+json ; charset=\"utf-8\"",
        "Application/SenML+JSON"
      })
  void aContentTypeMayHaveParametersAndCapitals(String type) throws Exception {
    byte[] pack = ("[{" + BASE + ",\"n\":\"A\",\"v\":1}]").getBytes(StandardCharsets.UTF_8);

    Senml.read(Samples.envelope(TOPIC.toString(), type, pack), TOPIC, batch);

    assertThat(batch.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'n':'A','v':1},{'n':'B','v':2}]  | 2",
        "[{'n':'A','v':1},{'n':'B','v':{'x':[{}]}},{'n' | 3",
        "{'fixes':[{'card':'a'},{'card':'b'}]} | 2",
        "no pack                            | 1",
        "[                                  | 1",
      })
  void countsTheRecordsOfWhatIsRefusedWholeAsFarAsTheyCanBeTold(String pack, int records) {
    byte[] payload = pack.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThat(Senml.records(payload, ContentTypes.SENML_JSON)).isEqualTo(records);
  }

  @Test
  void refusesAnOversizePackBeforeParsing() {
    byte[] large = new byte[Senml.MAX_BYTES + 1];

    assertThatThrownBy(
            () -> Senml.read(Samples.envelope(TOPIC.toString(), "", large), TOPIC, batch))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  @Test
  void refusesMoreReadingsThanAMessageMayHave() {
    var pack = new StringBuilder("[{" + BASE + ",\"n\":\"A\",\"v\":1}");
    for (int i = 0; i < ReadingBatch.MAX_READINGS; i++) {
      pack.append(",{\"n\":\"A\",\"v\":1}");
    }

    assertThatThrownBy(() -> read(pack.append(']').toString()))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_LARGE));
  }

  private List<RefusedRecord> read(String pack) throws WireException {
    List<RefusedRecord> refused = new ArrayList<>();
    Senml.read(
        Samples.envelope(TOPIC.toString(), "", pack.getBytes(StandardCharsets.UTF_8)),
        TOPIC,
        batch,
        refused);
    return refused;
  }
}
