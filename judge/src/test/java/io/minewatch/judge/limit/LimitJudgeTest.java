package io.minewatch.judge.limit;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitJudgeTest extends OneSlot {
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

  /** Alarm, cut and withdrawal at one value, as art. 536 and 192 have it for returns. */
  @ParameterizedTest(name = "{0} gives {1}, wanting {2}")
  @CsvSource({
    "0.99, '', ''",
    "1.00, OPENED RAISED, ALARM WITHDRAW",
    "1.01, OPENED RAISED, ALARM WITHDRAW"
  })
  void stepsAtOneValueAreToldOnceByTheLast(double value, String kinds, String acts) {
    terms = terms(Side.HIGH, 1.0, new double[] {1.0, 1.0});
    at(0, value);
    assertThat(words(fact -> fact.kind().name())).isEqualTo(kinds);
    assertThat(words(fact -> fact.act().name())).isEqualTo(acts);
    assertThat(facts).extracting(Fact::number).doesNotHaveDuplicates();
  }

  /** As art. 536 and 193 have it for a face: a cut and a withdrawal at 1.5. */
  @Test
  void whatIsWantedIsThatOfTheLastStepReachedUntilTheEnd() {
    terms = terms(Side.HIGH, 1.0, new double[] {1.5, 1.5});
    at(0, 1.49);
    assertThat(words(fact -> fact.act().name())).isEqualTo("ALARM");
    at(10, 1.5);
    assertThat(words(fact -> fact.kind() + "/" + fact.act())).isEqualTo("RAISED/WITHDRAW");
    at(20, 1.1, Quality.SENSOR_FAULT);
    assertThat(words(fact -> fact.kind() + "/" + fact.act())).isEqualTo("BLIND/WITHDRAW");
    at(30, 1.1);
    at(40, 0.9);
    assertThat(words(fact -> fact.kind() + "/" + fact.act())).isEqualTo("CLEARED/WITHDRAW");
  }

  /** A mine's own withdrawal may lie before the cut: whatever else is reached, people must out. */
  @Test
  void aWithdrawalIsNotForgottenAtTheCutBehindIt() {
    terms =
        new LimitTerms(
            new LimitRule(
                "r",
                Measure.METHANE,
                Side.HIGH,
                List.of(
                    new Step(Step.Act.ALARM, 1.0, Severity.ORANGE),
                    new Step(Step.Act.WITHDRAW, 1.2, Severity.RED),
                    new Step(Step.Act.CUT, 1.5, Severity.RED)),
                1.0,
                Duration.ZERO,
                Duration.ZERO,
                "",
                new Source("p", "c", "d", Confidence.OWN)));
    at(0, 1.3);
    assertThat(words(fact -> fact.act().name())).isEqualTo("ALARM WITHDRAW");
    at(1, 1.5);
    assertThat(words(fact -> fact.act().name())).isEqualTo("WITHDRAW");
  }

  private String words(Function<Fact, String> word) {
    return facts.stream().map(word).collect(Collectors.joining(" "));
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
}
