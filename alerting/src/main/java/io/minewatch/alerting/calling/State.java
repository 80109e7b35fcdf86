package io.minewatch.alerting.calling;

import java.time.Instant;

/** Where an attempt stands, since when by wall time. Each state carries only what is true in it. */
public sealed interface State {
  Instant at();

  /** Waits for its channel. */
  record Queued(Instant at) implements State {}

  /** The channel has it. */
  record Placed(Instant at) implements State {}

  /** It is at the other end. Delivered is not answered. */
  record Delivered(Instant at) implements State {}

  /** A machine has picked up. A machine has not answered. */
  record Machine(Instant at) implements State {}

  /** Somebody has picked up and proved nothing yet. */
  record Human(Instant at) implements State {}

  /** Answered by a human, with proof. */
  record Confirmed(Instant at, String by, Proof proof) implements State {}

  record Declined(Instant at) implements State {}

  /** Will not arrive; the reason holds neither number nor secret. */
  record Failed(Instant at, String reason) implements State {}

  /** Nobody answered in time. */
  record Expired(Instant at) implements State {}

  /** Another attempt was answered, or there is nothing to call about any more. */
  record Superseded(Instant at) implements State {}

  /** Whether nothing can follow but a late proof. */
  default boolean isOver() {
    return this instanceof Confirmed
        || this instanceof Declined
        || this instanceof Failed
        || this instanceof Expired
        || this instanceof Superseded;
  }
}
