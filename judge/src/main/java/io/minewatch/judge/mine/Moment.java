package io.minewatch.judge.mine;

/**
 * Now, as told from outside; there is no clock in here. Milliseconds since 1970 UTC.
 *
 * @param resumed when this judge began to listen: silence before it is our own
 */
public record Moment(long now, long resumed) {}
