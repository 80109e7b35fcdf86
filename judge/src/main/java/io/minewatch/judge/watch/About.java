package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is about.
 *
 * @param zone where, or null when it is about the mine as a whole
 * @param measure what is measured, or null when nothing is
 * @param unit of its numbers, empty for none
 */
public record About(
    Subject subject, @Nullable ZoneId zone, @Nullable Measure measure, String unit) {}
