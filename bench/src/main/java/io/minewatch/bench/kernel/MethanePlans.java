package io.minewatch.bench.kernel;

import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mines that have the methane points of the demo mine many times over, judged by what the real rule
 * packs say of each. The sensors are declared, so that also standing still is judged: every rule
 * that a methane point can have, it has.
 */
public final class MethanePlans {
  private static final double RESOLUTION = 0.01;
  private static final String FIRST_CODE = "140921%06d";

  private final Plan demo;

  /** From the folder of the rule packs and that of the demo mine's registry. */
  public MethanePlans(Path rules, Path mines) {
    MineEntry entry = MineLoader.load(mines, RulePackLoader.load(rules)).values().iterator().next();
    demo = entry.plan();
  }

  /** One mine of so many methane points; the number makes its code. */
  public Plan plan(int number, int points, Rules judged) {
    List<PointPlan> methane =
        demo.points().stream().filter(p -> p.measure() == Measure.METHANE).toList();
    Set<String> limits = new HashSet<>();
    demo.limits().forEach(rule -> limits.add(rule.id()));
    List<PointPlan> all = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < points; i++) {
      PointPlan point = methane.get(i % methane.size());
      List<String> ids =
          point.rules().stream().filter(id -> judged == Rules.ALL || limits.contains(id)).toList();
      used.addAll(ids);
      all.add(point(point, "M%05d".formatted(i), ids));
    }
    List<Rule> rules =
        demo.rules().stream()
            .filter(rule -> used.contains(rule.id()) || isOfTheMine(rule, judged))
            .toList();
    return new Plan(
        new MineCode(FIRST_CODE.formatted(number)),
        demo.name(),
        demo.nameEnglish(),
        1,
        Instant.EPOCH,
        demo.status(),
        demo.shifts(),
        demo.tagPeriod(),
        demo.zones(),
        all,
        rules);
  }

  /**
   * What is about the mine as a whole, outages among it; what is about other points is left out.
   */
  private static boolean isOfTheMine(Rule rule, Rules judged) {
    return rule instanceof SilenceRule || (judged == Rules.ALL && rule instanceof OutageRule);
  }

  private static PointPlan point(PointPlan like, String id, List<String> rules) {
    return new PointPlan(
        new PointId(id),
        like.zone(),
        like.measure(),
        like.name(),
        like.nameEnglish(),
        like.locationClass(),
        like.period(),
        rules,
        new Sensor("", Sensor.Reporting.PERIODIC, RESOLUTION, -Sensor.WIDEST, Sensor.WIDEST));
  }
}
