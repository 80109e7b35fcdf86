package io.minewatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A slot that gets more than was declared, or whose window stays full, says so. */
class SlotWatchTest {
  private static final int WINDOW = 1_000;
  private static final int RATE = 200;

  private final SlotWatch watch = new SlotWatch("judge-0", WINDOW, RATE);
  private final List<String> told = new ArrayList<>();
  private long now = 1_767_225_600_000L;
  private long received;

  private void pass(int seconds, int perSecond, int unacknowledged) {
    for (int i = 0; i < seconds; i++) {
      now += 1_000;
      received += perSecond;
      told.addAll(watch.look(now, received, unacknowledged));
    }
  }

  @Test
  void whatWasDeclaredIsNothingToTell() {
    pass(3_600, RATE, WINDOW / 2);

    assertThat(told).isEmpty();
    assertThat(watch.perSecond()).isEqualTo(RATE);
    assertThat(watch.isFull()).isFalse();
  }

  @Test
  void moreThanWasDeclaredIsToldOnceAndAgainAfterTenMinutes() {
    pass(60, 3 * RATE, WINDOW / 2);
    assertThat(told)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("judge-0", "600 messages a second", "200"));
    pass(600, 3 * RATE, WINDOW / 2);

    assertThat(told).hasSize(2);
  }

  @Test
  void aWindowThatStaysFullIsToldAndOneThatIsFullForAMomentIsNot() {
    for (int i = 0; i < 100; i++) {
      pass(9, RATE, WINDOW);
      pass(1, RATE, 0);
    }
    assertThat(told).isEmpty();
    pass(12, RATE, WINDOW);

    assertThat(told)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("1000 of 1000", "come late"));
    assertThat(watch.isFull()).isTrue();
    pass(1, RATE, 10);
    assertThat(watch.isFull()).isFalse();
  }

  @Test
  void afterALookThatWasLateTheRateIsThatOfTheWholeTime() {
    pass(10, RATE, 0);
    now += 100_000;
    received += 100 * RATE;
    told.addAll(watch.look(now, received, 0));

    assertThat(told).isEmpty();
    assertThat(watch.perSecond()).isEqualTo(RATE);
  }
}
