package io.minewatch.ingest.files.rows;

import org.jspecify.annotations.Nullable;

/**
 * The units that definition files gave to points whose readings carry none. Without them the unit
 * of the table is taken.
 */
@FunctionalInterface
public interface KnownUnits {
  /** Nothing is known. */
  KnownUnits NONE = point -> null;

  /** The unit of a point in our spelling, or null if it is not known. */
  @Nullable String unitOf(String point);
}
