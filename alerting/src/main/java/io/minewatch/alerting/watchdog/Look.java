package io.minewatch.alerting.watchdog;

/**
 * One look at the platform.
 *
 * @param reason why it is not well; empty if it is
 */
public record Look(boolean isWell, String reason) {
  private static final Look WELL = new Look(true, "");

  /** It answers, and says that it is well. */
  public static Look well() {
    return WELL;
  }

  /** It does not answer, or says that it is not well. */
  public static Look unwell(String reason) {
    return new Look(false, reason);
  }

  /** Of several instances one is enough. */
  public Look or(Look other) {
    if (isWell || other.isWell) {
      return WELL;
    }
    return unwell(reason + "; " + other.reason);
  }
}
