package io.minewatch.ingest.mqtt;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A file with our private key and its certificate, for a broker that asks for one; the key has the
 * password of the file.
 *
 * @param type {@code PKCS12} or {@code JKS}
 */
public record ClientKey(String path, String password, String type) implements Serializable {
  public static ClientKey of(Path path, String password) {
    return new ClientKey(path.toString(), password, MqttSettings.storeType(path));
  }

  /** Keeps the password to itself. */
  @Override
  public String toString() {
    return type + " " + path;
  }
}
