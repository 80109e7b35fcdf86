package io.minewatch.broker.hive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted door.
 *
 * @param port 0 for any free one
 * @param keyStore PKCS12 or JKS with the broker's key and certificate chain
 * @param password of the key store and of the key in it
 * @param clients whose certificates count; null if clients are asked for none
 */
public record TlsSettings(
    String bindAddress, int port, Path keyStore, String password, @Nullable ClientTrust clients) {
  public TlsSettings {
    BrokerSettings.requireAddress(bindAddress);
    BrokerSettings.requirePort(port);
    if (password.isEmpty()) {
      throw new IllegalArgumentException("the key store needs a password");
    }
  }

  /** A door that asks for no certificate. */
  public TlsSettings(String bindAddress, int port, Path keyStore, String password) {
    this(bindAddress, port, keyStore, password, null);
  }

  public TlsSettings withClients(ClientTrust trust) {
    return new TlsSettings(bindAddress, port, keyStore, password, trust);
  }

  TlsSettings at(int realPort) {
    return new TlsSettings(bindAddress, realPort, keyStore, password, clients);
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return "TlsSettings[" + bindAddress + ":" + port + ", " + keyStore + ", " + clients + "]";
  }
}
