package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BeatsTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10); // nanos may wrap
  private final Beats beats = new Beats(now::get);

  @Test
  void beforeAnythingBeginsNothingHangs() {
    assertThat(beats.isGoing()).isTrue();
  }

  @Test
  void oneThreadThatHangsIsEnoughAndAnotherRoundOfItMendsIt() {
    beats.beat("watchman");
    beats.beat("outbox");
    now.addAndGet(Beats.HANGS.toNanos() - 1);
    beats.beat("outbox");
    assertThat(beats.isGoing()).as("the watchman is late, and no more").isTrue();
    now.addAndGet(1);
    assertThat(beats.isGoing()).as("the watchman hangs").isFalse();
    beats.beat("watchman");
    assertThat(beats.isGoing()).isTrue();
  }
}
