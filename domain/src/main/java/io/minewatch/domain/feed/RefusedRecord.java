package io.minewatch.domain.feed;

import java.util.Objects;

/**
 * One record of a message that is refused while the rest of the message is taken.
 *
 * @param detail what, where and why, for a person
 */
public record RefusedRecord(RejectReason reason, String detail) {
  public RefusedRecord {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }
}
