package io.minewatch.judge.people;

import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;

/** How many people may be where. Pure. */
final class HeadCounts {
  /** Crews that may be at one place while they relieve each other. */
  private static final int CREWS_AT_HANDOVER = 2;

  private HeadCounts() {}

  /**
   * Most people that a question about a zone allows, or infinity where it does not apply.
   *
   * @param handover whether two crews relieve each other now
   */
  static double most(PeopleRule rule, ZonePlan zone, MineStatus status, boolean handover) {
    double limit = rule.numbers().limit();
    int crews = handover ? CREWS_AT_HANDOVER : 1;
    boolean counts = zone.underground() && zone.peopleLimit() > 0;
    return switch (rule.asks()) {
      case CROWDED -> counts ? zone.peopleLimit() * limit / 100 * crews : Double.POSITIVE_INFINITY;
      case CROWDED_WORKPLACE ->
          counts && zone.kind() == ZoneKind.WORKPLACE
              ? zone.peopleLimit() * limit / 100 * crews
              : Double.POSITIVE_INFINITY;
      case IDLE_MINE ->
          zone.underground() && status != MineStatus.WORKING ? limit : Double.POSITIVE_INFINITY;
      case MINE_FULL,
          OVERTIME,
          RESTRICTED,
          NO_LEADER,
          TWO_CARDS,
          TWO_PLACES,
          PARKED,
          DISTRESS,
          SILENT,
          UNKNOWN_PLACE ->
          Double.POSITIVE_INFINITY;
    };
  }
}
