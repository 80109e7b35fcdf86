package io.minewatch.domain.feed;

import java.util.Objects;

/**
 * One record of a message that is refused, or not taken as it came, while the rest of the message
 * is taken.
 *
 * @param detail what, where and why, for a person
 * @param isTaken whether its reading is taken all the same: then it is told and not counted
 */
public record RefusedRecord(RejectReason reason, String detail, boolean isTaken) {
  public RefusedRecord {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }

  /** One that is refused. */
  public RefusedRecord(RejectReason reason, String detail) {
    this(reason, detail, false);
  }
}
