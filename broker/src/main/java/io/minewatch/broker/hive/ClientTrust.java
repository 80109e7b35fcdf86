package io.minewatch.broker.hive;

import java.nio.file.Path;

/**
 * Whose certificates count at the encrypted door. A client that shows one signs in under its name:
 * the common name of the certificate is the user of the account, and no other.
 *
 * @param trustStore PKCS12 or JKS with the certificates of those who sign for clients
 * @param password of the trust store
 */
public record ClientTrust(Path trustStore, String password, Ask ask) {
  /** Whether a client has to show a certificate. */
  public enum Ask {
    /** A client without one is turned away before it can say anything. */
    REQUIRED,
    /** A client without one signs in with its password. */
    OPTIONAL
  }

  public ClientTrust {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the trust store of clients needs a password");
    }
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return "ClientTrust[" + trustStore + ", " + ask + "]";
  }
}
