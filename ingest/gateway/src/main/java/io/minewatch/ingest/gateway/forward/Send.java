package io.minewatch.ingest.gateway.forward;

import io.minewatch.domain.reading.Lane;

/** What to send now. */
public record Send(long sequence, Lane lane) {}
