package io.minewatch.alerting.calling;

import java.time.Instant;

/**
 * What follows from what is told.
 *
 * <p>Late, missing, double: what was told twice or comes too late changes nothing; a step that was
 * never told is passed over. A proof of a human counts whenever it comes, except against a human's
 * own no and once somebody has confirmed: who answers after the ladder has gone on has answered all
 * the same.
 */
public final class Progress {
  private Progress() {}

  /** The state after what was told; the same state if it changes nothing. */
  public static State next(State state, Told told, Instant at) {
    if (told instanceof Told.Confirmed confirmed) {
      return state instanceof State.Confirmed || state instanceof State.Declined
          ? state
          : new State.Confirmed(at, confirmed.by(), confirmed.proof());
    }
    if (state.isOver()) {
      return state;
    }
    State after = open(told, at);
    boolean on = after.isOver() || rank(after) > rank(state);
    return on ? after : state;
  }

  private static State open(Told told, Instant at) {
    if (told instanceof Told.Placed) {
      return new State.Placed(at);
    } else if (told instanceof Told.Delivered) {
      return new State.Delivered(at);
    } else if (told instanceof Told.Machine) {
      return new State.Machine(at);
    } else if (told instanceof Told.Human) {
      return new State.Human(at);
    } else if (told instanceof Told.Declined) {
      return new State.Declined(at);
    } else if (told instanceof Told.Failed failed) {
      return new State.Failed(at, failed.reason());
    } else if (told instanceof Told.Expired) {
      return new State.Expired(at);
    } else if (told instanceof Told.Superseded) {
      return new State.Superseded(at);
    }
    throw new IllegalStateException("a proof is no open step: " + told);
  }

  /** Open states in their order; a machine may hand over to a human, not the other way. */
  private static int rank(State state) {
    if (state instanceof State.Queued) {
      return 0;
    } else if (state instanceof State.Placed) {
      return 1;
    } else if (state instanceof State.Delivered) {
      return 2;
    } else if (state instanceof State.Machine) {
      return 3;
    }
    return state instanceof State.Human ? 4 : 5;
  }
}
