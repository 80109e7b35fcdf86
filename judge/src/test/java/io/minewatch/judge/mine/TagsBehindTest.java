package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A withdrawal of people whose tags are stamped by a clock two hours behind. */
class TagsBehindTest {
  private static final int HOUR = 3_600;
  private static final int BEHIND = -2 * HOUR;

  /** When the clock has been watched for long enough, in seconds. */
  private static final int KNOWN = HOUR;

  private final Bench mine = new Bench(Plans.methane(1, 0, 0));

  private void walk(int second, String card, String zone) {
    mine.fixAt(second, second + BEHIND, card, zone);
  }

  private void watchedUntil(int second) {
    for (int at = 0; at < second; at += 20) {
      walk(at, "a", "face");
      walk(at, "b", "return");
    }
  }

  private OrderMuster musterAt(int second) {
    mine.timeIs(second);
    return mine.muster();
  }

  /** By its delay a clock cannot be told from a queue, and an old position proves nobody out. */
  @Test
  void everybodyOutIsShownAtOnceAndProvenAsMuchLaterAsTheClockIsBehind() {
    watchedUntil(KNOWN);
    mine.order(KNOWN, 1, KNOWN - 60, "face", "return");
    walk(KNOWN + 60, "a", "surface");
    walk(KNOWN + 90, "b", "surface");

    assertThat(musterAt(KNOWN + 100).remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).isNull();
    walk(KNOWN - BEHIND, "b", "surface");
    assertThat(musterAt(KNOWN - BEHIND + 1).provenAt()).isNull();
    walk(KNOWN - BEHIND + 20, "b", "surface");
    assertThat(musterAt(KNOWN - BEHIND + 21).provenAt()).isEqualTo(Bench.instant(KNOWN + 20));
  }

  @Test
  void whoWalksIsNotShownAsOneWhoNeverMoved() {
    watchedUntil(KNOWN);
    mine.order(KNOWN, 1, KNOWN - 60, "face", "return");
    walk(KNOWN + 60, "a", "return");
    walk(KNOWN + 60, "b", "return");

    assertThat(musterAt(KNOWN + 70).remaining())
        .extracting(left -> left.card() + " " + left.state())
        .containsExactly("b " + Remaining.State.NEVER_MOVED, "a " + Remaining.State.MOVING);
  }

  /** Before the clock is known as well: whoever may have been inside is listed. */
  @Test
  void whoLeftTheZoneSinceTheOnsetIsOnTheListWhateverTheStamp() {
    walk(0, "a", "face");
    walk(60, "a", "return");
    mine.order(Grade.SURFACE, 90, 1, 30, "face");

    assertThat(mine.muster().remaining()).extracting(left -> left.card().value()).contains("a");
  }

  /** What lay in a queue for two hours proves nothing, whatever the clock. */
  @Test
  void aQueueThatEmptiesProvesNothing() {
    int made = 0;
    int second = 2 * HOUR;
    for (; made < second - 60; made += 20, second += 10) { // at twice the speed
      mine.fixAt(second, made, "a", "face");
      if (made == HOUR) {
        mine.order(second, 1, second - 60, "face");
      }
    }
    mine.fixAt(second, made, "a", "surface");
    OrderMuster now = musterAt(second + 1);

    assertThat(now.provenAt() == null || !now.provenAt().isAfter(Bench.instant(made)))
        .as("a position is never taken for newer than it is: %s", now)
        .isTrue();
  }

  /**
   * Nor does one that looks like a clock: it empties slowly, or is full and stays so, or is an
   * export that is always late.
   */
  @ParameterizedTest(name = "{0} s late, at {1} times the speed, ordered after {2} s")
  @CsvSource({
    "7200, 1.02, 1820",
    "7200, 1.02, 1900",
    "7200, 1.005, 1900",
    "7200, 1.005, 3600",
    "7200, 1, 3600",
    "600, 1, 3600"
  })
  void aQueueProvesNobodyOutTooSoon(int late, double speed, int ordered) {
    int last = 0;
    for (int second = 0; second < ordered + 120; second += 20) {
      int made = (int) (second * speed) - late;
      boolean isOut = second > ordered; // when it was made nobody had been told to go
      if (second >= ordered && second < ordered + 20) {
        mine.order(second, 1, second - 60, "face");
        last = second;
      }
      mine.fixAt(second, made, "a", isOut ? "surface" : "face");
      mine.timeIs(second + 1);
      assertThat(mine.last.muster().lastFix()).as("at %s s", second).isEqualTo(Bench.instant(made));
    }

    assertThat(last).isPositive();
    assertThat(mine.muster().remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).isNull();
    assertThat(mine.muster().emptiedAt()).isBefore(Bench.instant(last));
  }

  @Test
  void beforeTheClockIsKnownNothingIsProven() {
    watchedUntil(60);
    mine.order(60, 1, 30, "face", "return");
    walk(90, "a", "surface");
    walk(100, "b", "surface");

    assertThat(musterAt(120).remaining()).isEmpty();
    assertThat(mine.muster().provenAt()).isNull();
  }

  @Test
  void whatIsKnownOfTheClockIsSaved() {
    watchedUntil(KNOWN);
    mine.memory = ListTape.copy(mine.memory);
    mine.order(KNOWN, 1, KNOWN - 60, "face");
    walk(KNOWN + 60, "a", "return");

    assertThat(musterAt(KNOWN + 70).remaining())
        .extracting(Remaining::state)
        .containsExactly(Remaining.State.MOVING);
  }
}
