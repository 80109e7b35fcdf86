package io.minewatch.ingest.sparkplug.message;

import java.util.List;

/**
 * A payload as sent.
 *
 * @param millis when it was sent, since 1970 UTC; {@link #NO_TIME} if not told
 * @param sequence 0 to 255; {@link #NO_SEQUENCE} if not told, as in a death
 * @param birth the metric {@code bdSeq}: which life of the edge node this is; {@link #NO_BIRTH} if
 *     not told
 * @param metrics the others
 */
public record Message(long millis, int sequence, long birth, List<Metric> metrics) {
  public static final long NO_TIME = Long.MIN_VALUE;
  public static final int NO_SEQUENCE = -1;
  public static final long NO_BIRTH = -1;

  /** Sequences run from 0 to one below this, and again from 0. */
  public static final int SEQUENCES = 256;

  public Message {
    metrics = List.copyOf(metrics);
    if (sequence < NO_SEQUENCE || sequence >= SEQUENCES) {
      throw new IllegalArgumentException("a sequence is 0 to 255, was " + sequence);
    }
  }
}
