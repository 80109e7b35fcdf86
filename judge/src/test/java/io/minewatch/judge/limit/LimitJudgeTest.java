package io.minewatch.judge.limit;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitJudgeTest {
  private final List<Fact> facts = new ArrayList<>();
  private final Excursions x = new Excursions(1);
  private LimitTerms terms = methane(0, 0);

  private static LimitTerms methane(int raiseAfter, int clearAfter) {
    return terms(Side.HIGH, 1.0, 1.5, 1.0, raiseAfter, clearAfter);
  }

  private static LimitTerms terms(
      Side side, double alarm, double cut, double restore, int raiseAfter, int clearAfter) {
    return new LimitTerms(
        new LimitRule(
            "r",
            Measure.METHANE,
            side,
            List.of(
                new Step(Step.Act.ALARM, alarm, Severity.ORANGE),
                new Step(Step.Act.CUT, cut, Severity.RED)),
            restore,
            Duration.ofSeconds(raiseAfter),
            Duration.ofSeconds(clearAfter),
            "",
            new Source("p", "c", "d", Confidence.HIGH)));
  }

  private List<FindingKind> at(int second, double value) {
    return at(second, value, Quality.GOOD);
  }

  private List<FindingKind> at(int second, double value, Quality quality) {
    facts.clear();
    Sample sample = new Sample().set(value, second * 1000L, second * 1000L + 7, quality);
    if (quality.measures()) {
      LimitJudge.onReading(x, 0, terms, sample, facts);
    } else {
      LimitJudge.onNoMeasurement(x, 0, terms, sample, facts);
    }
    return facts.stream().map(Fact::kind).toList();
  }

  private List<FindingKind> timeIs(int second, int lastSecond, double last) {
    facts.clear();
    Sample sample = new Sample().set(last, lastSecond * 1000L, lastSecond * 1000L, Quality.GOOD);
    LimitJudge.onTime(x, 0, terms, second * 1000L, sample, facts);
    return facts.stream().map(Fact::kind).toList();
  }

  @ParameterizedTest(name = "danger when {0}: {1} gives {2} facts")
  @CsvSource({
    "HIGH, 0.99, 0", "HIGH, 1.00, 1", "HIGH, 1.01, 1",
    "HIGH, 1.49, 1", "HIGH, 1.50, 2", "HIGH, 1.51, 2",
    "LOW, 18.01, 0", "LOW, 18.00, 1", "LOW, 17.99, 1",
    "LOW, 16.01, 1", "LOW, 16.00, 2", "LOW, 15.99, 2"
  })
  void reachesAStepAtItsValueAndNotJustBefore(Side side, double value, int expected) {
    terms = side == Side.HIGH ? methane(0, 0) : terms(Side.LOW, 18, 16, 18, 0, 0);

    assertThat(at(0, value)).isEqualTo(List.of(OPENED, RAISED).subList(0, expected));
  }

  @ParameterizedTest(name = "danger when {0}: {1} clears {2} times")
  @CsvSource({
    "HIGH, 1.01, 0", "HIGH, 1.00, 0", "HIGH, 0.99, 1",
    "LOW, 17.99, 0", "LOW, 18.00, 0", "LOW, 18.01, 1"
  })
  void restoresOnlyStrictlyOnTheSafeSide(Side side, double value, int cleared) {
    terms = side == Side.HIGH ? methane(0, 0) : terms(Side.LOW, 18, 16, 18, 0, 0);
    at(0, side == Side.HIGH ? 1.6 : 15);

    assertThat(at(1, value)).hasSize(cleared).allMatch(CLEARED::equals);
  }

  @Test
  void aCutStaysACutUntilRestoredAndThePeakIsLatched() {
    at(0, 1.2);
    at(10, 1.7);
    assertThat(at(20, 1.1)).isEmpty();
    assertThat(at(30, 1.6)).isEmpty();

    assertThat(at(40, 0.5)).containsExactly(CLEARED);
    Fact cleared = facts.get(0);
    assertThat(cleared.severity()).isEqualTo(Severity.RED);
    assertThat(cleared.number()).isEqualTo(2);
    assertThat(cleared.onset()).isZero();
    assertThat(cleared.peak()).isEqualTo(1.7);
    assertThat(cleared.peakAt()).isEqualTo(10_000);
    assertThat(cleared.limit()).isEqualTo(1.0);
    assertThat(cleared.received()).isEqualTo(40_007);
  }

  @Test
  void aNewExcursionStartsItsNumbersAndItsPeakAgain() {
    at(0, 1.9);
    at(10, 0.5);
    at(20, 1.1);

    assertThat(facts.get(0).number()).isZero();
    assertThat(facts.get(0).onset()).isEqualTo(20_000);
    assertThat(facts.get(0).peak()).isEqualTo(1.1);
  }

  @ParameterizedTest(name = "reached at 0 s and still at {0} s: {1} facts")
  @CsvSource({"29, 0", "30, 1", "31, 1"})
  void raisesWhenTheDelayIsOverAndNotJustBefore(int second, int expected) {
    terms = methane(30, 0);
    at(0, 1.2);

    assertThat(at(second, 1.1)).hasSize(expected);
    facts.forEach(fact -> assertThat(fact.onset()).isZero());
    facts.forEach(fact -> assertThat(fact.peak()).isEqualTo(1.2));
  }

  @Test
  void fallingBackBeforeTheDelayIsOverOpensNothing() {
    terms = methane(30, 0);
    at(0, 1.2);
    at(10, 0.9);

    assertThat(at(30, 1.2)).isEmpty();
    assertThat(at(59, 1.2)).isEmpty();
    assertThat(at(60, 1.2)).containsExactly(OPENED);
    assertThat(facts.get(0).onset()).isEqualTo(30_000);
  }

  @Test
  void eachStepHasItsOwnDelay() {
    terms = methane(30, 0);
    at(0, 1.2);
    at(20, 1.6);

    assertThat(at(30, 1.6)).containsExactly(OPENED);
    assertThat(at(49, 1.6)).isEmpty();
    assertThat(at(50, 1.6)).containsExactly(RAISED);
  }

  @Test
  void aPointThatFallsSilentWhileRisingOpensWhenTheDelayIsOver() {
    terms = methane(30, 0);
    at(0, 1.2);

    assertThat(LimitJudge.dueAt(x, 0, terms)).isEqualTo(30_000);
    assertThat(timeIs(29, 0, 1.2)).isEmpty();
    assertThat(timeIs(30, 0, 1.2)).containsExactly(OPENED);
    assertThat(LimitJudge.dueAt(x, 0, terms)).isEqualTo(Long.MAX_VALUE);
    assertThat(timeIs(31, 0, 1.2)).isEmpty();
  }

  @ParameterizedTest(name = "safe since 10 s and still at {0} s: {1} facts")
  @CsvSource({"69, 0", "70, 1", "71, 1"})
  void clearsWhenTheDelayIsOverAndNotJustBefore(int second, int expected) {
    terms = methane(0, 60);
    at(0, 1.2);
    at(10, 0.5);

    assertThat(at(second, 0.6)).hasSize(expected);
  }

  @Test
  void theClearingDelayStartsAgainAfterARiseAndAfterAnythingThatIsNoMeasurement() {
    terms = methane(0, 60);
    at(0, 1.2);
    at(10, 0.5);
    at(60, 1.0);
    assertThat(at(80, 0.5)).isEmpty();
    at(100, 0.5, Quality.CALIBRATION);
    assertThat(at(140, 0.5)).isEmpty();
    assertThat(at(200, 0.5)).containsExactly(CLEARED);
  }

  @Test
  void timeAloneNeverClears() {
    terms = methane(0, 60);
    at(0, 1.2);
    at(10, 0.5);

    assertThat(timeIs(10_000, 10, 0.5)).isEmpty();
    assertThat(x.isOpen(0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Quality.class,
      names = {"GOOD", "OVER_RANGE"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatIsNoMeasurementNeitherOpensNorClears(Quality quality) {
    assertThat(at(0, 9, quality)).isEmpty();
    at(10, 1.2);

    assertThat(at(20, 0.1, quality)).doesNotContain(CLEARED);
    assertThat(x.isOpen(0)).isTrue();
    assertThat(x.isBlind(0)).isEqualTo(quality.blinds());
  }

  @Test
  void overRangeMeasures() {
    assertThat(at(0, 4.0, Quality.OVER_RANGE)).containsExactly(OPENED, RAISED);
  }

  @Test
  void blindHoldsAndRaisesOnceAndSeenGoesBackToTheLevelReached() {
    at(0, 1.2);
    assertThat(at(10, Double.NaN, Quality.DISCONNECTED)).containsExactly(BLIND);
    assertThat(facts.get(0).severity()).isEqualTo(Severity.RED);
    assertThat(at(20, Double.NaN, Quality.SENSOR_FAULT)).isEmpty();
    assertThat(at(25, 1.1, Quality.CALIBRATION)).isEmpty();

    assertThat(at(30, 1.1)).containsExactly(SEEN);
    assertThat(facts.get(0).severity()).isEqualTo(Severity.ORANGE);
    assertThat(at(40, Double.NaN, Quality.DISCONNECTED)).containsExactly(BLIND);
    assertThat(at(50, 1.6)).containsExactly(SEEN, RAISED);
    assertThat(at(60, Double.NaN, Quality.DISCONNECTED)).containsExactly(BLIND);
    assertThat(at(70, 0.2)).containsExactly(CLEARED);
    assertThat(facts.get(0).number()).isEqualTo(7);
  }

  @Test
  void aRuleWithFewerStepsKeepsTheExcursionAtItsLastStep() {
    at(0, 1.6);
    LimitTerms one =
        new LimitTerms(
            new LimitRule(
                "r",
                Measure.METHANE,
                Side.HIGH,
                List.of(new Step(Step.Act.ALARM, 0.8, Severity.YELLOW)),
                0.8,
                Duration.ZERO,
                Duration.ZERO,
                "",
                new Source("p", "c", "d", Confidence.HIGH)));
    Excursions after = new Excursions(1);

    after.carryOver(0, one, x, 0);

    assertThat(after.isOpen(0)).isTrue();
    List<Fact> then = new ArrayList<>();
    LimitJudge.onReading(after, 0, one, new Sample().set(0.5, 9_000, 9_000, Quality.GOOD), then);
    assertThat(then).extracting(Fact::kind).containsExactly(CLEARED);
    assertThat(then.get(0).number()).isEqualTo(2);
  }
}
