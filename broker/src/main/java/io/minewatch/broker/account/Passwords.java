package io.minewatch.broker.account;

import io.minewatch.broker.access.PasswordHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes passwords, hashes them, and compares. */
public final class Passwords {
  /**
   * How often a new hash is iterated. Iterations protect passwords that can be guessed; ours are
   * made by {@link #generate} and cannot be. It is kept low because after a restart of the broker
   * every gateway of a province signs in at once.
   */
  public static final int ITERATIONS = 20_000;

  /** 192 bits. */
  private static final int PASSWORD_BYTES = 24;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

  private Passwords() {}

  /** A new password: 32 letters, digits, '-' and '_'. */
  public static String generate(SecureRandom random) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, PASSWORD_BYTES));
  }

  /**
   * Hashes a password with a new salt.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static PasswordHash hash(String password, SecureRandom random) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("a password must not be empty");
    }
    byte[] salt = bytes(random, SALT_BYTES);
    byte[] key = derive(password, salt, ITERATIONS, KEY_BYTES);
    Base64.Encoder base64 = Base64.getEncoder();
    return new PasswordHash(ITERATIONS, base64.encodeToString(salt), base64.encodeToString(key));
  }

  /** Tells whether this is the password; an empty one never is. */
  public static boolean matches(PasswordHash hash, String password) {
    if (password.isEmpty()) {
      return false;
    }
    byte[] key = hash.keyBytes();
    return MessageDigest.isEqual(
        key, derive(password, hash.saltBytes(), hash.iterations(), key.length));
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] derive(String password, byte[] salt, int iterations, int keyBytes) {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt, iterations, keyBytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
