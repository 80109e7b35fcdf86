package io.minewatch.series.store;

import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One reading as it was recorded, whatever its quality.
 *
 * @param at when it was measured
 * @param value in the measure's own unit; NaN where there was only a quality to tell
 * @param quality suspect where the store tells one that none of ours is
 * @param word the quality as the store tells it
 */
public record Recorded(String point, Instant at, double value, Quality quality, String word) {
  private static final Map<String, Quality> QUALITIES = qualities();

  private static Map<String, Quality> qualities() {
    Map<String, Quality> all = new HashMap<>();
    for (Quality quality : Quality.values()) {
      all.put(quality.name(), quality);
    }
    return all;
  }

  /** One as we write them. */
  public Recorded(String point, Instant at, double value, Quality quality) {
    this(point, at, value, quality, quality.name());
  }

  /** One as the store tells it: who may write there may have written anything. */
  public static Recorded of(String point, Instant at, double value, String word) {
    return new Recorded(point, at, value, quality(word), word);
  }

  /** The quality that a word of the store means. */
  public static Quality quality(String word) {
    return QUALITIES.getOrDefault(word, Quality.SUSPECT);
  }

  /** Whether we may have written it: what tells no quality of ours was put there by others. */
  public boolean isOurs() {
    return word.equals(quality.name());
  }
}
