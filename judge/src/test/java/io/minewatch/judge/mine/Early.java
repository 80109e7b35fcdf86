package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.ChatterRule;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PlausibleRule.Guard;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans whose points have the rules of early warning and of maintenance, and no others missing. */
final class Early {
  static final ChangeRule CHANGE =
      new ChangeRule(
          "change",
          "瓦斯异常",
          "Methane out of the ordinary",
          Measure.METHANE,
          Severity.BLUE,
          0.75,
          0.2,
          null,
          0,
          ChangeRule.Reach.MORE_THAN,
          ChangeRule.Way.RISE,
          0.01,
          Duration.ofMinutes(10),
          0.5,
          Duration.ofMinutes(2),
          Duration.ofHours(24),
          Plans.SOURCE);
  static final TrendRule TREND =
      new TrendRule(
          "trend",
          Severity.BLUE,
          Duration.ofSeconds(60),
          6,
          5,
          0.9,
          5,
          0.05,
          0.01,
          Duration.ofMinutes(60),
          Duration.ofMinutes(2),
          Plans.SOURCE);
  static final LostRule LOST = new LostRule("lost", Severity.ORANGE, Plans.SOURCE);
  static final FlatRule FLAT =
      new FlatRule("flat", Severity.BLUE, Duration.ofMinutes(30), 6, Plans.SOURCE);
  static final ChatterRule CHATTER =
      new ChatterRule(
          "chatter",
          Severity.BLUE,
          3,
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Plans.SOURCE);

  private Early() {}

  static PlausibleRule gate(Measure measure, Guard guard) {
    return new PlausibleRule(
        "gate",
        measure,
        Severity.BLUE,
        guard,
        0.1,
        8,
        3,
        20,
        5,
        Duration.ofMinutes(1),
        Plans.SOURCE);
  }

  /** Points T0, T1, … with the limit {@code r} and these rules. */
  static Plan methane(long version, int points, Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(Plans.rule("r", 0, 0)));
    rules.addAll(List.of(more));
    String[] ids = rules.stream().map(Rule::id).toArray(String[]::new);
    List<PointPlan> all = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      all.add(Plans.point("T" + i, Measure.METHANE, ids));
    }
    return Plans.plan(version, all, rules);
  }

  /** With everything, and sensors of which all is told. */
  static Plan everything(int points) {
    Plan plan =
        methane(
            1,
            points,
            CHANGE,
            TREND,
            LOST,
            FLAT,
            gate(Measure.METHANE, Guard.LETS_ALL_THROUGH),
            CHATTER);
    List<PointPlan> told =
        plan.points().stream().map(point -> told(point, Sensor.Reporting.PERIODIC, 0.02)).toList();
    return Plans.plan(1, told, plan.rules().subList(0, plan.rules().size() - 1));
  }

  static PointPlan told(PointPlan point, Sensor.Reporting reporting, double noiseFloor) {
    return new PointPlan(
        new PointId(point.id().value()),
        new ZoneId("face"),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        "",
        point.period(),
        point.rules(),
        new Sensor("", reporting, noiseFloor, -Sensor.WIDEST, Sensor.WIDEST));
  }
}
