package io.minewatch.alerting.danger;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spread of times that were measured: the smallest that so many of a hundred do not exceed. */
public final class Spread {
  public static final int MEDIAN = 50;
  public static final int NINETIETH = 90;

  private Spread() {}

  /**
   * The nearest rank.
   *
   * @param percent above 0, at most 100
   * @return one of the times, or null when there is none
   */
  public static @Nullable Duration of(List<Duration> times, int percent) {
    if (times.isEmpty()) {
      return null;
    }
    List<Duration> sorted = times.stream().sorted().toList();
    int rank = (int) Math.ceil(percent * sorted.size() / 100.0);
    return sorted.get(Math.max(1, rank) - 1);
  }
}
