package io.minewatch.alerting.accident;

import java.time.Duration;
import java.util.Objects;

/**
 * One report that every accident owes, from a rule pack.
 *
 * @param id short, as the row of the pack is called
 * @param sender who owes it, in Chinese
 * @param receiver to whom it is owed, in Chinese
 * @param within counted from the declaration: the first moment at which the platform knows that
 *     somebody knows
 */
public record ReportRule(
    String id,
    Form form,
    String sender,
    String senderEnglish,
    String receiver,
    String receiverEnglish,
    Duration within) {
  /** How a report is made. */
  public enum Form {
    PHONE,
    WRITTEN,
    /** The rule names no form. */
    ANY
  }

  public ReportRule {
    Objects.requireNonNull(form, "form");
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("a report needs a time above zero, was " + within);
    }
  }
}
