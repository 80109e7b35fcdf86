package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which open incident a new finding belongs to: one of the same mine with a finding in the same
 * zone, else in a neighbouring one; the longest open first. A drill never mixes with real.
 */
public final class Grouping {
  private Grouping() {}

  /** Whether something is an exercise. */
  public enum Occasion {
    REAL,
    DRILL
  }

  /**
   * The incident to join, or null to open a new one.
   *
   * @param open open incidents, the longest open first
   * @param plan of the finding's mine, or null when it is not known: then only the same zone joins
   */
  public static @Nullable Incident join(
      List<Incident> open, Finding finding, Occasion occasion, @Nullable Plan plan) {
    List<Incident> candidates =
        open.stream()
            .filter(Incident::isOpen)
            .filter(incident -> incident.mine().equals(finding.mine()))
            .filter(incident -> incident.drill() == (occasion == Occasion.DRILL))
            .toList();
    ZoneId zone = finding.zone();
    if (zone == null) {
      return sameSubject(candidates, finding);
    }
    Incident same = first(candidates, Set.of(zone));
    return same != null ? same : first(candidates, neighbours(zone, plan));
  }

  /** What has no place belongs to what is about the same thing. */
  private static @Nullable Incident sameSubject(List<Incident> candidates, Finding finding) {
    for (Incident incident : candidates) {
      if (incident.findings().stream().anyMatch(f -> f.subject().equals(finding.subject()))) {
        return incident;
      }
    }
    return null;
  }

  private static @Nullable Incident first(List<Incident> candidates, Set<ZoneId> zones) {
    for (Incident incident : candidates) {
      if (incident.zones().stream().anyMatch(zones::contains)) {
        return incident;
      }
    }
    return null;
  }

  private static Set<ZoneId> neighbours(ZoneId zone, @Nullable Plan plan) {
    Set<ZoneId> near = new HashSet<>();
    if (plan != null) {
      for (var each : plan.zones()) {
        if (each.id().equals(zone)) {
          near.addAll(each.neighbours());
        } else if (each.neighbours().contains(zone)) {
          near.add(each.id());
        }
      }
    }
    return near;
  }
}
