package io.minewatch.ingest;

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
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A small mine for tests, shaped like the demo's. */
public final class ModelPlan {
  public static final MineCode MINE = new MineCode("140921021337");
  public static final Instant START = Instant.parse("2026-01-01T02:00:00Z");
  public static final String TRIPLE = "cn-coal-2025:536-2";
  public static final Plan PLAN = plan(1);

  private ModelPlan() {}

  public static Plan plan(long version) {
    return plan(version, Duration.ZERO);
  }

  /** The plan with limits that clear after this time. */
  public static Plan plan(long version, Duration hold) {
    return new Plan(
        MINE,
        "示范煤矿",
        "Model Colliery",
        version,
        Instant.EPOCH,
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofSeconds(30),
        List.of(
            zone("surface", false, 0, "main-shaft"),
            zone("main-shaft", true, 0, "surface", "main-haulage"),
            zone(
                "main-haulage",
                true,
                0,
                "main-shaft",
                "intake-0101",
                "return-0101",
                "heading-0201"),
            zone("intake-0101", true, 0, "main-haulage", "face-0101"),
            zone("return-0101", true, 3, "main-haulage", "face-0101"),
            zone("face-0101", true, 16, "intake-0101", "return-0101"),
            zone("heading-0201", true, 9, "main-haulage")),
        List.of(
            point("T1-0101", "face-0101", Measure.METHANE, TRIPLE),
            point("T0-0101", "face-0101", Measure.METHANE, TRIPLE),
            point("T2-0101", "return-0101", Measure.METHANE, TRIPLE),
            point("T1-0201", "heading-0201", Measure.METHANE, TRIPLE),
            point("CO-0101", "return-0101", Measure.CARBON_MONOXIDE),
            point("V-0101", "return-0101", Measure.AIR_SPEED),
            point("FAN-0201", "heading-0201", Measure.SWITCH),
            point("W-01", "main-haulage", Measure.WATER_LEVEL),
            point("Q-PUMP", "main-haulage", Measure.INFLOW),
            point("PUMP-1", "main-haulage", Measure.SWITCH),
            point("RAIN-01", "surface", Measure.RAINFALL),
            point("GP-01", "surface", Measure.DISPLACEMENT)),
        List.of(
            new LimitRule(
                TRIPLE,
                Measure.METHANE,
                Side.HIGH,
                List.of(
                    new Step(Step.Act.ALARM, 1.0, Severity.ORANGE),
                    new Step(Step.Act.CUT, 1.5, Severity.RED)),
                1.0,
                Duration.ZERO,
                hold,
                "",
                source()),
            new SilenceRule("platform:silence", 3, Duration.ofSeconds(60), source())));
  }

  private static Source source() {
    return new Source("test.yaml", "test", "2026-01-01", Confidence.HIGH);
  }

  private static ZonePlan zone(String id, boolean underground, int limit, String... neighbours) {
    List<ZoneId> beside = List.of(neighbours).stream().map(ZoneId::new).toList();
    return new ZonePlan(new ZoneId(id), id, id, underground, limit, beside, 0, 0);
  }

  private static PointPlan point(String id, String zone, Measure measure, String... limits) {
    return new PointPlan(
        new PointId(id),
        new ZoneId(zone),
        measure,
        id,
        id,
        "",
        Duration.ofSeconds(5),
        List.of(limits));
  }

  /** An order book with one order for these zones. */
  public static OrderBook orders(long version, Grade grade, String... zones) {
    Order order =
        new Order(
            new OrderId("o-1"),
            "i-1",
            grade,
            Reason.HARMFUL_GAS,
            List.of(zones).stream().map(ZoneId::new).toList(),
            "立即撤人升井",
            false,
            START,
            START);
    return new OrderBook(MINE, version, List.of(order));
  }
}
