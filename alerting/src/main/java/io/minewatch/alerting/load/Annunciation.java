package io.minewatch.alerting.load;

import java.time.Instant;

/**
 * An alarm was told to people: a finding came that was not known.
 *
 * @param at wall time of taking it in
 * @param alarm what is the same alarm when it comes again: rule and subject
 */
public record Annunciation(Instant at, String mine, String alarm) {}
