package io.minewatch.alerting.registry;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The plan under which test readings are judged: one zone, one point, one limit that nothing is
 * measured against in any mine.
 */
public final class CanaryMine {
  public static final GatewayId GATEWAY = new GatewayId("canary");
  public static final PointId POINT = new PointId("canary");
  public static final Measure MEASURE = Measure.DISPLACEMENT;

  /** A value that ends a finding. */
  public static final double WELL = 0;

  /** A value that opens one. */
  public static final double NOT_WELL = 2;

  private static final double BETWEEN = 1;

  private CanaryMine() {}

  /** The plan; the silence of a canary is looked at by its age, not by this rule. */
  public static Plan plan(SilenceRule silence) {
    Source source =
        new Source("platform.yaml", "test reading, no limit", "2026-01-01", Confidence.PROPOSAL);
    LimitRule limit =
        new LimitRule(
            "platform:canary",
            MEASURE,
            Side.HIGH,
            List.of(new Step(Step.Act.ALARM, BETWEEN, Severity.BLUE)),
            BETWEEN,
            Duration.ZERO,
            Duration.ZERO,
            "",
            source);
    ZoneId zone = new ZoneId("surface");
    return new Plan(
        MineCode.CANARY,
        "自检",
        "Canary",
        1,
        Instant.EPOCH,
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofMinutes(1),
        List.of(new ZonePlan(zone, "地面", "Surface", false, 0, List.of(), 0, 0)),
        List.of(
            new PointPlan(
                POINT,
                zone,
                MEASURE,
                "自检",
                "Canary",
                "",
                Duration.ofMinutes(1),
                List.of(limit.id()))),
        List.of(limit, silence));
  }
}
