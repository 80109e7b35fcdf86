package io.minewatch.validation.check;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mine of one recording: everybody in it is judged by {@link MineJudge}, as the job does. */
final class Pit {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final GatewayId GATEWAY = new GatewayId("gw");

  private final MineMemory memory;
  private final long began;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable Muster muster;

  /**
   * Begins with nobody inside.
   *
   * @param zones underground, each beside every other
   * @param peopleLimit of each zone, 0 for none
   * @param began milliseconds since 1970 UTC
   */
  Pit(List<ZoneId> zones, int peopleLimit, Duration tagPeriod, List<Rule> rules, long began) {
    List<ZonePlan> plans = new ArrayList<>();
    ZoneId surface = new ZoneId("surface");
    for (ZoneId zone : zones) {
      List<ZoneId> others = new ArrayList<>(zones);
      others.add(surface);
      plans.add(
          new ZonePlan(
              zone, "", "", true, peopleLimit, others, 0, 0, ZoneKind.WORKPLACE, null, List.of()));
    }
    plans.add(new ZonePlan(surface, "", "", false, 0, zones, 0, 0));
    Plan plan =
        new Plan(
            MINE,
            "",
            "",
            1,
            Instant.EPOCH,
            MineStatus.WORKING,
            ShiftPlan.NOT_TOLD,
            tagPeriod,
            plans,
            List.of(),
            rules);
    this.memory = new MineMemory(plan, began);
    this.began = began;
  }

  /** A message reaches us. */
  void say(long now, List<Fix> fixes) {
    Verdicts out = new Verdicts();
    Origin origin = new Origin("recorded", GATEWAY, "", -1, Lane.LIVE, now);
    MineJudge.onFixes(memory, fixes, List.of(), origin, new Moment(now, began), out);
    keep(out);
    time(now);
  }

  /** Time passes. */
  void time(long now) {
    if (now >= MineJudge.wakeAt(memory)) {
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, new Moment(now, began), out);
      keep(out);
    }
  }

  private void keep(Verdicts out) {
    findings.addAll(out.findings());
    muster = out.muster() == null ? muster : out.muster();
  }

  List<Finding> findings() {
    return findings;
  }

  /** How many were counted in a zone at the last count of heads. */
  int heads(ZoneId zone) {
    Muster counted = muster;
    if (counted == null) {
      return 0;
    }
    return counted.zones().stream()
        .filter(each -> each.zone().equals(zone))
        .mapToInt(Muster.ZoneCount::people)
        .sum();
  }
}
