package io.minewatch.ingest.files.rows;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import org.jspecify.annotations.Nullable;

/**
 * The units that definition files gave to points whose readings carry none. Without them the unit
 * of the table is taken, or the reading is refused, as the table says.
 */
@FunctionalInterface
public interface KnownUnits {
  /** Nothing is known. */
  KnownUnits NONE = (point, measure) -> null;

  /**
   * The unit of a point in our spelling, or null if it is not known.
   *
   * @param measure of the reading: ids of different systems of a mine may be the same
   */
  @Nullable String unitOf(PointId point, Measure measure);
}
