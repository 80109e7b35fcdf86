package io.minewatch.ingest.replay;

import java.time.Instant;

/**
 * How far a replay has come.
 *
 * @param rows read
 * @param messages handed to the line; after the end, all of them are taken by the broker
 * @param readings in these messages
 * @param missing values that the recording does not have
 * @param measured measured time of the newest row
 */
public record Progress(long rows, long messages, long readings, long missing, Instant measured) {}
