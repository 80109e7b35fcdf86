package io.minewatch.judge.limit;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Side;
import java.util.List;
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
