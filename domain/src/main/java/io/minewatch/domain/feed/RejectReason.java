package io.minewatch.domain.feed;

/** Why input was refused. Closed, so that it can label a metric. */
public enum RejectReason {
  /** The payload is not what its topic and content type say. */
  UNREADABLE,
  /** More bytes or readings than one message may have. */
  TOO_LARGE,
  /** The names inside the payload do not belong to the topic it came by. */
  WRONG_TOPIC,
  /** No plan is known for this mine. */
  UNKNOWN_MINE,
  /** The mine's plan has no such point. */
  UNKNOWN_POINT,
  /** The mine's plan has no such zone. */
  UNKNOWN_ZONE,
  /** The mine's plan has no rule for such an alarm of the mine's own systems. */
  UNKNOWN_ALARM,
  /** A position says underground and names a place that is not. */
  CONTRADICTORY_POSITION,
  /** The unit does not fit the point's measure. */
  WRONG_UNIT,
  /** NaN or infinite. */
  NOT_A_NUMBER,
  /** No sensor of this measure can report such a value. */
  IMPOSSIBLE_VALUE,
  /** Measured before this century, or far in the future. */
  ABSURD_TIME,
  /** The series store answered that it cannot take this line. */
  REFUSED_BY_STORE
}
