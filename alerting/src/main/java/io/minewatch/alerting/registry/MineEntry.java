package io.minewatch.alerting.registry;

import io.minewatch.domain.plan.Plan;
import java.util.List;

/**
 * A mine of the registry.
 *
 * @param jurisdiction codes from province to county, the mine itself not included
 * @param plan version 1, effective from the epoch: the content only; the real version is persisted
 */
public record MineEntry(String kind, List<String> jurisdiction, Plan plan) {
  public MineEntry {
    jurisdiction = List.copyOf(jurisdiction);
  }
}
