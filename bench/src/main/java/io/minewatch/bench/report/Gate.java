package io.minewatch.bench.report;

/**
 * A bound that a figure must keep, wide enough that only a real loss breaks it.
 *
 * @param name of the gate, as in docs/performance.md
 * @param reason why it is where it is
 */
public record Gate(String name, Way way, double bound, String reason) {
  /** On which side of the bound a figure must lie. */
  public enum Way {
    AT_LEAST,
    AT_MOST
  }

  /** What a gate says of one figure. */
  public record Verdict(Gate gate, double measured, boolean holds) {}

  public Verdict judge(double measured) {
    // Written so that NaN does not hold.
    boolean holds = way == Way.AT_LEAST ? measured >= bound : measured <= bound;
    return new Verdict(this, measured, holds);
  }
}
