package io.minewatch.judge.limit;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.watch.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitDelayTest extends OneSlot {
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
