package io.minewatch.domain.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * Input that was refused, kept bounded on the mine's rejected topic.
 *
 * @param by which job refused it, {@code judge} or {@code archive}
 * @param detail what, where and why, for a person
 * @param excerpt the beginning of the payload as text, unreadable bytes replaced; at most {@link
 *     #MAX_EXCERPT} characters
 * @param sequence the gateway's sequence number, -1 if not told
 */
public record Rejection(
    Instant at,
    String by,
    String topic,
    RejectReason reason,
    String detail,
    String session,
    long sequence,
    String excerpt) {
  /** Enough to see what came; not a second archive. */
  public static final int MAX_EXCERPT = 256;

  public Rejection {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(session, "session");
    if (excerpt.length() > MAX_EXCERPT) {
      excerpt = excerpt.substring(0, MAX_EXCERPT);
    }
  }
}
