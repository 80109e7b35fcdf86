package io.minewatch.broker.access;

import java.util.Base64;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-256. The text form is {@code
 * pbkdf2-sha256$iterations$salt$key}, salt and key in Base64. Refuses fewer than {@link
 * #MIN_ITERATIONS}, and a salt or a key that is shorter than {@link #MIN_BYTES}.
 *
 * @param iterations how often the function is applied; kept so that it can be raised later
 * @param salt Base64
 * @param key Base64
 */
public record PasswordHash(int iterations, String salt, String key) {
  /** Fewer are not worth the name. */
  public static final int MIN_ITERATIONS = 1_000;

  /** More would let one line of the accounts file stop the broker at every sign-in. */
  public static final int MAX_ITERATIONS = 10_000_000;

  /** 128 bits. */
  public static final int MIN_BYTES = 16;

  private static final String ALGORITHM = "pbkdf2-sha256";

  public PasswordHash {
    if (iterations < MIN_ITERATIONS || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "iterations are %d to %d, were %d".formatted(MIN_ITERATIONS, MAX_ITERATIONS, iterations));
    }
    requireBytes("the salt", salt);
    requireBytes("the key", key);
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not one; the message never holds the text
   */
  public static PasswordHash parse(String text) {
    String[] parts = text.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      throw new IllegalArgumentException(
          "a password hash looks like " + ALGORITHM + "$iterations$salt$key");
    }
    try {
      return new PasswordHash(Integer.parseInt(parts[1]), parts[2], parts[3]);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the iterations of a password hash are a number", e);
    }
  }

  /** The form that {@link #parse} reads. */
  public String text() {
    return String.join("$", ALGORITHM, Integer.toString(iterations), salt, key);
  }

  public byte[] saltBytes() {
    return Base64.getDecoder().decode(salt);
  }

  public byte[] keyBytes() {
    return Base64.getDecoder().decode(key);
  }

  /** Tells nothing, so that no log can. */
  @Override
  public String toString() {
    return "PasswordHash";
  }

  private static void requireBytes(String name, String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " of a password hash is Base64", e);
    }
    if (bytes.length < MIN_BYTES) {
      throw new IllegalArgumentException(
          name + " of a password hash has at least " + MIN_BYTES + " bytes, has " + bytes.length);
    }
  }
}
