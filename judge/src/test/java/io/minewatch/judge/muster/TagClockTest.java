package io.minewatch.judge.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a clock behind, and what is a queue. */
class TagClockTest {
  private static final long START = 1_767_225_600_000L;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final TagClock clock = new TagClock();
  private final Random random = new Random(7);

  /** Messages every period until then, each up to some seconds late, by a clock that is off. */
  private void hear(long from, long until, long period, long off) {
    for (long at = from; at < until; at += period) {
      clock.on(START + at + off, START + at + random.nextInt(15) * SECOND);
    }
  }

  @ParameterizedTest(name = "every {0} s")
  @ValueSource(longs = {1, 10, 60, 300})
  void aClockTwoHoursBehindIsKnownWithinAnHour(long period) {
    hear(0, HOUR, period * SECOND, -2 * HOUR);

    assertThat(clock.behind()).isBetween(2 * HOUR, 2 * HOUR + 15 * SECOND);
  }

  @Test
  void aClockThatIsRightOrAheadOrALittleBehindIsNotBehind() {
    hear(0, 2 * HOUR, 10 * SECOND, 0);
    assertThat(clock.behind()).isZero();
    hear(2 * HOUR, 4 * HOUR, 10 * SECOND, -4 * MINUTE);
    assertThat(clock.behind()).isZero();
    hear(4 * HOUR, 6 * HOUR, 10 * SECOND, 2 * HOUR);
    assertThat(clock.behind()).isZero();
  }

  @Test
  void aClockThatIsPutRightIsBehindNoMoreFromTheFirstMessageOn() {
    hear(0, HOUR, 10 * SECOND, -2 * HOUR);
    clock.on(START + HOUR, START + HOUR);

    assertThat(clock.behind()).isZero();
  }

  @Test
  void aClockThatIsPutBackFurtherIsFollowedAndMeanwhileNotBelievedToBeNewer() {
    hear(0, HOUR, 10 * SECOND, -HOUR);
    for (long at = HOUR; at < 2 * HOUR; at += 10 * SECOND) {
      clock.on(START + at - 2 * HOUR, START + at);
      assertThat(clock.behind()).isLessThanOrEqualTo(2 * HOUR);
    }

    assertThat(clock.behind()).isEqualTo(2 * HOUR);
  }

  /** What waited is as old as it says, however fast it comes. */
  @ParameterizedTest(name = "at {0} times the speed")
  @ValueSource(doubles = {1.1, 1.3, 2, 5, 24, 1000})
  void aQueueThatEmptiesIsNoClock(double speed) {
    long waits = 2 * HOUR;
    for (long now = 0; waits > 0; now += 10 * SECOND) {
      clock.on(START + now - waits, START + now);
      assertThat(clock.behind()).as("after %s s", now / SECOND).isZero();
      waits -= (long) (10 * SECOND * (speed - 1));
    }
  }

  /** So nothing may be proven by it. */
  @ParameterizedTest(name = "at {0} times the speed")
  @ValueSource(doubles = {1, 1.005, 1.02})
  void aQueueThatStaysOrHardlyEmptiesIsTakenForAClock(double speed) {
    long most = 0;
    for (long now = 0; now < HOUR; now += 10 * SECOND) {
      clock.on(START + (long) (now * speed) - 2 * HOUR, START + now);
      most = Math.max(most, clock.behind());
    }

    assertThat(most).isGreaterThan(HOUR);
  }

  /** What comes is older and older. */
  @Test
  void aQueueThatFillsIsNoClock() {
    for (long made = 0; made < HOUR; made += 10 * SECOND) {
      clock.on(START + made, START + 2 * made);
      assertThat(clock.behind()).isZero();
    }
  }

  @Test
  void messagesThatComeInOneBurstTellNothingHoweverLongTheyTell() {
    for (long made = 0; made < 5 * HOUR; made += MINUTE) {
      clock.on(START + made, START + 7 * HOUR);
    }

    assertThat(clock.behind()).isZero();
  }
}
