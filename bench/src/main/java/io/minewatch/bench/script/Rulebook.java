package io.minewatch.bench.script;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit rules of the workload. They have the shape of real ones (two steps, low side, delay
 * before clearing, hysteresis) so that judging costs what it costs at a mine; they are part of the
 * load, not of any rule pack, and judge nobody's mine.
 */
public final class Rulebook {
  public static final String METHANE = "bench:methane";
  public static final String CO = "bench:co";
  public static final String WIND_LOW = "bench:wind-low";
  public static final String WIND_HIGH = "bench:wind-high";
  public static final String HEAT = "bench:heat";
  public static final String OXYGEN = "bench:oxygen";
  public static final String CO2 = "bench:co2";
  public static final String STOPPED = "bench:stopped";
  public static final String LEVEL = "bench:level";
  public static final String INFLOW = "bench:inflow";

  private static final Source SOURCE =
      new Source("bench", "part of the benchmark's load", "2026-01-01", Confidence.PROPOSAL);

  /** As the row {@code reentry-hold} of the platform's pack, which the paced run reads as it is. */
  private static final Duration HOLD = Duration.ofSeconds(60);

  private Rulebook() {}

  /** All limit rules; each mine has them all. */
  public static List<LimitRule> rules() {
    return List.of(
        high(METHANE, Measure.METHANE, 0.8, 0, orange(1.0), red(1.5)),
        high(CO, Measure.CARBON_MONOXIDE, 20, 60, orange(24)),
        low(WIND_LOW, Measure.AIR_SPEED, 0.3, yellow(0.25)),
        high(WIND_HIGH, Measure.AIR_SPEED, 3.8, 0, yellow(4)),
        high(HEAT, Measure.TEMPERATURE, 25.5, 0, yellow(26), orange(30)),
        low(OXYGEN, Measure.OXYGEN, 20.2, orange(20)),
        high(CO2, Measure.CARBON_DIOXIDE, 0.4, 0, yellow(0.5), orange(1.5)),
        low(STOPPED, Measure.SWITCH, 0, red(0)),
        high(LEVEL, Measure.WATER_LEVEL, 2.5, 0, yellow(3), red(4)),
        high(INFLOW, Measure.INFLOW, 90, 60, yellow(100), red(150)));
  }

  /**
   * The same rules as alerting makes them of a rule pack: the first step alarms and is orange, a
   * second cuts and is red, and all end after the same hold.
   */
  public static List<LimitRule> rulesOfARegistry() {
    return rules().stream().map(Rulebook::ofARegistry).toList();
  }

  private static LimitRule ofARegistry(LimitRule rule) {
    List<Step> steps = new ArrayList<>();
    steps.add(orange(rule.steps().get(0).at()));
    if (rule.steps().size() > 1) {
      steps.add(red(rule.steps().get(1).at()));
    }
    return new LimitRule(
        rule.id(),
        rule.measure(),
        rule.side(),
        steps,
        rule.restore(),
        Duration.ZERO,
        HOLD,
        "",
        SOURCE);
  }

  /** The same and the silence rule. */
  public static List<Rule> allOfARegistry() {
    List<Rule> all = new ArrayList<>(rulesOfARegistry());
    all.add(silence());
    return all;
  }

  /** These and the silence rule: the rules of a plan. */
  public static List<Rule> all() {
    List<Rule> all = new ArrayList<>(rules());
    all.add(silence());
    return all;
  }

  public static SilenceRule silence() {
    return new SilenceRule("bench:silence", 3, Duration.ofSeconds(60), SOURCE);
  }

  private static LimitRule high(
      String id, Measure measure, double restore, int clearAfterSeconds, Step... steps) {
    return rule(id, measure, Side.HIGH, restore, clearAfterSeconds, steps);
  }

  private static LimitRule low(String id, Measure measure, double restore, Step... steps) {
    return rule(id, measure, Side.LOW, restore, 0, steps);
  }

  private static LimitRule rule(
      String id, Measure measure, Side side, double restore, int clearAfterSeconds, Step... steps) {
    return new LimitRule(
        id,
        measure,
        side,
        List.of(steps),
        restore,
        Duration.ZERO,
        Duration.ofSeconds(clearAfterSeconds),
        "",
        SOURCE);
  }

  private static Step yellow(double at) {
    return new Step(Step.Act.ALARM, at, Severity.YELLOW);
  }

  private static Step orange(double at) {
    return new Step(Step.Act.ALARM, at, Severity.ORANGE);
  }

  private static Step red(double at) {
    return new Step(Step.Act.CUT, at, Severity.RED);
  }
}
