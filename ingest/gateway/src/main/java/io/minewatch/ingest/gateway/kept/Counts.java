package io.minewatch.ingest.gateway.kept;

/**
 * What was refused since the queue was made.
 *
 * @param refusedRecords readings and positions of messages, lines and files, as far as they could
 *     be told apart
 */
public record Counts(long refusedFiles, long refusedRecords) {}
