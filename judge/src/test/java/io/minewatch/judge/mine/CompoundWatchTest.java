package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.NeverTrue;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mine's own conditions: gas, a fan, and a finding of another rule. */
class CompoundWatchTest {
  private static final Operand GAS = new Operand("gas", new PointId("T0"), "");
  private static final Operand FAN = new Operand("fan", new PointId("FAN"), "");
  private static final Operand ALARM = new Operand("alarm", new PointId("T0"), "r");

  private final List<Finding> told = new ArrayList<>();

  private static CompoundRule rule(String when, int raiseAfter, int clearAfter, Operand... known) {
    return new CompoundRule(
        "own",
        "综合",
        "own",
        "heading",
        new ZoneId("face"),
        List.of(known),
        when,
        Severity.ORANGE,
        Duration.ofSeconds(raiseAfter),
        Duration.ofSeconds(clearAfter),
        Plans.SOURCE);
  }

  private static Plan plan(long version, Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(Plans.rule("r", 0, 0)));
    rules.addAll(List.of(more));
    return Plans.plan(
        version,
        List.of(Plans.point("T0", Measure.METHANE, "r"), Plans.point("FAN", Measure.SWITCH)),
        rules);
  }

  private static Bench mine(Rule rule) {
    return new Bench(plan(1, rule));
  }

  private void gas(Bench mine, int second, double value) {
    mine.reading(second, "T0", value);
    keep(mine);
  }

  private void fan(Bench mine, int second, int state) {
    fan(mine, second, state, Quality.GOOD);
  }

  private void fan(Bench mine, int second, double state, Quality quality) {
    mine.readings(Bench.batch("FAN", state, "", Bench.millis(second), quality), second, -1);
    keep(mine);
  }

  private void keep(Bench mine) {
    mine.last.findings().stream().filter(f -> f.check() == Check.COMPOUND).forEach(told::add);
  }

  private List<String> kinds() {
    return told.stream().map(f -> f.kind() + " " + f.severity()).toList();
  }

  @ParameterizedTest(name = "gas {0}, fan {1}: {2}")
  @CsvSource({"0.49, 0, 0", "0.50, 0, 1", "0.51, 0, 1", "0.51, 1, 0"})
  void holdsOnlyWhereAllOfItDoes(double value, int state, int found) {
    Bench mine = mine(rule("!fan && gas >= 0.5", 0, 0, GAS, FAN));
    fan(mine, 0, state);
    gas(mine, 1, value);

    assertThat(told).hasSize(found);
    for (Finding own : told) {
      assertThat(own.subject()).hasToString("condition/heading");
      assertThat(own.rule()).isEqualTo("own");
      assertThat(own.zone()).isEqualTo(new ZoneId("face"));
      assertThat(own.planVersion()).isEqualTo(1);
      assertThat(own.detail())
          .containsEntry("fan", "false")
          .containsEntry("when", "!fan && gas >= 0.5")
          .containsKey("gas");
      assertThat(own.id())
          .isEqualTo(FindingIds.of(Plans.MINE, "condition/heading", "own", Bench.instant(1)));
    }
  }

  @ParameterizedTest(name = "held {0} s of 20: {1}")
  @CsvSource({"19, 0", "20, 1", "21, 1"})
  void countsWhenItHasHeldForItsDelay(int second, int found) {
    Bench mine = mine(rule("gas > 0.5", 20, 0, GAS));
    gas(mine, 0, 0.6);
    mine.timeIs(second);
    keep(mine);

    assertThat(told).hasSize(found);
  }

  @Test
  void isOverWhenItWasSeenToBeGoneForItsTime() {
    Bench mine = mine(rule("gas > 0.5", 0, 30, GAS));
    gas(mine, 0, 0.6);
    gas(mine, 10, 0.4);
    gas(mine, 39, 0.4);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    gas(mine, 40, 0.4);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @Test
  void aFaultyPointDoesNotKeepAConditionOpenThatDoesNotAskForIt() {
    CompoundRule own = rule("gas > 0.5", 0, 30, GAS);
    CompoundRule other =
        new CompoundRule(
            "other",
            "另",
            "other",
            "fan",
            own.zone(),
            List.of(FAN),
            "fan",
            Severity.ORANGE,
            Duration.ZERO,
            Duration.ZERO,
            Plans.SOURCE);
    Bench mine = new Bench(plan(1, own, other));
    gas(mine, 0, 0.6);
    for (int second = 10; second <= 40; second += 10) {
      gas(mine, second, 0.4);
      fan(mine, second, Double.NaN, Quality.SENSOR_FAULT);
    }

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!fan && gas > 0.5", "gas > 0.5 && !fan"})
  void whatIsNotKnownNeitherOpensNorClears(String when) {
    Bench mine = mine(rule(when, 0, 0, GAS, FAN));
    gas(mine, 0, 0.6); // of the fan nothing was heard yet
    assertThat(told).isEmpty();
    fan(mine, 1, 0);
    fan(mine, 2, Double.NaN, Quality.SENSOR_FAULT);
    assertThat(kinds()).containsExactly("OPENED ORANGE", "BLIND RED");
    fan(mine, 3, Double.NaN, Quality.SENSOR_FAULT);
    gas(mine, 4, 0.4); // false, whatever the fan does: that is known

    assertThat(told.get(told.size() - 1).kind()).hasToString("CLEARED");
  }

  @Test
  void anOperandThatFallsSilentBlindsWhatIsOpen() {
    Bench mine = mine(rule("gas > 0.5 || fan", 0, 0, GAS, FAN));
    fan(mine, 0, 0);
    gas(mine, 1, 0.6);
    mine.timeIs(120);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "BLIND RED");
    assertThat(told.get(1).detail()).containsEntry("gas", "unknown");
  }

  @Test
  void aFindingOfAnotherRuleIsAnOperand() {
    Bench mine = mine(rule("alarm && !fan", 0, 0, ALARM, FAN));
    fan(mine, 0, 0);
    gas(mine, 1, 0.9);
    assertThat(told).isEmpty();
    gas(mine, 2, 1.1);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    assertThat(told.get(0).detail()).containsEntry("alarm", "true");
    gas(mine, 3, 0.8);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @Test
  void thatNoFindingIsOpenIsOnlyKnownWhileThePointIsSeen() {
    Bench mine = mine(rule("!alarm && !fan", 0, 0, ALARM, FAN));
    fan(mine, 0, 0);
    assertThat(told).isEmpty();
    gas(mine, 1, 0.2);

    assertThat(kinds()).containsExactly("OPENED ORANGE");
  }

  @Test
  void lateAndDoubledReadingsChangeNothing() {
    Bench mine = mine(rule("gas > 0.5", 0, 0, GAS));
    gas(mine, 10, 0.6);
    mine.readings(Bench.batch("T0", 0.1, "%CH4", Bench.millis(5), Quality.GOOD), 11, -1);
    keep(mine);
    mine.readings(Bench.batch("T0", 0.6, "%CH4", Bench.millis(10), Quality.GOOD), 12, -1);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE");
  }

  @Test
  void goesOnAfterARestoreAndUnderANewPlanAndEndsBlindWithoutItsRule() {
    CompoundRule rule = rule("alarm && !fan", 0, 0, ALARM, FAN);
    Bench mine = mine(rule);
    fan(mine, 0, 0);
    gas(mine, 1, 1.1);
    mine.memory = ListTape.copy(mine.memory);
    mine.plan(2, plan(2, rule));
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    mine.plan(3, plan(3));
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "BLIND RED");
  }

  @Test
  void aNewConditionIsHeldAgainstWhatStandsAndAgainstNothingThatIsGone() {
    Bench mine = new Bench(plan(1));
    fan(mine, 0, 0);
    gas(mine, 1, 1.1);
    mine.plan(2, plan(2, rule("alarm && !fan", 0, 0, ALARM, FAN)));
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    assertThat(told.get(0).detail()).containsEntry("alarm", "true").containsEntry("fan", "false");
    gas(mine, 3, 0.8);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @Test
  void aNewConditionWaitsItsDelayFromItsPlanOn() {
    Bench mine = new Bench(plan(1));
    gas(mine, 1, 0.9);
    mine.plan(10, plan(2, rule("gas > 0.5", 20, 0, GAS)));
    keep(mine);
    mine.timeIs(29);
    keep(mine);
    assertThat(told).isEmpty();
    mine.timeIs(30);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE");
  }

  @Test
  void aPointThatIsDarkOrFaultyIsUnknownToANewCondition() {
    Bench mine = new Bench(plan(1));
    gas(mine, 0, 0.9);
    fan(mine, 1, Double.NaN, Quality.SENSOR_FAULT);
    mine.timeIs(120);
    mine.plan(121, plan(2, rule("gas > 0.5 || !fan", 0, 0, GAS, FAN)));
    keep(mine);

    assertThat(told).isEmpty();
  }

  /** T0 and T1 are judged by r; what is taken out of the plan ends no condition as over. */
  @Test
  void whatAPlanTakesOutLeavesNoConditionOpenForEverAndClearsNone() {
    CompoundRule any = rule("alarm", 0, 0, new Operand("alarm", null, "r"));
    Bench mine = new Bench(two(1, any, true));
    gas(mine, 0, 0.3);
    mine.reading(1, "T1", 1.2);
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    mine.plan(2, two(2, any, false));
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE", "BLIND RED");
    gas(mine, 10, 1.3);
    gas(mine, 20, 0.3);

    assertThat(kinds())
        .containsExactly("OPENED ORANGE", "BLIND RED", "OPENED ORANGE", "CLEARED ORANGE");
    assertThat(told.get(2).id()).isNotEqualTo(told.get(0).id());
  }

  private static Plan two(long version, Rule own, boolean both) {
    List<Rule> rules = List.of(Plans.rule("r", 0, 0), own);
    var points = new ArrayList<>(List.of(Plans.point("T0", Measure.METHANE, "r")));
    if (both) {
      points.add(Plans.point("T1", Measure.METHANE, "r"));
    }
    return Plans.plan(version, points, rules);
  }

  @Test
  void aPlanThatMakesAConditionUntrueClearsItOnlyByTheNextReading() {
    Bench mine = mine(rule("gas > 0.5", 0, 0, GAS));
    gas(mine, 0, 0.6);
    mine.plan(1, plan(2, rule("gas > 0.7", 0, 0, GAS)));
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    gas(mine, 2, 0.6);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @Test
  void ofManyPointsOneThatIsNotSeenLeavesTheAnswerOpen() {
    CompoundRule none = rule("!alarm", 0, 0, new Operand("alarm", null, "r"));
    Bench mine = new Bench(two(1, none, true));
    gas(mine, 0, 0.3);
    assertThat(told).isEmpty();
    mine.memory = ListTape.copy(mine.memory);
    mine.reading(1, "T1", 0.3);
    keep(mine);
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    mine.readings(Bench.batch("T1", 0, "", Bench.millis(2), Quality.SENSOR_FAULT), 2, -1);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "BLIND RED");
  }

  @Test
  void ofMoreThanAThousandOpenFindingsTheLastOneHoldsTheConditionOpen() {
    int points = 1_200;
    List<Rule> rules =
        List.of(Plans.rule("r", 0, 0), rule("alarm", 0, 0, new Operand("alarm", null, "r")));
    var all = new ArrayList<io.minewatch.domain.plan.PointPlan>();
    for (int i = 0; i < points; i++) {
      all.add(Plans.point("T" + i, Measure.METHANE, "r"));
    }
    Bench mine = new Bench(Plans.plan(1, all, rules));
    for (int i = 0; i < points; i++) {
      mine.reading(1, "T" + i, 1.2);
      keep(mine);
    }
    for (int i = 0; i < points - 1; i++) {
      mine.reading(2, "T" + i, 0.2);
      keep(mine);
    }
    assertThat(kinds()).containsExactly("OPENED ORANGE");
    mine.reading(3, "T" + (points - 1), 0.2);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE", "CLEARED ORANGE");
  }

  @Test
  void delaysAreCountedByOneClockWhateverTheClocksOfItsPoints() {
    Bench mine = mine(rule("gas > 0.5 && !fan", 60, 0, GAS, FAN));
    gas(mine, 0, 0.6);
    fan(mine, 1, 0);
    // This clock is ten minutes ahead: that is no time in which the condition has held.
    mine.readings(Bench.batch("FAN", 0, "", Bench.millis(602), Quality.GOOD), 2, -1);
    keep(mine);
    mine.timeIs(60);
    keep(mine);
    assertThat(told).isEmpty();
    mine.timeIs(61);
    keep(mine);

    assertThat(kinds()).containsExactly("OPENED ORANGE");
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "FAN, r, finds nothing of point FAN",
    "T9, r, there is no point T9",
    "T9, '', there is no point T9",
    "'', silence, finds nothing",
    "'', unused, no point is judged by rule unused",
    "T0, o-net, finds nothing of point T0",
    "'', own, itself a condition",
    "'', nowhere, there is no rule nowhere"
  })
  void anOperandThatCanNeverBeTrueIsRefused(String point, String of, String why) {
    Operand operand = new Operand("x", point.isEmpty() ? null : new PointId(point), of);
    OutageRule cut =
        new OutageRule(
            "o-net",
            OutageRule.Of.NETWORK,
            "断",
            "cut",
            Severity.ORANGE,
            Severity.BLUE,
            new Delays(Duration.ZERO, Duration.ZERO),
            Plans.SOURCE);
    CompoundRule own = rule(of.isEmpty() ? "x > 1.0" : "x", 0, 0, operand);
    Plan plan = plan(1, own, Plans.rule("unused", 0, 0), cut);
    assertThatThrownBy(() -> NeverTrue.refuse(plan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own")
        .hasMessageContaining("operand x")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gas", "gas > ", "gas && fan", "other > 1", "now() > 3", "[1].all(x, true)"})
  void whatIsNoYesOrNoOverTheOperandsIsRefused(String when) {
    assertThat(mine(rule(when, 0, 0, GAS, FAN)).memory.notJudged())
        .singleElement()
        .extracting(Summary.NotJudged::rule)
        .isEqualTo("own");
  }

  @Test
  void whatAsksForARuleThatIsNotThereIsRefused() {
    Operand nowhere = new Operand("x", null, "nowhere");
    assertThatThrownBy(() -> NeverTrue.refuse(plan(1, rule("x", 0, 0, nowhere))))
        .hasMessageContaining("nowhere");
  }

  /** Against a naive oracle, with a restore at every step: seeds are courses. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void saysWhatANaiveLookOverTheSameCourseSays(long seed) {
    Random random = new Random(seed);
    Bench mine = mine(rule("!fan && gas >= 0.5", 0, 0, GAS, FAN));
    boolean isOpen = false;
    Boolean fan = null;
    double gas = Double.NaN;
    for (int second = 0; second < 500; second++) {
      int before = told.size();
      if (random.nextBoolean()) {
        fan = random.nextInt(3) > 0;
        fan(mine, second, fan ? 1 : 0);
      } else {
        gas = random.nextInt(10) / 10.0;
        gas(mine, second, gas);
      }
      boolean known = fan != null && !Double.isNaN(gas);
      boolean holds = known && !fan && gas >= 0.5;
      boolean says = holds != isOpen;
      assertThat(told.size() - before).as("second %d", second).isEqualTo(says ? 1 : 0);
      isOpen = holds;
      mine.memory = ListTape.copy(mine.memory);
    }
  }
}
