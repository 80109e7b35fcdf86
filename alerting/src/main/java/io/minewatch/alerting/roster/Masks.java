package io.minewatch.alerting.roster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      byte[] code = mac.doFinal(card.getBytes(StandardCharsets.UTF_8));
      return "x-" + HexFormat.of().formatHex(code, 0, CARD_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
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
