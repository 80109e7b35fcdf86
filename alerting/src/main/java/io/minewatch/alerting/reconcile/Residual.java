package io.minewatch.alerting.reconcile;

import java.time.Instant;

/**
 * How much of one thing a shift had beside what the other explains.
 *
 * @param shift its begin
 * @param seen what it had
 * @param expected what such shifts of the mine's baseline had
 * @param over the part above what was expected, as a share of it; below zero if less
 * @param deviations the same in usual deviations of the mine's own shifts
 * @param baseline how many shifts it is held against
 * @param disagrees whether that is too much
 */
public record Residual(
    Pair pair,
    Instant shift,
    double seen,
    double expected,
    double over,
    double deviations,
    int baseline,
    boolean disagrees) {}
