package io.minewatch.ingest.files.found;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a station in its system's own words.
 *
 * @param power empty if not told
 * @param at event time, null if not told
 */
public record StationState(String code, String run, String power, @Nullable Instant at) {}
