package io.minewatch.ingest.gateway.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.message.Payloads;
import io.minewatch.ingest.gateway.message.Site;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LineInputTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC);
  private static final String PACK =
      "[{\"bn\":\"140921021337/gw-01/\",\"bt\":1767225600,\"n\":\"T1\",\"v\":1}]";
  private static final String FIXES =
      "{\"fixes\":[{\"card\":\"c1\",\"at\":1767225600000,\"in\":true,\"zone\":\"z1\"}]}";

  private final KeptInMemory kept = new KeptInMemory();

  private void read(String text) throws Exception {
    Payloads payloads =
        new Payloads(new Site(new MineCode("140921021337"), new GatewayId("gw-01")));
    new LineInput(payloads, kept, new Times(CLOCK, CLOCK))
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
    read("[{\"bn\":\"140921021337/gw-01/\",\"n\":\"T1\",\"v\":NaN}]\n");
    assertThat(kept.refusedRecords).isEqualTo(1);
  }
}
