package io.minewatch.broker.hive;

import java.nio.file.Path;

/**
 * The encrypted door.
 *
 * @param port 0 for any free one
 * @param keyStore PKCS12 or JKS with the broker's key and certificate chain
 * @param password of the key store and of the key in it
 */
public record TlsSettings(String bindAddress, int port, Path keyStore, String password) {
  public TlsSettings {
    BrokerSettings.requireAddress(bindAddress);
    BrokerSettings.requirePort(port);
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the key store needs a password");
    }
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return "TlsSettings[" + bindAddress + ":" + port + ", " + keyStore + "]";
  }
}
