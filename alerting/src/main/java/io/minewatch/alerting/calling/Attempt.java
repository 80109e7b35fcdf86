package io.minewatch.alerting.calling;

import java.time.Instant;
import java.util.Objects;

/**
 * One attempt on one channel. Channels are idempotent under its id.
 *
 * @param code two digits that a human reads back
 * @param text what is said, in Chinese
 * @param textEnglish the same in English
 * @param tries how often the channel has been asked
 */
public record Attempt(
    String id,
    Cause cause,
    String channel,
    Callee callee,
    String code,
    String text,
    String textEnglish,
    Instant queued,
    int tries,
    State state) {
  public Attempt {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(callee, "callee");
    Objects.requireNonNull(state, "state");
    if (!code.matches("[0-9]{2}")) {
      throw new IllegalArgumentException("a code has two digits");
    }
  }

  /** The same in another state. */
  public Attempt in(State next) {
    return new Attempt(id, cause, channel, callee, code, text, textEnglish, queued, tries, next);
  }

  /** The same after one more try. */
  public Attempt again() {
    return new Attempt(
        id, cause, channel, callee, code, text, textEnglish, queued, tries + 1, state);
  }

  /** Never shows name, number or code. */
  @Override
  public String toString() {
    return "attempt " + id + " by " + channel;
  }
}
