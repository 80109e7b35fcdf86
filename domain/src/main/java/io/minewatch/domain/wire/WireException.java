package io.minewatch.domain.wire;

import io.minewatch.domain.feed.RejectReason;

/** A message that cannot be taken, with the reason under which it is refused and counted. */
public final class WireException extends Exception {
  private final RejectReason reason;

  public WireException(RejectReason reason, String detail) {
    super(detail, null, false, false); // met in floods; nobody reads its stack trace
    this.reason = reason;
  }

  public RejectReason reason() {
    return reason;
  }

  /** What, where and why, for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
