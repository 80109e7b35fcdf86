package io.minewatch.ingest.gateway.kept;

/**
 * What was refused since the queue was made.
 *
 * @param refusedRecords messages of devices, lines, and records within files
 */
public record Counts(long refusedFiles, long refusedRecords) {}
