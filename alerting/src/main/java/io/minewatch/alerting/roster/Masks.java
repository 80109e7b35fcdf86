package io.minewatch.alerting.roster;

/** What of a name or a number is shown outside the mine's own staff. */
public final class Masks {
  private static final String HIDDEN = "**";

  /** Digits left at either end of a number. */
  private static final int LEFT = 3;

  private Masks() {}

  /** The family name of a Chinese name, the first letter of any other. */
  public static String name(String name) {
    return name.isBlank() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + HIDDEN;
  }

  /** The ends of a number, the first letter and the domain of a mail address. */
  public static String address(String address) {
    int at = address.indexOf('@');
    if (at > 0) {
      return address.charAt(0) + HIDDEN + address.substring(at);
    }
    return address.length() <= 2 * LEFT
        ? HIDDEN
        : address.substring(0, LEFT) + HIDDEN + address.substring(address.length() - LEFT);
  }

  /** Whether a text has been masked. */
  public static boolean isMasked(String text) {
    return text.contains(HIDDEN);
  }
}
