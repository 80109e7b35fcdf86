package io.minewatch.broker.hive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the broker is run.
 *
 * @param dataDir sessions, queues and retained messages live here; one broker at a time
 * @param bindAddress of the plain door. Passwords cross it in the clear, so it stays on this
 *     machine or on a private network
 * @param port of the plain door; 0 for any free one
 * @param tls the encrypted door, or null for none
 * @param keeps what of its messages and sessions outlives the process
 */
public record BrokerSettings(
    Path dataDir,
    String bindAddress,
    int port,
    @Nullable TlsSettings tls,
    BrokerLimits limits,
    Keeps keeps) {
  /** Where sessions, queued and retained messages are kept. */
  public enum Keeps {
    /** In files: what was confirmed outlives the process. */
    DISK,
    /**
     * In memory: a restarted broker knows nothing. Gateways that ask for receipts send again what
     * none covers, as of the past, and the judge what was not answered. What waits for a subscriber
     * that is away lies in the heap.
     */
    MEMORY
  }

  /** This machine only. */
  public static final String LOOPBACK = "127.0.0.1";

  /** The registered port of MQTT. */
  public static final int MQTT_PORT = 1883;

  private static final int MAX_PORT = 65_535;

  public BrokerSettings {
    requireAddress(bindAddress);
    requirePort(port);
  }

  /** This machine only, no encryption, default limits; port 0 for any free one. */
  public static BrokerSettings of(Path dataDir, int port) {
    return new BrokerSettings(dataDir, LOOPBACK, port, null, BrokerLimits.DEFAULT, Keeps.DISK);
  }

  public BrokerSettings withTls(TlsSettings tls) {
    return new BrokerSettings(dataDir, bindAddress, port, tls, limits, keeps);
  }

  public BrokerSettings withLimits(BrokerLimits limits) {
    return new BrokerSettings(dataDir, bindAddress, port, tls, limits, keeps);
  }

  public BrokerSettings withKeeps(Keeps keeps) {
    return new BrokerSettings(dataDir, bindAddress, port, tls, limits, keeps);
  }

  static void requirePort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", was " + port);
    }
  }

  static void requireAddress(String address) {
    if (address.isBlank()) {
      throw new IllegalArgumentException("a bind address must not be blank");
    }
  }
}
