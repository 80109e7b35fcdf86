package io.minewatch.ingest.gateway.input;

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
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineInputTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String PACK =
      "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600,\"n\":\"T1\",\"v\":1}]";
  private static final String FIXES =
      "{\"fixes\":[{\"card\":\"c1\",\"at\":1767225600000,\"in\":true,\"zone\":\"z1\"}]}";

  private static final MineCode MINE = new MineCode("140921021337");
  private static final GatewayId GATEWAY = new GatewayId("gw-01");

  @TempDir Path folder;
  private final KeptInMemory kept = new KeptInMemory();

  private void read(String text) throws Exception {
    Payloads payloads = new Payloads(new Site(MINE, GATEWAY));
    RefusedMessages refused = new RefusedMessages(folder, Duration.ofDays(90), kept, CLOCK);
    new LineInput(new Inlet(payloads, kept, refused, new Times(CLOCK, CLOCK)))
        .read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void eachLineIsAMessageAndItsKindShows() throws Exception {
    read(PACK + "\n\r\n" + FIXES + "\r\n" + PACK);
    assertThat(kept.entries)
        .extracting(entry -> entry.message().kind())
        .containsExactly(Topic.Kind.READINGS, Topic.Kind.POSITIONS, Topic.Kind.READINGS);
    assertThat(kept.entries.get(0).message().payload()).isEqualTo(PACK.getBytes(UTF_8));
    assertThat(kept.entries.get(0).since()).isEqualTo(CLOCK.instant());
  }

  @Test
  void aLineThatCannotBeTakenIsCountedAndTheOthersGoOn() throws Exception {
    read("hello\n" + PACK + "\n[{]\n" + "[" + " ".repeat(Senml.MAX_BYTES) + "]\n" + PACK + "\n");
    assertThat(kept.entries).hasSize(2);
    assertThat(kept.refusedRecords).isEqualTo(3);
  }

  @Test
  void timesRelativeToNowBecomeAbsoluteBecauseTheMessageMayArriveLate() throws Exception {
    read("[{\"bn\":\"140921021337/gw-01/\",\"n\":\"T1\",\"u\":\"/100\",\"v\":1,\"t\":-5}]\n");
    assertThat(new String(kept.entries.get(0).message().payload(), UTF_8))
        .contains("\"bt\":" + (CLOCK.instant().getEpochSecond() - 5));
  }

  /** RFC 8428 5.1.5 has such packs; what measures must not be lost with what does not. */
  @Test
  void aPackWithoutTimesKeepsItsReadingsWhateverElseIsInIt() throws Exception {
    read(
        "[{\"bn\":\"140921021337/gw-01/\",\"n\":\"T1\",\"u\":\"/100\",\"v\":1.6},"
            + "{\"n\":\"T2\",\"vs\":\"NaN\",\"q\":\"DISCONNECTED\"},"
            + "{\"n\":\"label\",\"vs\":\"Machine Room\"}]\n");

    assertThat(kept.entries).hasSize(1);
    ReadingBatch batch = sent(0);
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.value(0)).isEqualTo(1.6);
    assertThat(batch.measuredMillis(0)).isEqualTo(CLOCK.millis());
    assertThat(batch.value(1)).isNaN();
    assertThat(batch.quality(1)).isEqualTo(Quality.DISCONNECTED);
    assertThat(batch.value(2)).as("no number; the platform refuses it by name").isNaN();
    assertThat(kept.refusedRecords).isZero();
  }

  @Test
  void ofAPackWithoutTimesTheRecordThatCannotBeTakenIsToldAndKept() throws Exception {
    String pack =
        "[{\"bn\":\"140921021337/gw-01/\",\"n\":\"T1\",\"v\":1.6},{\"n\":\"T2\",\"v\":\"hot\"}]";
    read(pack + "\n");

    assertThat(sent(0).size()).isEqualTo(1);
    assertThat(kept.refusedRecords).isEqualTo(1);
    assertThat(folder.resolve("20260101T080000.000Z.json")).hasContent(pack);
    assertThat(folder.resolve("20260101T080000.000Z.json.reason"))
        .content()
        .contains("UNREADABLE: record 1 'T2'", "v is a number", "standard input");
  }

  @Test
  void aPackWithTimesGoesOnAsItIsAndThePlatformTellsWhatItRefuses() throws Exception {
    String pack = PACK.replace("}]", "},{\"n\":\"T2\",\"v\":\"hot\"}]");
    read(pack + "\n");

    assertThat(kept.entries.get(0).message().payload()).isEqualTo(pack.getBytes(UTF_8));
    assertThat(kept.refusedRecords).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPackThatIsRefusedWholeIsCountedByItsReadings() throws Exception {
    String later =
        "[{\"bver\":99,\"n\":\"T1\",\"v\":1},{\"n\":\"T2\",\"v\":2},{\"n\":\"T3\",\"v\":3}]";
    read(later + "\n");

    assertThat(kept.entries).isEmpty();
    assertThat(kept.refusedRecords).isEqualTo(3);
  }

  private ReadingBatch sent(int entry) throws Exception {
    Topic topic = new Site(MINE, GATEWAY).topic(Topic.Kind.READINGS);
    ReadingBatch batch = new ReadingBatch();
    byte[] payload = kept.entries.get(entry).message().payload();
    Senml.read(
        new Envelope(topic.toString(), payload, "", "", -1, Lane.LIVE, CLOCK.millis() + 3_600_000),
        topic,
        batch);
    return batch;
  }
}
