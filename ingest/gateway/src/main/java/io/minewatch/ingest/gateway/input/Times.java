package io.minewatch.ingest.gateway.input;

import java.time.Clock;

/**
 * The two clocks of a gateway.
 *
 * @param wall for what people and the platform read
 * @param steady never jumps; says how old something is
 */
public record Times(Clock wall, Clock steady) {}
