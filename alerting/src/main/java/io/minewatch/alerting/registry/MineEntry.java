package io.minewatch.alerting.registry;

import io.minewatch.alerting.notify.cap.CapArea.Place;
import io.minewatch.domain.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mine of the registry.
 *
 * @param jurisdiction codes from province to county, the mine itself not included
 * @param plan version 1, effective from the epoch: the content only; the real version is persisted
 * @param place of the mine, WGS 84, or null where it is not registered
 */
public record MineEntry(String kind, List<String> jurisdiction, Plan plan, @Nullable Place place) {
  public MineEntry {
    jurisdiction = List.copyOf(jurisdiction);
  }
}
