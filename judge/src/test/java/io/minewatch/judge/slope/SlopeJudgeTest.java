package io.minewatch.judge.slope;

import static io.minewatch.judge.slope.Creep.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.judge.tape.Copies;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlopeJudgeTest {
  private static final double LEARN = Double.NaN;
  private final SlopeJudge judge = new SlopeJudge();
  private SlopeMemory memory = new SlopeMemory(1);
  private SlopeTerms terms = Creep.terms(0.05, LEARN);

  private @Nullable SlopeEstimate run(int fromDay, int toDay, DoubleUnaryOperator place) {
    SlopeEstimate last = null;
    for (int day = fromDay; day < toDay; day++) {
      last = judge.onReading(memory, 0, terms, day * DAY, place.applyAsDouble(day));
    }
    return last;
  }

  @ParameterizedTest(name = "{0} degrees is {1}")
  @CsvSource({
    "42.99, BELOW",
    "43.00, BLUE",
    "45.00, BLUE",
    "45.01, YELLOW",
    "47.00, YELLOW",
    "79.99, YELLOW",
    "80.00, ORANGE",
    "80.01, ORANGE",
    "84.99, ORANGE",
    "85.00, RED",
    "85.01, RED"
  })
  void theBandsAreThoseOfThePublishedTable(double degrees, AngleBand expected) {
    assertThat(Creep.PUBLISHED.band(degrees)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} mm a day against 1 is {1}")
  @CsvSource({
    "0.5, BELOW",
    "0.9, BELOW",
    "0.999, BLUE",
    "1.001, YELLOW",
    "1.1, YELLOW",
    "-0.999, BLUE",
    "-1.1, YELLOW",
    "-5.68, ORANGE",
    "-11.5, RED",
    "5.66, YELLOW",
    "5.68, ORANGE",
    "11.4, ORANGE",
    "11.5, RED",
    "100, RED"
  })
  void theAngleIsThatOfTheVelocityAgainstTheSteadyOne(double velocity, AngleBand expected) {
    terms = Creep.terms(0.05, 1);
    SlopeEstimate now = run(0, 20, day -> velocity * day);

    assertThat(now.velocity()).isCloseTo(velocity, within(1e-6));
    assertThat(now.speed()).isCloseTo(Math.abs(velocity), within(1e-6));
    assertThat(now.angle()).isCloseTo(Math.toDegrees(Math.atan(now.speed())), within(1e-6));
    assertThat(now.band()).isEqualTo(expected);
  }

  @Test
  void nothingIsKnownBeforeThereAreEnoughValues() {
    SlopeEstimate early = run(0, 19, day -> 0.2 * day);
    assertThat(early.stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(early.band()).isEqualTo(AngleBand.WARM_UP);
    assertThat(early.isGreen()).isFalse();

    SlopeEstimate first = run(19, 20, day -> 0.2 * day); // points to steady, once
    assertThat(first.stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(first.isGreen()).isFalse();

    SlopeEstimate second = run(20, 21, day -> 0.2 * day);
    assertThat(second.stage()).isEqualTo(Stage.STEADY);
    assertThat(second.isGreen()).isTrue();
    assertThat(second.steady()).isCloseTo(0.3, within(0.01)); // 1.5 times what was measured
  }

  @Test
  void theSteadyVelocityIsFrozenOnceKnown() {
    double learnt = run(0, 30, day -> 0.2 * day).steady();

    assertThat(run(30, 80, day -> 6 + 3 * (day - 30)).steady()).isEqualTo(learnt);
  }

  @Test
  void aSlopeThatTurnsAndComesFasterIsNotTakenForOneThatSlowsDown() {
    terms = Creep.terms(0.05, 1);
    run(0, 30, day -> 0.5 * day);
    SlopeEstimate now = run(30, 40, day -> 15 - 8.0 * (day - 29));

    assertThat(now.band()).isEqualTo(AngleBand.ORANGE);
    assertThat(now.stage()).isEqualTo(Stage.PROGRESSIVE);
    assertThat(now.acceleration()).isPositive();
  }

  @Test
  void aHighAngleThatNoiseAloneCouldMakeIsNoAngle() {
    terms = Creep.terms(50, 1);
    SlopeEstimate now = run(0, 30, day -> 8.0 * day);

    assertThat(now.band()).isEqualTo(AngleBand.INVALID);
    assertThat(now.isGreen()).isFalse();
  }

  @ParameterizedTest(name = "the velocity changes by {0}: {1}")
  @CsvSource({"2, PROGRESSIVE", "0, STEADY", "-0.9, REGRESSIVE"})
  void theStageSaysWhereTheVelocityGoes(double change, Stage expected) {
    run(0, 40, day -> day);

    SlopeEstimate now = run(40, 46, day -> day + change * (day - 39));
    assertThat(now.stage()).isEqualTo(expected);
    assertThat(Math.signum(Math.rint(now.acceleration() * 10))).isEqualTo(Math.signum(change));
  }

  @Test
  void aStageIsTakenOnWhenAsManyValuesAsConfirmSaySo() {
    DoubleUnaryOperator faster = day -> day < 40 ? day : day + 5 * (day - 39);
    int once = firstProgressive(1, faster);

    assertThat(firstProgressive(2, faster)).isEqualTo(once + 1);
    assertThat(firstProgressive(4, faster)).isEqualTo(once + 3);
  }

  private int firstProgressive(int confirm, DoubleUnaryOperator place) {
    SlopeTerms t = Creep.terms(0.05, LEARN);
    memory = new SlopeMemory(1);
    terms =
        new SlopeTerms(
            1, 5, 15, 0.05, 3, 1, confirm, t.steady(), t.angles(), t.forecast(), t.staleAfter());
    for (int day = 0; day < 60; day++) {
      if (run(day, day + 1, place).stage() == Stage.PROGRESSIVE) {
        return day;
      }
    }
    throw new AssertionError("never progressive");
  }

  @Test
  void aForecastIsGivenWhileItSpeedsUpAndWithdrawnWhenItSlowsDown() {
    Creep creep = new Creep(1, 30, 40, 0, 2);
    SlopeEstimate now = run(0, 66, creep::at);
    assertThat(now.outlook()).isEqualTo(Outlook.FORECAST);
    assertThat(now.failure().likely()).isCloseTo(70 * DAY, within(DAY));
    assertThat(now.failure().earliest()).isLessThanOrEqualTo(70 * DAY);
    assertThat(now.failure().latest()).isGreaterThanOrEqualTo(70 * DAY);

    double stop = creep.at(66);
    SlopeEstimate slower = run(66, 70, day -> stop + 0.2 * (day - 66));
    assertThat(slower.outlook()).isEqualTo(Outlook.WITHDRAWN);
    assertThat(slower.failure()).isNull();

    SlopeEstimate later = run(70, 90, day -> stop + 0.2 * (day - 66));
    assertThat(later.stage()).isNotEqualTo(Stage.PROGRESSIVE);
    assertThat(later.outlook()).isEqualTo(Outlook.WITHDRAWN);
  }

  @Test
  void aSlopeThatGoesOnAtItsHigherSpeedHasNoFailureTime() {
    run(0, 40, day -> 0.5 * day);

    for (int day = 40; day < 120; day++) {
      SlopeEstimate now = run(day, day + 1, d -> 20 + 4 * (d - 40));
      assertThat(now.failure()).as("day %d", day).isNull();
    }
  }

  @Test
  void silenceMakesTheSlopeUnknownAndNeverGreen() {
    assertThat(judge.onTime(memory, 0, terms, 0).stage()).isEqualTo(Stage.UNKNOWN);
    run(0, 30, day -> 0.2 * day);

    assertThat(judge.onTime(memory, 0, terms, 34 * DAY)).isNull();
    SlopeEstimate silent = judge.onTime(memory, 0, terms, 34 * DAY + 1);
    assertThat(silent.stage()).isEqualTo(Stage.UNKNOWN);
    assertThat(silent.isGreen()).isFalse();
  }

  @Test
  void lateAndDoubledReadingsChangeNothing() {
    SlopeMemory other = new SlopeMemory(1);
    Random random = new Random(3);
    for (int day = 0; day < 60; day++) {
      double place = day + random.nextGaussian();
      SlopeEstimate one = judge.onReading(memory, 0, terms, day * DAY, place);
      SlopeEstimate two = judge.onReading(other, 0, terms, day * DAY, place);
      assertThat(judge.onReading(other, 0, terms, day * DAY, place + 7)).isNull();
      assertThat(judge.onReading(other, 0, terms, day * DAY - 1, place - 9)).isNull();
      assertThat(judge.onReading(other, 0, terms, day * DAY + 1, Double.NaN)).isNull();
      assertThat(two).isEqualTo(one);
    }
  }

  @Test
  void aBucketAveragesItsReadingsAndItsTimes() {
    SlopeTerms t = terms;
    terms =
        new SlopeTerms(
            4, 5, 15, 0.05, 3, 1, 2, t.steady(), t.angles(), t.forecast(), t.staleAfter());
    int estimates = 0;
    SlopeEstimate last = null;
    for (int i = 0; i < 92; i++) {
      SlopeEstimate now = judge.onReading(memory, 0, terms, i * DAY / 4, 0.3 * i / 4);
      estimates += now == null ? 0 : 1;
      last = now == null ? last : now;
    }

    assertThat(estimates).isEqualTo(23);
    assertThat(last.measured()).isEqualTo((88 + 91) * DAY / 8);
    assertThat(last.velocity()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void aMemoryBroughtBackJudgesOnAsIfNothingHappened() {
    Random random = new Random(11);
    Creep creep = new Creep(1, 30, 40, 0.4, 2);
    for (int day = 0; day < 69; day++) {
      SlopeMemory copy = new SlopeMemory(1);
      SlopeMemory from = memory;
      Copies.copy(from::pass, copy::pass);
      double place = creep.measured(day, random);
      assertThat(judge.onReading(copy, 0, terms, day * DAY, place))
          .isEqualTo(judge.onReading(memory, 0, terms, day * DAY, place));
    }
    memory.forget(0);
    assertThat(run(100, 101, day -> 0).stage()).isEqualTo(Stage.UNKNOWN);
  }

  @Test
  void refusesTermsThatContradictThemselves() {
    assertThatThrownBy(() -> new AngleLevels(45, 2, 80, 80)).hasMessageContaining("orange < red");
    assertThatThrownBy(() -> new AngleLevels(45, 46, 80, 85)).hasMessageContaining("45.0 - 46.0");
    assertThatThrownBy(() -> Creep.terms(0, 1)).hasMessageContaining("noise > 0");
    assertThatThrownBy(() -> Creep.terms(1, 0)).hasMessageContaining("declared > 0");
    assertThatThrownBy(() -> new SlopeTerms.ForecastTerms(1, 8, 5, 1.5, 2.2, 2))
        .hasMessageContaining("1.0");
    assertThatThrownBy(() -> new FailureTime(3, 2, 4)).hasMessageContaining("3, 2, 4");
  }
}
