package io.minewatch.alerting.root;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UncomparedTest {
  private static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private final Uncompared uncompared = new Uncompared();

  private void told(int minutes, long count) {
    KeptRoots.Root root = new KeptRoots.Root(Measure.METHANE, count, 0, "s" + count);
    uncompared.take(
        MINE.value(),
        new KeptRoots(
            MINE,
            HOUR.plus(Duration.ofMinutes(minutes)),
            HOUR,
            "k",
            List.of(new KeptRoots.Hour(HOUR, List.of(root)))));
  }

  private List<Instant> waiting() {
    return uncompared.of(MINE.value()).stream().map(KeptRoots.Hour::hour).toList();
  }

  @Test
  void whatIsComparedAsksForNothingUntilItIsToldOtherwise() {
    told(70, 7);
    assertThat(waiting()).containsExactly(HOUR);
    uncompared.settled(MINE.value(), HOUR);
    told(75, 7);
    assertThat(waiting()).isEmpty();
    told(80, 8);
    assertThat(waiting()).as("a reading came late").containsExactly(HOUR);
    told(85, 7);
    assertThat(waiting()).as("what is waited for is told otherwise").containsExactly(HOUR);
    uncompared.settled(MINE.value(), HOUR);
    told(90, 7);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatIsTooOldIsDropped() {
    told(70, 7);
    uncompared.take(
        MINE.value(), new KeptRoots(MINE, HOUR.plus(Duration.ofHours(24)), HOUR, "k", List.of()));
    assertThat(waiting()).doesNotContain(HOUR);
  }
}
