package io.minewatch.series.store;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import java.util.List;
import java.util.Set;
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

  /** Most rewrites in one answer. */
  int MAX_REWRITES = 500;

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

  /**
   * All readings of one measure of a mine within a span as they were recorded, oldest first, not
   * thinned: to judge them anew. The caller asks for as short a span as it can hold. Rows that we
   * never wrote come too.
   */
  List<Recorded> recorded(MineCode mine, Measure measure, Span span);

  /** The same of one point. */
  List<Recorded> recorded(Series series, Span span);

  /** The positions of cards recorded within a span, oldest first. */
  List<Fix> positions(MineCode mine, Span span);

  /**
   * The statistics of a point whose windows begin within a span, oldest first, each window once. A
   * window is there when it is over and a checkpoint has passed; what comes late is added to it.
   */
  List<Statistic> statistics(Series series, Span span);

  /** The conflicting rewrites of a mine that reached us within a span: the newest, newest first. */
  List<Rewrite> rewrites(MineCode mine, Span span);

  /** How many conflicting rewrites of which point reached us within a span, of all mines. */
  List<RewriteCount> rewriteCounts(Span span);

  /**
   * Returns when all readings of these measures that were stored before can be read. Of positions,
   * statistics and all else nothing is waited for.
   *
   * @param measures whose readings are to be read; those of others may lag
   * @throws SeriesException if that takes unduly long, or readings of these cannot be seen until
   *     the store is mended
   */
  void settle(Set<Measure> measures);

  @Override
  void close();
}
