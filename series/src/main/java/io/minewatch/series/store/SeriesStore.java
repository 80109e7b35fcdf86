package io.minewatch.series.store;

import org.jspecify.annotations.Nullable;

/**
 * Reads back what the archive job has recorded. What was written just before may come a moment
 * later: the store is for looking back, never for judging.
 *
 * <p>Safe for use by several threads. Every method throws {@link SeriesException} when the server
 * cannot be reached or refuses.
 */
public interface SeriesStore extends AutoCloseable {
  /** Most points in one answer, whatever the caller asks for. */
  int MAX_POINTS = 20_000;

  /**
   * The measured values within a span (quality good, or beyond the sensor's end), thinned to about
   * {@code maxPoints} by keeping the lowest and the highest of each step, so that no peak is lost.
   * Empty if nothing was recorded.
   *
   * @param maxPoints 2 to {@link #MAX_POINTS}
   */
  History history(Series series, Span span, int maxPoints);

  /** The latest recorded value, or null if there never was one. */
  @Nullable Sample last(Series series);

  @Override
  void close();
}
