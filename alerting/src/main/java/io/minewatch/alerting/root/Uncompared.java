package io.minewatch.alerting.root;

import io.minewatch.domain.feed.KeptRoots;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was told last of the hours that are not compared yet. The archive job tells an hour for some
 * hours only: where the store cannot be read for longer, it is compared all the same. In memory,
 * for one thread.
 *
 * <p><em>Late, missing, double</em>: what is told of an hour anew takes the place of what was; an
 * hour that is too old to be compared is dropped.
 */
public final class Uncompared {
  /** Hours of one mine; the eldest go. More than can be compared are none. */
  static final int MOST = 48;

  private static final Duration HOUR = Duration.ofHours(1);
  private final Map<String, NavigableMap<Instant, KeptRoots.Hour>> mines = new HashMap<>();

  /** Takes what is told of a mine. */
  public void take(String mine, KeptRoots told) {
    NavigableMap<Instant, KeptRoots.Hour> its = mines.computeIfAbsent(mine, m -> new TreeMap<>());
    ToldRoots.hours(told).forEach(each -> its.put(each.hour(), each));
    its.headMap(told.at().minus(Comparison.SURE).minus(HOUR)).clear();
    while (its.size() > MOST) {
      its.pollFirstEntry();
    }
  }

  /** All of a mine, the newest first. */
  public List<KeptRoots.Hour> of(String mine) {
    NavigableMap<Instant, KeptRoots.Hour> its = mines.get(mine);
    return its == null ? List.of() : List.copyOf(its.descendingMap().values());
  }

  /** What was told of an hour, or null. */
  public KeptRoots.@Nullable Hour of(String mine, Instant hour) {
    NavigableMap<Instant, KeptRoots.Hour> its = mines.get(mine);
    return its == null ? null : its.get(hour);
  }

  /** An hour is compared. */
  public void settled(String mine, Instant hour) {
    NavigableMap<Instant, KeptRoots.Hour> its = mines.get(mine);
    if (its != null) {
      its.remove(hour);
    }
  }

  /** A mine is registered no more. */
  public void forget(String mine) {
    mines.remove(mine);
  }
}
