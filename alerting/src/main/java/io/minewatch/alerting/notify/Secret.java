package io.minewatch.alerting.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A password or key; never printed. */
public record Secret(String value) {
  /** Shorter ones can be guessed. */
  private static final int SHORTEST = 16;

  /** A key of ours, which nobody has to remember. */
  public static Secret key(String value) {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException("needs at least " + SHORTEST + " characters");
    }
    return new Secret(value);
  }

  /** Whether a text is this secret; takes the same time always. */
  public boolean is(String text) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "secret";
  }
}
