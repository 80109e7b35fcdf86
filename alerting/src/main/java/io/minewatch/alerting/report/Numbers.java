package io.minewatch.alerting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a number is written where nobody has said with how many digits. */
final class Numbers {
  private static final int DIGITS = 3;

  private Numbers() {}

  /** With at most three digits after the point, and none that says nothing. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Sheet.NONE;
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
