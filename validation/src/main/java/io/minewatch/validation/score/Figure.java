package io.minewatch.validation.score;

import java.util.Locale;

/**
 * One measured figure beside that of the naive baseline.
 *
 * @param better whether ours is the better one, in words
 */
public record Figure(String what, String ours, String naive, String better) {
  /** Which way is better. */
  public enum Aim {
    MORE,
    LESS
  }

  /** Two numbers that can be compared. */
  public static Figure of(String what, double ours, double naive, Aim aim) {
    boolean missing = Double.isNaN(ours) || Double.isNaN(naive);
    String better =
        missing
            ? ""
            : ours == naive ? "same" : (aim == Aim.MORE) == (ours > naive) ? "yes" : "**no**";
    return new Figure(what, number(ours), number(naive), better);
  }

  /** A figure that has no baseline. */
  public static Figure alone(String what, String ours) {
    return new Figure(what, ours, "", "");
  }

  /** Whole numbers as they are, others with three places. */
  public static String number(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
