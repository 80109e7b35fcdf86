package io.minewatch.judge.muster;

/**
 * When a position was made and when it came. Times are milliseconds since 1970 UTC.
 *
 * @param event when it was made by a clock that neither jumps nor is far off: which position is
 *     later is told by this alone, and how old it is never
 * @param received when it reached us
 * @param behind by how much the clock that stamped it seems to be behind ours; 0 for one that is
 *     right, ahead, or not known: see {@link TagClock}. Shown by, proven nothing by
 */
public record Dated(long event, long received, long behind) {}
