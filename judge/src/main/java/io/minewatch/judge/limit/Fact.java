package io.minewatch.judge.limit;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Quality;

/**
 * One thing that became of the excursion in one slot; a finding without its names.
 *
 * @param number of this fact within its excursion, from 0
 * @param act what the regulation wants: WITHDRAW from the first such step reached, else the last
 *     one
 * @param severity the colour that holds after it; for CLEARED the colour that was reached
 * @param onset measured time of the reading that first reached the first step
 * @param measured of the reading that caused it, or of the last one heard
 * @param value of that reading, NaN when there is none
 * @param limit the step or restore value concerned
 * @param peak worst trusted value since onset
 */
public record Fact(
    int slot,
    int number,
    FindingKind kind,
    Step.Act act,
    Severity severity,
    long onset,
    long measured,
    long received,
    double value,
    Quality quality,
    double limit,
    double peak,
    long peakAt) {}
