package io.minewatch.broker.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.minewatch.broker.account.MosquittoPasswords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;

/** What Mosquitto is to be given of secrets that our own broker has in other forms. */
final class ForMosquitto {
  private static final int LINE = 64;

  private ForMosquitto() {}

  /**
   * Its {@code password_file}.
   *
   * @param accounts each {@code USER=FILE} with the file that holds the password
   */
  static String passwords(String[] accounts, SecureRandom random) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String account : accounts) {
      int at = account.indexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException("an account is USER=FILE, was " + account);
      }
      String password = Files.readString(Path.of(account.substring(at + 1))).strip();
      lines.append(MosquittoPasswords.line(account.substring(0, at), password, random));
      lines.append('\n');
    }
    return lines.toString();
  }

  /**
   * The key of a PKCS12 store that has one, as PEM.
   *
   * @param password file that holds the password of the store
   */
  static String key(Path store, Path password) throws IOException {
    char[] word = Files.readString(password).strip().toCharArray();
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, word);
      for (String alias : Collections.list(keys.aliases())) {
        Key key = keys.getKey(alias, word);
        if (key != null) {
          String body =
              Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(key.getEncoded());
          return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        }
      }
      throw new IllegalArgumentException(store + " holds no key");
    } catch (GeneralSecurityException e) {
      throw new IOException("the key in " + store + " cannot be read", e);
    }
  }
}
