package io.minewatch.alerting.seal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one point of a mine showed, window by window. A window that nothing was heard of is absent,
 * and is neither running nor standing still.
 *
 * @param point what showed it: a point, or a zone for people
 * @param values by the begin of the window; what a value says {@link Watched} tells. Refuses what
 *     is negative or no number
 */
public record Course(Watched watched, String point, NavigableMap<Instant, Double> values) {
  /** Those of one thing and point as one. */
  public static List<Course> joined(List<Course> parts) {
    Map<String, Course> joined = new TreeMap<>();
    for (Course each : parts) {
      joined.merge(
          each.watched + " " + each.point,
          each,
          (one, other) -> {
            NavigableMap<Instant, Double> both = new TreeMap<>(one.values);
            both.putAll(other.values);
            return new Course(one.watched, one.point, both);
          });
    }
    return List.copyOf(joined.values());
  }

  public Course {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    for (Map.Entry<Instant, Double> each : values.entrySet()) {
      if (!(each.getValue() >= 0)) {
        throw new IllegalArgumentException(
            watched + " of " + point + " at " + each.getKey() + " is not negative");
      }
    }
  }
}
