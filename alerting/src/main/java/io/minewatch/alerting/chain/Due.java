package io.minewatch.alerting.chain;

import java.time.Instant;
import java.util.Objects;

/**
 * The next step that somebody owes.
 *
 * @param at wall time by which it is owed; silence until then escalates one rung
 * @param rung of the roster at which it is owed, from 1
 */
public record Due(What what, Instant at, int rung) {
  /** What is owed. */
  public enum What {
    CALL("叫应"),
    ACKNOWLEDGE("回应"),
    RESPOND("响应"),
    ACT("处置"),
    EMPTY("撤空"),
    /** The end of a shelving; no clock of a rung. */
    RETURN("搁置到期");

    private final String chinese;

    What(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public Due {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(at, "at");
    if (rung < 1) {
      throw new IllegalArgumentException("rungs count from 1, was " + rung);
    }
  }
}
