package io.minewatch.ingest.gateway.kept;

import java.time.Instant;

/** A message on disk and when it came in. */
public record Young(long sequence, Instant since) {}
