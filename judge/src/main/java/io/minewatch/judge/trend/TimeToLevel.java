package io.minewatch.judge.trend;

/**
 * When a point reaches a level if it goes on as in the last minutes. The naive forecast beside it
 * is always "stays as it is". Times are measured times in milliseconds since 1970 UTC.
 *
 * @param at time of the newest end of the line
 * @param from its height there
 * @param earliest lower end of the interval at the stated coverage
 * @param latest upper end of it, Long.MAX_VALUE where it may also never come
 * @param skill how much smaller than the naive error this point's forecasts have been, as a share
 */
public record TimeToLevel(
    long at,
    double from,
    double level,
    long earliest,
    long likely,
    long latest,
    double skill,
    int scored) {}
