package io.minewatch.alerting.registry;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import java.util.List;

/** The current plan of every registered mine, with its persisted version. */
public record Plans(Mines mines) {
  /**
   * The plan of a registered mine.
   *
   * @throws IllegalArgumentException if it is not registered
   */
  public Plan current(MineCode mine) {
    MineEntry entry = mines.find(mine.value());
    if (entry == null) {
      throw new IllegalArgumentException("mine " + mine + " is not registered");
    }
    return entry.plan();
  }

  public List<Plan> all() {
    return mines.all().stream().map(MineEntry::plan).toList();
  }
}
