package io.minewatch.e2e.replay;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans of a mine of one zone, with the limits of the rule packs that we ship. */
final class Plans {
  static final MineCode MINE = new MineCode("140921021337");

  /** A point of ours by which a test learns that the whole line is up. */
  static final String PROBE = "PROBE";

  private static final ZoneId FACE = new ZoneId("face");

  /** So long that no point goes dark because the machine is slow. */
  private static final Duration PERIOD = Duration.ofMinutes(30);

  private Plans() {}

  /** The triple of the face of a high-gas mine: 536-2 of the coal regulation. */
  static LimitRule faceMethane(RulePacks packs) {
    return packs.at("coal-face", Measure.METHANE, Set.of("high-gas")).get(0);
  }

  /** A plan with these points and the probe; methane is judged as at the face. */
  static Plan of(Map<String, Measure> measures) {
    RulePacks packs = RulePackLoader.load(Checkout.rules());
    LimitRule methane = faceMethane(packs);
    List<PointPlan> points =
        measures.entrySet().stream()
            .map(
                entry ->
                    point(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue() == Measure.METHANE ? List.of(methane.id()) : List.of()))
            .toList();
    List<PointPlan> all = new java.util.ArrayList<>(points);
    all.add(point(PROBE, Measure.TEMPERATURE, List.of()));
    return new Plan(
        MINE,
        "回放煤矿",
        "Replayed colliery",
        1,
        Instant.EPOCH,
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofSeconds(30),
        List.of(new ZonePlan(FACE, "工作面", "Face", true, 0, List.of(), 0, 0)),
        all,
        List.of(methane, packs.silence()));
  }

  private static PointPlan point(String id, Measure measure, List<String> limits) {
    return new PointPlan(new PointId(id), FACE, measure, id, id, "", PERIOD, limits);
  }
}
