package io.minewatch.series.note;

import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one point told in a window of five minutes of measured time, whole or a piece of it: what
 * comes late makes another piece, and the pieces of a window are to be added up.
 *
 * @param window its begin; windows count from 1970-01-01T00:00Z
 * @param count readings, whatever their quality
 * @param measured of these, those whose number was measured (good; beyond the sensor's upper end it
 *     means little); minimum, maximum, mean and last are of them
 * @param min in the measure's own unit; NaN, like maximum, mean and last, where nothing measured
 * @param mean arithmetic, each reading counted once however long it stood
 * @param last the one with the highest measured time
 * @param lastAt its measured time; the window's begin where nothing measured
 * @param byQuality how many of each quality; none that did not occur
 */
public record Statistic(
    Instant window,
    long count,
    long measured,
    double min,
    double max,
    double mean,
    double last,
    Instant lastAt,
    Map<Quality, Long> byQuality) {
  /** The length of a window. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final long WINDOW_MILLIS = WINDOW.toMillis();

  public Statistic {
    if (count < 1 || measured < 0 || measured > count) {
      throw new IllegalArgumentException(
          "of at least one reading some measured, was " + measured + " of " + count);
    }
    byQuality = Map.copyOf(byQuality);
  }

  /** The begin of the window that holds a time, both in milliseconds since 1970 UTC. */
  public static long windowOf(long millis) {
    return millis - Math.floorMod(millis, WINDOW_MILLIS);
  }

  /** What share of the readings had this quality, 0 to 1. */
  public double share(Quality quality) {
    return (double) byQuality.getOrDefault(quality, 0L) / count;
  }

  /** Two pieces of one window together. */
  public Statistic plus(Statistic other) {
    if (!window.equals(other.window)) {
      throw new IllegalArgumentException(
          "pieces of one window, were of " + window + " and " + other.window);
    }
    Map<Quality, Long> both = new EnumMap<>(Quality.class);
    both.putAll(byQuality);
    other.byQuality.forEach((quality, many) -> both.merge(quality, many, Long::sum));
    long all = count + other.count;
    if (measured == 0 || other.measured == 0) {
      Statistic values = measured == 0 ? other : this;
      return values.with(all, both);
    }
    long told = measured + other.measured;
    boolean later = other.lastAt.isAfter(lastAt);
    return new Statistic(
        window,
        all,
        told,
        Math.min(min, other.min),
        Math.max(max, other.max),
        mean + (other.mean - mean) * ((double) other.measured / told),
        later ? other.last : last,
        later ? other.lastAt : lastAt,
        both);
  }

  private Statistic with(long all, Map<Quality, Long> qualities) {
    return new Statistic(window, all, measured, min, max, mean, last, lastAt, qualities);
  }
}
