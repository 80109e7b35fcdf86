package io.minewatch.ingest.gateway.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
  private static final Site SITE = new Site(new MineCode("140921021337"), new GatewayId("gw-01"));
  private static final String HEAD = "time,point,value,unit,quality\n";

  private final CsvFile csv = new CsvFile(new Payloads(SITE));

  private Translation read(String text) {
    return read(text.getBytes(UTF_8));
  }

  private Translation read(byte[] bytes) {
    return csv.translate(new FileContent("a.csv", bytes, NOW), NOW);
  }

  private static ReadingBatch readings(WireMessage message) throws Exception {
    Topic topic = SITE.topic(Topic.Kind.READINGS);
    ReadingBatch batch = new ReadingBatch();
    Envelope envelope =
        new Envelope(
            topic.toString(), message.payload(), message.contentType(), "s", 0, Lane.LIVE, 0);
    Senml.read(envelope, topic, batch);
    return batch;
  }

  @Test
  void readsTimesWithTheirOffsetUnitsAndQualities() throws Exception {
    Translation read =
        read(
            HEAD
                + "2026-01-01T16:00:00.250+08:00,T1-0101,0.42,/100,GOOD\r\n"
                + "\n"
                + "2026-01-01T08:00:01Z, CO-0101 ,6,ppm,CALIBRATION\n"
                + "2026-01-01T08:00:02Z,FAN-01,1\n");
    assertThat(read.refused()).isEmpty();
    ReadingBatch batch = readings(read.messages().get(0));
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.measuredMillis(0)).isEqualTo(NOW.toEpochMilli() + 250);
    assertThat(batch.value(0)).isEqualTo(0.42);
    assertThat(batch.point(1)).isEqualTo("CO-0101");
    assertThat(batch.quality(1)).isEqualTo(Quality.CALIBRATION);
    assertThat(batch.unit(2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"time,point,value\n", "time,point,value,unit\n", "\ufeff" + HEAD})
  void theLastTwoColumnsMayBeMissingAndAByteOrderMarkMayBeThere(String head) {
    assertThat(read(head + "2026-01-01T08:00:00Z,T1,1\n").messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a local time    | 2026-01-01T08:00:00,T1,1",
        "no point        | 2026-01-01T08:00:00Z,,1",
        "an illegal name | 2026-01-01T08:00:00Z,T/1,1",
        "a text          | 2026-01-01T08:00:00Z,T1,high",
        "no number       | 2026-01-01T08:00:00Z,T1,NaN",
        "two columns     | 2026-01-01T08:00:00Z,T1",
        "six columns     | 2026-01-01T08:00:00Z,T1,1,m,GOOD,x",
        "a time of none | +300000000-12-31T00:00:00Z,T1,1",
        "a quality       | 2026-01-01T08:00:00Z,T1,1,m,FINE",
      })
  void refusesTheLineAndSaysWhich(String why, String line) {
    Translation read = read(HEAD + "2026-01-01T08:00:00Z,T1,1\n" + line + "\n");
    assertThat(read.messages()).as(why).hasSize(1);
    assertThat(read.refused()).as(why).hasSize(1);
    assertThat(read.refused().get(0)).as(why).startsWith("line 3: ");
  }

  @Test
  void refusesAFileThatIsNoTable() {
    assertThat(read("").refused()).hasSize(1);
    assertThat(read(HEAD).refused()).containsExactly("no reading in it");
    assertThat(read(new byte[] {(byte) 0xff, 'x'}).refused()).containsExactly("not UTF-8");
  }

  @Test
  void cutsALongFileIntoMessagesInOrderAndTellsOnlySoManyRefusals() throws Exception {
    String lines =
        IntStream.range(0, 1_200)
            .mapToObj(i -> "2026-01-01T08:00:00Z,P" + i + "," + i)
            .collect(Collectors.joining("\n"));
    Translation read = read(HEAD + lines + "\n" + "bad\n".repeat(300));
    assertThat(read.messages()).hasSize(3);
    assertThat(readings(read.messages().get(2)).point(0)).isEqualTo("P1000");
    assertThat(read.refused()).hasSize(CsvFile.REFUSALS_TOLD + 1);
    assertThat(read.refused()).last().isEqualTo("and 200 lines more");
  }
}
