package io.minewatch.judge.change;

/**
 * How much is too much. The numbers are rule rows (orders 矿安〔2023〕26号 and 60号 for coal and other
 * underground mines); NaN where a row names none.
 *
 * @param level the value itself, reached at or above
 * @param by a change in the unit of the measure
 * @param share a change as a share of the reference, 0.2 for 20 %
 * @param floor a share is taken of at least this, so that a trickle that doubles is no inrush
 * @param reach whether a change must be more than that or at least that
 * @param way which changes count
 * @param resolution smallest step of the sensor; values closer than half of it are the same
 */
public record Trigger(
    double level, double by, double share, double floor, Reach reach, Way way, double resolution) {
  /** Whether the amount itself already counts. */
  public enum Reach {
    MORE_THAN,
    AT_LEAST
  }

  /** Which direction is danger. */
  public enum Way {
    RISE,
    EITHER
  }

  public Trigger {
    boolean changes = by > 0 || share > 0;
    if (!changes && Double.isNaN(level)) {
      throw new IllegalArgumentException("a trigger needs a level or a change");
    }
    if (by <= 0 || share <= 0 || !(floor >= 0) || !(resolution >= 0)) {
      throw new IllegalArgumentException(
          "need by > 0, share > 0, floor >= 0, resolution >= 0, was "
              + (by + ", " + share + ", " + floor + ", " + resolution));
    }
  }

  boolean isLevelReached(double value) {
    return value >= level - resolution / 2; // false for NaN
  }

  /** Whether a value has changed too much, seen from {@code reference}. */
  boolean isChanged(double value, double reference) {
    return exceeds(value, reference, 1);
  }

  /** Whether it is back within this part of the trigger. */
  boolean isBack(double value, double reference, double part) {
    return !exceeds(value, reference, part);
  }

  private boolean exceeds(double value, double reference, double part) {
    double change = way == Way.RISE ? value - reference : Math.abs(value - reference);
    double ofShare = share * Math.max(Math.abs(reference), floor);
    return beyond(change, part * by) || beyond(change, part * ofShare);
  }

  private boolean beyond(double change, double amount) {
    return reach == Reach.MORE_THAN
        ? change > amount + resolution / 2
        : change >= amount - resolution / 2;
  }

  /**
   * The value at which a change from {@code reference} in the direction of {@code value} counts.
   */
  double limit(double reference, double value) {
    double amount = amount(reference);
    return value < reference ? reference - amount : reference + amount;
  }

  private double amount(double reference) {
    double ofShare = share * Math.max(Math.abs(reference), floor);
    return Double.isNaN(by) ? ofShare : Double.isNaN(share) ? by : Math.min(by, ofShare);
  }

  /**
   * Between what a value reaches neither the level nor a change from any of these, NaN for those
   * that are not known. What a value further from danger than another reaches, that one reaches
   * too; so it is enough to ask at both ends.
   */
  Quiet quiet(double... references) {
    double to = Double.isNaN(level) ? Double.POSITIVE_INFINITY : level - resolution / 2;
    double from = Double.NEGATIVE_INFINITY;
    for (double reference : references) {
      double amount = amount(reference);
      if (!Double.isNaN(reference + amount)) {
        to = Math.min(to, reference + amount - resolution / 2);
        from = way == Way.RISE ? from : Math.max(from, reference - amount + resolution / 2);
      }
    }
    Quiet quiet =
        new Quiet(
            Double.isInfinite(from) ? (float) from : Math.nextUp((float) from),
            Double.isInfinite(to) ? (float) to : Math.nextDown((float) to));
    return isQuiet(quiet.from(), references) && isQuiet(quiet.to(), references)
        ? quiet
        : Quiet.NOWHERE;
  }

  private boolean isQuiet(float end, double... references) {
    if (Float.isInfinite(end)) {
      return true;
    }
    boolean reached = isLevelReached(end);
    for (double reference : references) {
      reached |= isChanged(end, reference);
    }
    return !reached;
  }
}
