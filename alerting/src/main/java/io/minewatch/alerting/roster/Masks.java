package io.minewatch.alerting.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What of a name or a number is shown outside the mine's own staff. */
public final class Masks {
  private static final String HIDDEN = "**";

  /** Digits left at either end of a number. */
  private static final int LEFT = 3;

  /** Of the code that stands for a card: doubles in a mine of 5,000 cards once in 90,000 times. */
  private static final int CARD_BYTES = 5;

  /** Kept nowhere: whoever finds a mask later cannot try cards against it. */
  private static final byte[] KEY = key();

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

  /**
   * Another name of a card: the same for the same card while this program runs, told apart from
   * every other card's, and saying nothing of it. Numbers follow one another, so their ends would
   * tell.
   */
  public static String card(String card) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(KEY);
      // Cut to a sixth, nobody can lengthen a card's code into another's.
      byte[] code = digest.digest(card.getBytes(StandardCharsets.UTF_8));
      return "x-" + HexFormat.of().formatHex(code, 0, CARD_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Whether a text has been masked. */
  public static boolean isMasked(String text) {
    return text.contains(HIDDEN);
  }
}
