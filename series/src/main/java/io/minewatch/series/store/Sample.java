package io.minewatch.series.store;

import io.minewatch.domain.reading.Quality;
import java.time.Instant;

/**
 * One recorded value in its measure's own unit.
 *
 * @param at when it was measured
 */
public record Sample(Instant at, double value, Quality quality) {}
