package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition that waits to be over, when a plan takes out what others of its rule are about. */
class CompoundPlanTest {
  private static final Operand FAN = new Operand("fan", new PointId("FAN"), "");

  private final List<String> told = new ArrayList<>();

  /** Gas at T0 and, with two, at T1; the condition asks for a finding and for a fan that stands. */
  private static Plan plan(long version, int gas, Operand alarm) {
    List<PointPlan> points = new ArrayList<>(List.of(Plans.point("FAN", Measure.SWITCH)));
    for (int i = 0; i < gas; i++) {
      points.add(Plans.point("T" + i, Measure.METHANE, "r"));
    }
    List<Rule> rules = List.of(Plans.rule("r", 0, 0), own("alarm && !fan", alarm, FAN));
    return Plans.plan(version, points, rules);
  }

  private static CompoundRule own(String when, Operand... operands) {
    return new CompoundRule(
        "own",
        "综合",
        "own",
        "heading",
        new ZoneId("face"),
        List.of(operands),
        when,
        Severity.ORANGE,
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  /** What a point said last is no measurement, though of the very time of the one before. */
  @ParameterizedTest(name = "then {0}: opened {1}")
  @CsvSource({"GOOD, 1", "DISCONNECTED, 0", "CALIBRATION, 0"})
  void aNewConditionIsHeldAgainstWhatIsTrustedNow(Quality then, int opened) {
    List<PointPlan> points = List.of(Plans.point("T0", Measure.METHANE));
    Bench mine = new Bench(Plans.plan(1, points, List.of()));
    mine.readings(Bench.batch("T0", 0.8, "", Bench.millis(0), Quality.GOOD), 0, 1);
    mine.readings(Bench.batch("T0", 0.8, "", Bench.millis(0), then), 1, 2);
    Operand gas = new Operand("gas", new PointId("T0"), "");
    mine.plan(2, Plans.plan(2, points, List.of(own("gas >= 0.5", gas))));
    keep(mine);

    assertThat(told).hasSize(opened);
  }

  private void fan(Bench mine, int second, int state) {
    mine.readings(Bench.batch("FAN", state, "", Bench.millis(second), Quality.GOOD), second, -1);
    keep(mine);
  }

  private void keep(Bench mine) {
    mine.last.findings().stream()
        .filter(f -> f.check() == Check.COMPOUND)
        .forEach(f -> told.add(f.kind().name()));
  }

  /** Both points are in excursion and the fan stands; then it runs again. */
  private Bench waiting(Operand alarm) {
    Bench mine = new Bench(plan(1, 2, alarm));
    fan(mine, 0, 0);
    mine.reading(1, "T0", 1.2);
    keep(mine);
    mine.reading(2, "T1", 1.2);
    keep(mine);
    fan(mine, 3, 1);
    assertThat(told).containsExactly("OPENED");
    return mine;
  }

  private void without(Bench mine, Operand alarm) {
    mine.plan(4, plan(2, 1, alarm));
    keep(mine);
  }

  @Test
  void anotherPointOfTheRuleThatIsTakenOutBlindsNothing() {
    Operand alarm = new Operand("alarm", new PointId("T0"), "r");
    Bench mine = waiting(alarm);
    without(mine, alarm);
    fan(mine, 33, 1);

    assertThat(told).containsExactly("OPENED", "CLEARED");
  }

  @Test
  void aFindingThatStandsElsewhereHoldsWhatIsAskedForAnywhere() {
    Operand alarm = new Operand("alarm", null, "r");
    Bench mine = waiting(alarm);
    without(mine, alarm);
    fan(mine, 33, 1);

    assertThat(told).containsExactly("OPENED", "CLEARED");
  }

  @Test
  void whatIsUntrueWhateverWasTakenOutIsWatchedInFull() {
    Operand alarm = new Operand("alarm", null, "r");
    Bench mine = waiting(alarm);
    mine.reading(3, "T0", 0.2);
    keep(mine);
    without(mine, alarm);
    fan(mine, 33, 1);

    assertThat(told).containsExactly("OPENED", "CLEARED");
  }

  @Test
  void whatOnlyThePlanMadeUntrueEndsBlind() {
    Operand alarm = new Operand("alarm", null, "r");
    Bench mine = new Bench(plan(1, 2, alarm));
    fan(mine, 0, 0);
    mine.reading(1, "T0", 0.2);
    mine.reading(2, "T1", 1.2);
    keep(mine);
    without(mine, alarm);

    assertThat(told).containsExactly("OPENED", "BLIND");
  }

  /** As a plan that was kept by an earlier judge, which read the expression otherwise. */
  @Test
  void whatCannotBeJudgedAfterARestoreIsKeptAndShownAndBlindWhereItStood() {
    Operand alarm = new Operand("alarm", new PointId("T0"), "r");
    Bench mine = new Bench(plan(1, 1, alarm));
    fan(mine, 0, 0);
    mine.reading(1, "T0", 1.2);
    keep(mine);
    Operand nowhere = new Operand("alarm", new PointId("T0"), "gone");
    mine.memory = ListTape.copy(mine.memory, plan(1, 1, nowhere));
    mine.reading(10, "T0", 1.2);
    keep(mine);
    mine.reading(20, "T0", 0.2);
    keep(mine);
    mine.timeIs(30);

    assertThat(told).containsExactly("OPENED", "BLIND");
    assertThat(mine.last.summary().notJudged())
        .containsExactly(
            new Summary.NotJudged("own", "operand alarm can never be true: there is no rule gone"));
  }
}
