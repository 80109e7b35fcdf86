package io.minewatch.judge.change;

import io.minewatch.domain.finding.FindingKind;

/**
 * One thing that became of a change; a finding without its names. Times are measured times in
 * milliseconds since 1970 UTC.
 *
 * @param number of this fact within its change, from 0
 * @param kind OPENED or CLEARED
 * @param onset of the reading that first reached the trigger
 * @param measured of the reading that caused this fact, or of the last one
 * @param value of that reading
 * @param reference what it was held against at onset
 */
public record ChangeFact(
    int slot,
    Against against,
    int number,
    FindingKind kind,
    long onset,
    long measured,
    double value,
    double reference) {}
