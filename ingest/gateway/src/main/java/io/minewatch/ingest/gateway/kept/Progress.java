package io.minewatch.ingest.gateway.kept;

import io.minewatch.ingest.gateway.forward.Tally;
import io.minewatch.ingest.gateway.span.Spans;

/**
 * What is good to know after a restart, kept from time to time: what is lost of it by a crash costs
 * messages sent twice, nothing else.
 *
 * @param confirmed messages that the broker has confirmed, of those on disk
 */
public record Progress(Spans confirmed, Tally tally) {}
