package io.minewatch.bench.script;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.ChatterRule;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.reading.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules of early warning and of maintenance over a plan of the workload, at every point that is no
 * switch. Like {@link Rulebook} they have the shape of real ones and judge nobody's mine.
 */
public final class EarlyRules {
  private static final Source SOURCE =
      new Source("bench", "part of the benchmark's load", "2026-01-01", Confidence.PROPOSAL);

  /** As a pack of rules: a fifth of what a measure usually is. */
  private static final double SHARE = 0.2;

  private static final double RESOLUTION = 0.01;

  private EarlyRules() {}

  /** The same plan with these rules beside its own. */
  public static Plan over(Plan plan) {
    List<Rule> rules = new ArrayList<>(plan.rules());
    rules.addAll(List.of(trend(), lost(), flat(), chatter()));
    Map<Measure, List<String>> own = new TreeMap<>();
    for (PointKind kind : PointKind.values()) {
      if (kind.measure() != Measure.SWITCH) {
        rules.addAll(of(kind));
        own.put(kind.measure(), ids(kind));
      }
    }
    return plan.with(
        plan.zones(), plan.points().stream().map(point -> over(point, own)).toList(), rules);
  }

  private static List<Rule> of(PointKind kind) {
    return List.of(change(kind), gate(kind));
  }

  private static List<String> ids(PointKind kind) {
    List<Rule> all = new ArrayList<>(of(kind));
    all.addAll(List.of(trend(), lost(), flat(), chatter()));
    return all.stream().map(Rule::id).toList();
  }

  private static PointPlan over(PointPlan point, Map<Measure, List<String>> own) {
    List<String> ids = new ArrayList<>(point.rules());
    ids.addAll(own.getOrDefault(point.measure(), List.of()));
    return new PointPlan(
        point.id(),
        point.zone(),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        point.locationClass(),
        point.period(),
        ids,
        new Sensor("", Sensor.Reporting.PERIODIC, RESOLUTION, -Sensor.WIDEST, Sensor.WIDEST));
  }

  private static ChangeRule change(PointKind kind) {
    return new ChangeRule(
        "bench:change-" + kind.prefix(),
        "",
        "",
        kind.measure(),
        Severity.BLUE,
        null,
        null,
        SHARE,
        kind.mean() / 100.0 * SHARE,
        ChangeRule.Reach.AT_LEAST,
        ChangeRule.Way.RISE,
        RESOLUTION,
        Duration.ofMinutes(10),
        0.5,
        Duration.ofMinutes(10),
        Duration.ofHours(24),
        SOURCE);
  }

  private static PlausibleRule gate(PointKind kind) {
    return new PlausibleRule(
        "bench:gate-" + kind.prefix(),
        kind.measure(),
        Severity.BLUE,
        PlausibleRule.Guard.LETS_ALL_THROUGH,
        Math.max(RESOLUTION, kind.spread() / 100.0),
        8,
        3,
        100,
        10,
        Duration.ofMinutes(10),
        SOURCE);
  }

  private static TrendRule trend() {
    return new TrendRule(
        "bench:trend",
        Severity.BLUE,
        Duration.ofMinutes(2),
        6,
        5,
        0.9,
        30,
        0.05,
        0.001,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        SOURCE);
  }

  private static LostRule lost() {
    return new LostRule("bench:lost", Severity.ORANGE, SOURCE);
  }

  private static FlatRule flat() {
    return new FlatRule("bench:flat", Severity.BLUE, Duration.ofMinutes(30), 6, SOURCE);
  }

  private static ChatterRule chatter() {
    return new ChatterRule(
        "bench:chatter", Severity.BLUE, 4, Duration.ofMinutes(10), Duration.ofMinutes(15), SOURCE);
  }
}
