package io.minewatch.alerting.registry;

import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.notify.cap.CapArea.Place;
import io.minewatch.domain.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * A mine whose kept document is not sound: what the document says of where it lies, so that those
   * who saw it see it still and a warning of the weather finds it, and the plan that was published
   * last.
   */
  public static MineEntry held(long version, Document document, Plan published) {
    String kind = String.valueOf(document.root().getOrDefault("kind", ""));
    return new MineEntry(
        kind, jurisdiction(document), version, document, published, place(document));
  }

  /**
   * What an unsound document says of the jurisdiction; empty if it says nothing that can be read.
   */
  public static List<String> jurisdiction(Document document) {
    List<String> jurisdiction = new ArrayList<>();
    if (document.root().get("jurisdiction") instanceof List<?> codes) {
      codes.forEach(code -> jurisdiction.add(String.valueOf(code)));
    }
    return jurisdiction;
  }

  private static @Nullable Place place(Document document) {
    if (document.root().get("place") instanceof Map<?, ?> place
        && place.get("latitude") instanceof Number latitude
        && place.get("longitude") instanceof Number longitude) {
      try {
        return new Place(latitude.doubleValue(), longitude.doubleValue());
      } catch (IllegalArgumentException e) {
        return null; // it may be what makes the document unsound
      }
    }
    return null;
  }

  /** From province to the mine, the codes parted by strokes. */
  public String path() {
    return path(jurisdiction, plan.mine().value());
  }

  /** The path of a mine of this jurisdiction. */
  public static String path(List<String> jurisdiction, String mine) {
    return jurisdiction.isEmpty() ? mine : String.join("/", jurisdiction) + "/" + mine;
  }
}
