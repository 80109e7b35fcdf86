package io.minewatch.ingest.files.found;

import io.minewatch.domain.reading.PointId;
import java.time.Instant;

/**
 * A number that came with a reading and is no measure of ours: a day's total, a speed of unknown
 * unit. Kept as told, never judged.
 *
 * @param at event time of the record
 */
public record ToldValue(PointId point, String field, String text, Instant at) {}
