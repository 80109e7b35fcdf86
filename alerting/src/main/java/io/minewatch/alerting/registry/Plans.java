package io.minewatch.alerting.registry;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import java.util.Collection;
import java.util.Map;

/** The current plan of every registered mine, with its persisted version. */
public record Plans(Map<MineCode, Plan> byMine) {
  public Plans {
    byMine = Map.copyOf(byMine);
  }

  /**
   * The plan of a registered mine.
   *
   * @throws IllegalArgumentException if it is not registered
   */
  public Plan current(MineCode mine) {
    Plan plan = byMine.get(mine);
    if (plan == null) {
      throw new IllegalArgumentException("mine " + mine + " is not registered");
    }
    return plan;
  }

  public Collection<Plan> all() {
    return byMine.values();
  }
}
