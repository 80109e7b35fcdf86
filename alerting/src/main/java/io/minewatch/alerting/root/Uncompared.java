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
 * <p><em>Late, missing, double</em>: what is told of an hour anew takes the place of what was; what
 * is told once more of one that is compared is remembered and asks for nothing; an hour that is too
 * old to be compared is dropped.
 */
public final class Uncompared {
  /** Hours of one mine; the eldest go. More than can be compared are none. */
  static final int MOST = 48;

  private static final Duration HOUR = Duration.ofHours(1);
  private final Map<String, Hours> mines = new HashMap<>();

  /** Of one mine: those that wait, and what was told of those that are compared. */
  private record Hours(
      NavigableMap<Instant, KeptRoots.Hour> waiting,
      NavigableMap<Instant, KeptRoots.Hour> settled) {
    Hours() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    void take(KeptRoots.Hour told) {
      if (!told.equals(settled.get(told.hour()))) {
        settled.remove(told.hour());
        waiting.put(told.hour(), told);
      }
    }

    void settle(Instant hour) {
      KeptRoots.Hour told = waiting.remove(hour);
      if (told != null) {
        settled.put(hour, told);
      }
    }

    void forgetBefore(Instant hour) {
      for (NavigableMap<Instant, KeptRoots.Hour> each : List.of(waiting, settled)) {
        each.headMap(hour).clear();
        while (each.size() > MOST) {
          each.pollFirstEntry();
        }
      }
    }
  }

  /** Takes what is told of a mine. */
  public void take(String mine, KeptRoots told) {
    Hours its = mines.computeIfAbsent(mine, m -> new Hours());
    List<KeptRoots.Hour> hours = ToldRoots.hours(told);
    its.settled().keySet().retainAll(hours.stream().map(KeptRoots.Hour::hour).toList());
    hours.forEach(its::take);
    its.forgetBefore(told.at().minus(Comparison.SURE).minus(HOUR));
  }

  /** All of a mine, the newest first. */
  public List<KeptRoots.Hour> of(String mine) {
    Hours its = mines.get(mine);
    return its == null ? List.of() : List.copyOf(its.waiting().descendingMap().values());
  }

  /** What was told of an hour, or null. */
  public KeptRoots.@Nullable Hour of(String mine, Instant hour) {
    Hours its = mines.get(mine);
    return its == null ? null : its.waiting().get(hour);
  }

  /** An hour is compared. */
  public void settled(String mine, Instant hour) {
    Hours its = mines.get(mine);
    if (its != null) {
      its.settle(hour);
    }
  }

  /** A mine is registered no more. */
  public void forget(String mine) {
    mines.remove(mine);
  }
}
