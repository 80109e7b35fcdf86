package io.minewatch.bench.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;

/**
 * One fact as any system under test can tell it.
 *
 * @param fact its number within the excursion, from 0
 * @param onsetMillis measured time of the reading that opened the excursion
 * @param measuredMillis measured time of the reading that caused the fact
 */
public record Told(
    String mine,
    String point,
    String rule,
    int fact,
    FindingKind kind,
    Severity severity,
    long onsetMillis,
    long measuredMillis) {}
