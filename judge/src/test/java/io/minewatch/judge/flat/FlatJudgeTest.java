package io.minewatch.judge.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.judge.tape.Copies;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJudgeTest {
  private static final long MINUTE = 60_000;
  private FlatMemory memory = new FlatMemory(1);
  private FlatTerms terms = terms(ReportingMode.PERIODIC, 0.01);

  private static FlatTerms terms(ReportingMode mode, double noiseFloor) {
    return new FlatTerms(mode, noiseFloor, Duration.ofMinutes(30), Duration.ofMinutes(3));
  }

  private Flatness at(long minute, double value, Activity activity) {
    return FlatJudge.onReading(memory, 0, terms, minute * MINUTE, value, activity);
  }

  private Flatness stand(long from, long to, Activity activity) {
    Flatness last = Flatness.NOT_JUDGED;
    for (long minute = from; minute <= to; minute++) {
      last = at(minute, 0.4, activity);
    }
    return last;
  }

  @ParameterizedTest(name = "{0} minutes: {1}")
  @CsvSource({"0, MOVING", "1, STILL", "29, STILL", "30, STUCK", "31, STUCK"})
  void isStuckWhenItHasStoodStillForSoLong(long minutes, Flatness expected) {
    assertThat(stand(0, minutes, Activity.ACTIVE)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "a spread of {0}: {1}")
  @CsvSource({"0.009, STUCK", "0.01, STUCK", "0.011, STILL"})
  void onlyMoreThanTheNoiseFloorIsMovement(double spread, Flatness expected) {
    Flatness last = Flatness.NOT_JUDGED;
    for (long minute = 0; minute <= 40; minute++) {
      double value = minute == 20 ? spread : 0; // exactly representable differences
      last = at(minute, value, Activity.ACTIVE);
    }
    assertThat(last).isEqualTo(expected);
  }

  /**
   * A display so coarse that it stands still for five minutes on average: 70 are a million to one.
   */
  @ParameterizedTest(name = "usually {0} minutes, then {1}: {2}")
  @CsvSource({
    "1, 29, STILL",
    "1, 30, STUCK", // 14 minutes would do; never less than the rule says
    "2, 29, STILL",
    "2, 30, STUCK",
    "5, 30, STILL",
    "5, 69, STILL",
    "5, 70, STUCK",
    "5, 71, STUCK"
  })
  void whatUsuallyStandsStillForLongMustDoSoForLonger(int usual, int minutes, Flatness expected) {
    long minute = 0;
    for (int stretch = 0; stretch < 400; stretch++) {
      for (int i = 0; i < usual; i++) {
        at(minute++, stretch % 2, Activity.ACTIVE);
      }
    }
    Flatness last = Flatness.NOT_JUDGED;
    for (int i = 0; i <= minutes; i++) {
      last = at(minute++, 7, Activity.ACTIVE);
    }
    assertThat(last).isEqualTo(expected);
  }

  @Test
  void whatWasStuckOnceIsFoundAgainAsSoon() {
    for (int times = 0; times < 5; times++) {
      for (int i = 0; i < 200; i++) {
        at(10_000L * times + i, i % 2, Activity.ACTIVE);
      }
      long begin = 10_000L * times + 200;
      assertThat(stand(begin, begin + 30, Activity.ACTIVE)).isEqualTo(Flatness.STUCK);
      stand(begin + 31, begin + 2_000, Activity.ACTIVE);
    }
  }

  /** Two hours of standing still and one move between, again and again. */
  @Test
  void whatSticksAllTheTimeTeachesNothing() {
    for (long times = 0; times < 20; times++) {
      long begin = 121 * times;
      for (long minute = begin; minute <= begin + 120; minute++) {
        Flatness found = at(minute, 1.0 + times, Activity.ACTIVE);
        assertThat(found == Flatness.STUCK).as("time %s", times).isEqualTo(minute - begin >= 30);
      }
    }
  }

  @Test
  void idleHoursTeachNothing() {
    for (long day = 0; day < 30; day++) {
      stand(day * 1_440, day * 1_440 + 700, Activity.IDLE);
      for (int i = 701; i < 800; i++) {
        at(day * 1_440 + i, i % 2, Activity.ACTIVE);
      }
    }
    assertThat(stand(50_000, 50_030, Activity.ACTIVE)).isEqualTo(Flatness.STUCK);
  }

  @ParameterizedTest
  @CsvSource({"IDLE", "UNKNOWN"})
  void withoutCauseToMoveStandingStillIsLegal(Activity activity) {
    assertThat(stand(0, 12 * 60, activity)).isEqualTo(Flatness.STILL);
  }

  @Test
  void onlyTheTimeWithCauseToMoveCounts() {
    assertThat(stand(0, 20, Activity.ACTIVE)).isEqualTo(Flatness.STILL);
    assertThat(stand(21, 100, Activity.IDLE)).isEqualTo(Flatness.STILL);
    assertThat(stand(101, 109, Activity.ACTIVE)).isEqualTo(Flatness.STILL);
    assertThat(stand(110, 110, Activity.ACTIVE)).isEqualTo(Flatness.STUCK);
    assertThat(stand(111, 400, Activity.IDLE)).isEqualTo(Flatness.STUCK);
    assertThat(at(401, 0.5, Activity.IDLE)).isEqualTo(Flatness.MOVING);
  }

  @Test
  void withoutADeclaredModeAndNoiseFloorNothingIsJudged() {
    terms = terms(ReportingMode.ON_CHANGE, 0.01);
    assertThat(stand(0, 100, Activity.ACTIVE)).isEqualTo(Flatness.NOT_JUDGED);
    terms = terms(ReportingMode.PERIODIC, Double.NaN);
    assertThat(stand(0, 100, Activity.ACTIVE)).isEqualTo(Flatness.NOT_JUDGED);
  }

  @Test
  void aPauseBeginsANewStretchButFreesNobody() {
    stand(0, 25, Activity.ACTIVE);
    assertThat(stand(29, 58, Activity.ACTIVE)).isEqualTo(Flatness.STILL);
    assertThat(stand(59, 59, Activity.ACTIVE)).isEqualTo(Flatness.STUCK);
    assertThat(stand(90, 90, Activity.ACTIVE)).isEqualTo(Flatness.STUCK);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lateAndDoubledReadingsAndARestoreChangeNothing(long seed) {
    Random random = new Random(seed);
    FlatMemory other = new FlatMemory(1);
    int stuck = 0;
    for (long minute = 1; minute < 5_000; minute++) {
      double value = random.nextInt(25) == 0 ? random.nextInt(3) : memory.low[0];
      Activity activity = random.nextInt(10) == 0 ? Activity.IDLE : Activity.ACTIVE;
      Flatness one = at(minute, value, activity);
      Flatness two = FlatJudge.onReading(other, 0, terms, minute * MINUTE, value, activity);
      FlatJudge.onReading(other, 0, terms, minute * MINUTE, 77, activity);
      FlatJudge.onReading(other, 0, terms, minute * MINUTE - 9, 88, activity);
      assertThat(two).as("seed %d minute %d", seed, minute).isEqualTo(one);
      stuck += one == Flatness.STUCK ? 1 : 0;
      if (minute % 100 == 0) {
        FlatMemory copy = new FlatMemory(1);
        FlatMemory from = other;
        Copies.copy(from::pass, copy::pass);
        other = copy;
      }
    }
    assertThat(stuck).isPositive();
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(() -> terms(ReportingMode.PERIODIC, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(
            () -> new FlatTerms(ReportingMode.PERIODIC, 0, Duration.ZERO, Duration.ofMinutes(1)))
        .hasMessageContaining("positive");
  }
}
