package io.minewatch.ingest.files.define;

/**
 * Personal data as it may stand in a log or an unauthorised view: enough to tell two people apart
 * at a glance, not enough to know who.
 */
public final class Masked {
  private static final int SHOWN_OF_CARD = 2;

  private Masked() {}

  /** The first character of a name. */
  public static String name(String name) {
    return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** The last two characters of a card. */
  public static String card(String card) {
    return "***" + card.substring(Math.max(0, card.length() - SHOWN_OF_CARD));
  }
}
