package io.minewatch.alerting.registry;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.notify.cap.CapArea.Place;
import io.minewatch.domain.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mine of the registry.
 *
 * @param jurisdiction codes from province to county, the mine itself not included
 * @param version of the registry document; 0 before it is kept
 * @param document what was written down
 * @param plan what follows from it; version 1, effective from the epoch, before it is published
 * @param place of the mine, WGS 84, or null where it is not registered
 */
public record MineEntry(
    String kind,
    List<String> jurisdiction,
    long version,
    Document document,
    Plan plan,
    @Nullable Place place) {
  public MineEntry {
    jurisdiction = List.copyOf(jurisdiction);
  }

  /** The same as it is kept and published. */
  public MineEntry as(long registryVersion, Plan published) {
    return new MineEntry(kind, jurisdiction, registryVersion, document, published, place);
  }

  /**
   * A mine whose kept document is not sound: what the document says of its place in the country,
   * and the plan that was published last.
   */
  public static MineEntry held(long version, Document document, Plan published) {
    List<String> jurisdiction = new ArrayList<>();
    if (document.root().get("jurisdiction") instanceof List<?> codes) {
      codes.forEach(code -> jurisdiction.add(String.valueOf(code)));
    }
    String kind = String.valueOf(document.root().getOrDefault("kind", ""));
    return new MineEntry(kind, jurisdiction, version, document, published, null);
  }

  /** From province to the mine, the codes parted by strokes. */
  public String path() {
    return String.join("/", jurisdiction) + "/" + plan.mine();
  }
}
