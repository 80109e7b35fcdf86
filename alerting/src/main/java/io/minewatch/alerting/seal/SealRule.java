package io.minewatch.alerting.seal;

import java.time.Duration;

/**
 * When one thing does not fit a stopped mine, from a rule pack.
 *
 * @param limit of the figure: people, a share of running, a ratio, or a number of trucks
 * @param lasting for how long of one shift; zero for at once
 * @param weight what it says by itself
 */
public record SealRule(Sign.Kind kind, double limit, Duration lasting, Weight weight) {
  /** What one sign is worth. */
  public enum Weight {
    /** Is a clue by itself. */
    ALONE,
    /** Has other explanations, and is a clue only beside a sign of another kind. */
    BESIDE_ANOTHER
  }

  public SealRule {
    if (!(limit > 0)) {
      throw new IllegalArgumentException(kind + " needs a limit above zero, was " + limit);
    }
    if (lasting.isNegative()) {
      throw new IllegalArgumentException(kind + " lasts no negative time, was " + lasting);
    }
  }
}
