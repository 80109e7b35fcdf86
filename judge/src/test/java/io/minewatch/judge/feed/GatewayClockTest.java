package io.minewatch.judge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.judge.tape.MemoryTape;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayClockTest {
  private static final long START = 1_767_225_600_000L;
  private static final long HOUR = 3_600_000;
  private final GatewayClock clock = new GatewayClock();

  /** One message measured at a second by a clock that is off, received so much later. */
  private long event(int second, long off, long delay) {
    long measured = START + second * 1000L + off;
    return measured - clock.on(measured, START + second * 1000L + delay) - START;
  }

  @ParameterizedTest(name = "off by {0} ms")
  @ValueSource(longs = {0, 40, -40, 290_000, -290_000, 2 * HOUR, -2 * HOUR})
  void theOffsetIsThatOfTheLeastDelayedMessage(long off) {
    Random random = new Random(3);
    for (int second = 0; second < 600; second += 10) {
      event(second, off, 20 + random.nextInt(5_000));
    }
    event(600, off, 20);

    assertThat(clock.offset()).isEqualTo(off - 20);
  }

  @Test
  void aStallOfOursOrTheirsIsNoOffset() {
    event(0, 0, 20);
    event(10, 0, 20);
    for (int second = 20; second < 1_220; second += 10) {
      event(second, 0, (1_220 - second) * 1000L); // all of it received in one burst
    }

    assertThat(clock.offset()).isEqualTo(-20);
    assertThat(clock.shift()).isZero();
    assertThat(clock.error()).isZero();
  }

  @Test
  void aNewOffsetIsKnownWithinTwoWindows() {
    for (int second = 0; second < 300; second += 10) {
      event(second, 0, 20);
    }
    for (int second = 300; second < 430; second += 10) {
      event(second, -20_000, 20); // less than a jump: only the window can tell
    }

    assertThat(clock.offset()).isEqualTo(-20_020);
  }

  @ParameterizedTest(name = "jumps by {0} ms")
  @ValueSource(longs = {HOUR * 2, -HOUR * 2, HOUR, -HOUR, 86_400_000, -86_400_000, 45_000, -45_000})
  void eventTimeRunsOnThroughJumpsThereAndBack(long jump) {
    long expected = 0;
    for (int second = 0; second < 1_000; second += 10) {
      boolean off = second / 200 % 2 == 1;
      assertThat(event(second, off ? jump : 0, 20)).as("second %d", second).isEqualTo(expected);
      expected += 10_000;
    }
  }

  @Test
  void aStallWithAJumpWithinIsFollowedAsFarAsItCanBe() {
    event(0, 0, 20);
    event(10, 0, 600_000);
    long before = event(20, 0, 590_000);
    long after = event(30, -2 * HOUR, 580_000);

    assertThat(after - before).isBetween(0L, 10_000L);
  }

  /** Forty minutes in two and a half hours: no step of it is a jump. */
  @ParameterizedTest(name = "at second 0 off by {0} ms")
  @ValueSource(longs = {0, 2 * HOUR, 200_000})
  void aClockThatDriftsAheadIsTakenOffForWhoeverComparesItWithOthers(long first) {
    for (int second = 0; second < 9_000; second += 10) {
      long off = first + second * 1000L * 4 / 15;
      event(second, off, 20);
      long measured = START + second * 1000L + off;
      assertThat(measured - clock.ahead() + clock.behind() - START)
          .isBetween(second * 1000L - 20, second * 1000L + GatewayClock.STEP_MILLIS + 20);
    }
  }

  @ParameterizedTest(name = "at second 0 off by {0} ms")
  @ValueSource(longs = {0, 2 * HOUR, -2 * HOUR})
  void oneThatDriftsBehindIsTakenOffButForTheTolerance(long first) {
    for (int second = 0; second < 9_000; second += 10) {
      long off = first - second * 1000L * 4 / 15;
      event(second, off, 20);
      long measured = START + second * 1000L + off;
      if (second > 180) {
        assertThat(measured - clock.ahead() + clock.behind() - START)
            .isBetween(
                second * 1000L - GatewayClock.TOLERANCE_MILLIS - 40_000, second * 1000L + 20);
      }
    }
  }

  /** Ahead by drift, and drifting back: what was taken off is given back. */
  @Test
  void aDriftThereAndBackLeavesNothingBehind() {
    for (int second = 0; second < 12_200; second += 10) {
      long off = Math.max(0, Math.min(second, 12_000 - second)) * 200L;
      event(second, off, 20);
      long measured = START + second * 1000L + off;
      assertThat(measured - clock.ahead() + clock.behind() - START)
          .as("second %d", second)
          .isBetween(second * 1000L - 20, second * 1000L + GatewayClock.STEP_MILLIS + 20);
    }
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void aClockThatIsWrongFromTheBeginningIsTakenForWhatItIs() {
    assertThat(event(0, 2 * HOUR, 20)).isEqualTo(20); // ahead: no queue does that
    assertThat(clock.error()).isEqualTo(2 * HOUR - 20);
    assertThat(event(10, 2 * HOUR, 20)).isEqualTo(10_020);
  }

  /** What lay there while we were away comes in a burst. */
  @Test
  void aQueueThatEmptiesAtTheBeginningIsNoWrongClock() {
    for (int second = 0; second < 1_200; second += 10) {
      event(second, 0, (1_200 - second) * 1000L + second * 10L);
      assertThat(clock.error()).as("second %d", second).isZero();
    }
  }

  @ParameterizedTest(name = "put back after {0} s")
  @ValueSource(ints = {0, 200})
  void aClockBehindIsWrongWhenThatIsKnown(int from) {
    for (int second = 0; second <= from + 80; second += 10) {
      event(second, second < from ? 0 : -2 * HOUR, 20);
    }

    assertThat(clock.error()).isBetween(-2 * HOUR - 20, -2 * HOUR);
  }

  @Test
  void aRecordingRunsByItsOwnTimeHoweverFastItIsPlayed() {
    long recorded = START - 4_000 * HOUR;
    long first = recorded - clock.on(recorded, START);
    for (int message = 1; message < 1_000; message++) {
      long measured = recorded + message * 600_000L;
      assertThat(measured - clock.on(measured, START + message) - first)
          .isEqualTo(message * 600_000L);
    }
  }

  @Test
  void theNextMessageSaysTheSameAfterARestore() {
    event(0, 0, 20);
    event(10, HOUR, 20);
    MemoryTape tape = new MemoryTape();
    clock.pass(tape);
    GatewayClock restored = new GatewayClock();
    restored.pass(tape.rewind());

    assertThat(restored.offset()).isEqualTo(clock.offset());
    long next = START + 20_000;
    assertThat(restored.on(next, next + 20)).isEqualTo(clock.on(next, next + 20));
  }
}
