package io.minewatch.ingest.oracle;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Rule;

/** Which rules the oracle knows everything of. */
final class Exact {
  private Exact() {}

  static boolean is(Rule rule) {
    if (rule instanceof PeopleRule people) {
      return switch (people.asks()) {
        case CROWDED, CROWDED_WORKPLACE, IDLE_MINE, MINE_FULL, NO_LEADER -> true;
        case DISTRESS, SILENT, OVERTIME, RESTRICTED, UNKNOWN_PLACE -> true;
        case TWO_CARDS, TWO_PLACES, PARKED -> false;
      };
    }
    if (rule instanceof OutageRule outage) {
      return outage.of() == OutageRule.Of.LINE || outage.of() == OutageRule.Of.NETWORK;
    }
    return rule instanceof LimitRule || rule instanceof RainRule;
  }
}
