package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plans of a small mine for tests: one face, one return airway, the surface. */
final class Plans {
  static final MineCode MINE = new MineCode("140921021337");
  static final Source SOURCE = new Source("test.yaml", "art. 1", "2026-01-01", Confidence.HIGH);

  private Plans() {}

  /** Points T0, T1, … each with the rule {@code r} and these delays in seconds. */
  static Plan methane(int points, int raiseAfter, int clearAfter) {
    List<PointPlan> all = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      all.add(point("T" + i, Measure.METHANE, "r"));
    }
    return plan(1, all, List.of(rule("r", raiseAfter, clearAfter)));
  }

  /** The same point with a sensor of which nothing is told but its upper end. */
  static PointPlan upTo(double highest, PointPlan point) {
    double end = Math.min(highest, Sensor.WIDEST);
    return new PointPlan(
        point.id(),
        point.zone(),
        point.measure(),
        point.name(),
        point.nameEnglish(),
        point.locationClass(),
        point.period(),
        point.rules(),
        new Sensor("", Sensor.Reporting.NOT_TOLD, 0, -Sensor.WIDEST, end));
  }

  static PointPlan point(String id, Measure measure, String... rules) {
    return new PointPlan(
        new PointId(id),
        new ZoneId("face"),
        measure,
        "名",
        "name",
        "",
        Duration.ofSeconds(10),
        List.of(rules));
  }

  static LimitRule rule(String id, int raiseAfter, int clearAfter) {
    return new LimitRule(
        id,
        Measure.METHANE,
        Side.HIGH,
        List.of(
            new Step(Step.Act.ALARM, 1.0, Severity.ORANGE),
            new Step(Step.Act.CUT, 1.5, Severity.RED)),
        1.0,
        Duration.ofSeconds(raiseAfter),
        Duration.ofSeconds(clearAfter),
        "",
        SOURCE);
  }

  static Plan plan(long version, List<PointPlan> points, List<? extends Rule> rules) {
    List<Rule> all = new ArrayList<>(rules);
    all.add(new SilenceRule("silence", 3, Duration.ofSeconds(60), SOURCE));
    return new Plan(
        MINE,
        "矿",
        "mine",
        version,
        Instant.EPOCH,
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofSeconds(30),
        List.of(zone("surface", 0), zone("face", 1), zone("return", 1)),
        points,
        all);
  }

  private static ZonePlan zone(String id, int depth) {
    return new ZonePlan(new ZoneId(id), "区", "zone", depth > 0, 0, List.of(), 0, depth);
  }
}
