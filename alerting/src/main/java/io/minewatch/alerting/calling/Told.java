package io.minewatch.alerting.calling;

/** What a channel, or whoever answers on it, tells about an attempt. */
public sealed interface Told {
  /** The channel has taken it over. */
  record Placed() implements Told {}

  /**
   * It is at the other end: on the telephone, in the mailbox, on the screen. Nobody has answered.
   */
  record Delivered() implements Told {}

  /** A machine has picked up. */
  record Machine() implements Told {}

  /** Somebody has picked up and proved nothing yet. */
  record Human() implements Told {}

  /** A human has proved to be one. */
  record Confirmed(String by, Proof proof) implements Told {}

  /** A human has said no. */
  record Declined() implements Told {}

  /**
   * It will not arrive.
   *
   * @param reason without number or secret
   */
  record Failed(String reason) implements Told {}

  /** Nobody has answered until the next rung was due. */
  record Expired() implements Told {}

  /** Somebody else has answered, or there is nothing to call about any more. */
  record Superseded() implements Told {}
}
