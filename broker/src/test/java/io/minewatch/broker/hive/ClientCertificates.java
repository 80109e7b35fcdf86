package io.minewatch.broker.hive;

import io.minewatch.broker.certificate.Authority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/** An authority that the broker trusts, another, and clients with certificates of either. */
final class ClientCertificates {
  private static final SecureRandom RANDOM = new SecureRandom();

  final Path serverKey;
  final Authority trusted;
  final Authority other;
  private final Path folder;

  private ClientCertificates(Path folder, Path serverKey, Authority trusted, Authority other) {
    this.folder = folder;
    this.serverKey = serverKey;
    this.trusted = trusted;
    this.other = other;
  }

  static ClientCertificates make(Path folder) throws Exception {
    Authority trusted = Authority.make(folder.resolve("ca"), RANDOM);
    Authority other = Authority.make(folder.resolve("other-ca"), RANDOM);
    return new ClientCertificates(folder, ServerKey.make(folder), trusted, other);
  }

  ClientTrust trust(ClientTrust.Ask ask) throws IOException {
    String password = Files.readString(folder.resolve("ca/clients.password")).strip();
    return new ClientTrust(trusted.trustStore(), password, ask);
  }

  /** A client at the encrypted door that shows a certificate of this name, or none. */
  Client at(int port, String clientId, @Nullable Authority by, String name)
      throws IOException, MqttException {
    Client client = new Client("ssl://127.0.0.1:" + port, clientId);
    Properties tls = new Properties();
    store(tls, "trustStore", serverKey, ServerKey.PASSWORD);
    if (by != null) {
      Path key = folder.resolve(name + "-" + (by == trusted ? "ca" : "other") + ".p12");
      if (!Files.exists(key)) {
        by.issue(name, key, RANDOM);
      }
      store(tls, "keyStore", key, Files.readString(Authority.passwordOf(key)).strip());
    }
    client.options().setSSLProperties(tls);
    return client;
  }

  private static void store(Properties tls, String kind, Path file, String password) {
    tls.setProperty("com.ibm.ssl." + kind, file.toString());
    tls.setProperty("com.ibm.ssl." + kind + "Password", password);
    tls.setProperty("com.ibm.ssl." + kind + "Type", "PKCS12");
  }
}
