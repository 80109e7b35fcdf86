package io.minewatch.domain.reading;

/** Whether a message tells of now, or completes the record after an outage. */
public enum Lane {
  /** Judged at once; may raise a call. */
  LIVE,
  /** Sent late on purpose (断电续传): recorded and judged apart, never raises a live call. */
  BACKFILL
}
