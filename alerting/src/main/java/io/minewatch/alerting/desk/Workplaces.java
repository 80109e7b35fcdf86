package io.minewatch.alerting.desk;

import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.domain.plan.ZoneKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Since when a mine has the workplaces that its registry tells, and which places it told of at a
 * time: a face that is told is not hidden.
 */
final class Workplaces {
  private static final int MOST_VERSIONS = 1_000;

  private Workplaces() {}

  /** When the registry told of them first; null where it told of no others before. */
  static @Nullable Instant since(Store store, MineEntry mine) {
    List<Version> newest =
        store.registry().history(mine.plan().mine().value(), Long.MAX_VALUE, MOST_VERSIONS);
    for (int at = 1; at < newest.size(); at++) {
      if (!of(newest.get(at)).equals(of(newest.get(0)))) {
        return newest.get(at - 1).at();
      }
    }
    return null;
  }

  /** The places of every version that held at any time of a shift. */
  static Set<String> places(Store store, String mine, MineShifts.Shift shift) {
    Set<String> places = new TreeSet<>();
    for (Version each : store.registry().history(mine, Long.MAX_VALUE, MOST_VERSIONS)) {
      if (each.at().isBefore(shift.end())) {
        places.addAll(of(each, any -> true));
        if (!each.at().isAfter(shift.begin())) {
          break;
        }
      }
    }
    return places;
  }

  private static Set<String> of(Version version) {
    return of(version, zone -> ZoneKind.WORKPLACE.name().equals(String.valueOf(zone.get("kind"))));
  }

  private static Set<String> of(Version version, Predicate<Map<?, ?>> which) {
    Set<String> places = new TreeSet<>();
    if (version.document().root().get("zones") instanceof List<?> zones) {
      for (Object each : zones) {
        if (each instanceof Map<?, ?> zone && which.test(zone)) {
          places.add(String.valueOf(zone.get("id")));
        }
      }
    }
    return places;
  }
}
