package io.minewatch.ingest.gateway.forward;

/**
 * What was confirmed by the broker since the session began.
 *
 * @param live for the first time, in the live lane
 * @param backfill for the first time, in the backfill lane
 * @param again not for the first time
 */
public record Tally(long live, long backfill, long again) {
  public static final Tally ZERO = new Tally(0, 0, 0);
}
