package io.minewatch.broker.account;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Lines of Mosquitto's {@code password_file}, in its form 7: PBKDF2 with HMAC-SHA-512, iterations,
 * salt and key. Our own file of accounts holds hashes of another kind, which Mosquitto cannot read:
 * these are made of the passwords themselves.
 */
public final class MosquittoPasswords {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  /** As long as Mosquitto makes them itself. */
  private static final int SALT_BYTES = 12;

  private static final int KEY_BYTES = 64;

  private MosquittoPasswords() {}

  /**
   * The line of one account, without its end.
   *
   * @throws IllegalArgumentException if a name or password cannot stand there; the message holds no
   *     password
   */
  public static String line(String user, String password, SecureRandom random) {
    if (user.isBlank() || user.indexOf(':') >= 0 || password.isEmpty()) {
      throw new IllegalArgumentException("no line for " + user + ": no name, or no password");
    }
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt, Passwords.ITERATIONS, KEY_BYTES * Byte.SIZE);
    try {
      byte[] key = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "%s:$7$%d$%s$%s"
          .formatted(
              user, Passwords.ITERATIONS, base64.encodeToString(salt), base64.encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
