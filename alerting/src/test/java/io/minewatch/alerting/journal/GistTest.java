package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GistTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:11Z");

  private static String about(int findings) throws Exception {
    String text = new String(Samples.bytes("finding-opened.json"), StandardCharsets.UTF_8);
    List<Event> events = new ArrayList<>();
    events.add(new Event.Opened(T, "I-1", new MineCode(Samples.MINE), false, T));
    for (int i = 0; i < findings; i++) {
      String one = text.replace("T1-0101", "T1-" + i).replace("ae3b0dd7", "%08x".formatted(i));
      Finding finding = Messages.read(one.getBytes(StandardCharsets.UTF_8), Finding.class);
      events.add(new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND));
    }
    return Gist.about(Fold.replay(events));
  }

  @Test
  void anIncidentIsAboutEachIdOnceAndOfAFloodAboutTheFirst() throws Exception {
    assertThat(about(2)).isEqualTo(" i-1 t1-0 face-0101 cn-coal-2025:536-2 t1-1 ");
    assertThat(about(1_000)).hasSizeBetween(3_900, 4_000).endsWith(" ").contains(" t1-500 ");
  }
}
