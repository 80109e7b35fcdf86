package io.minewatch.ingest.mqtt;

import io.minewatch.domain.wire.Outgoing;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one client reaches the broker. Serializable as long as it carries no will.
 *
 * @param server {@code tcp://host:port} or {@code ssl://host:port}
 * @param clientId fixed: the broker keeps the session under it
 * @param user empty to connect without a user
 * @param password never printed
 * @param trustStore certificates to trust; null for those of the JVM
 * @param clientKey our own certificate, for a broker that asks for one; null for none
 * @param receiveMaximum messages that the broker may have under way to us without our
 *     acknowledgement: the back-pressure, 1 to 65,535
 * @param publishWindow messages that wait for the broker's confirmation before a publisher blocks
 * @param timing how long things may take
 * @param will what the broker publishes if we vanish; null for none
 */
public record MqttSettings(
    URI server,
    String clientId,
    String user,
    String password,
    @Nullable TrustStore trustStore,
    @Nullable ClientKey clientKey,
    int receiveMaximum,
    int publishWindow,
    Timing timing,
    @Nullable Outgoing will)
    implements Serializable {
  /** The largest packet that we let the broker send: a plan of some thousand points fits. */
  public static final int MAX_PACKET_BYTES = 4 * 1024 * 1024;

  private static final int DEFAULT_RECEIVE_MAXIMUM = 2_000;
  private static final int DEFAULT_PUBLISH_WINDOW = 1_000;
  private static final int MAX_PACKET_IDS = 65_535;

  /**
   * A file with the certificates to trust.
   *
   * @param type {@code PKCS12} or {@code JKS}
   */
  public record TrustStore(String path, String password, String type) implements Serializable {
    public static TrustStore of(Path path, String password) {
      return new TrustStore(path.toString(), password, storeType(path));
    }

    @Override
    public String toString() {
      return type + " " + path;
    }
  }

  static String storeType(Path path) {
    return path.toString().endsWith(".jks") ? "JKS" : "PKCS12";
  }

  /**
   * The client's patience.
   *
   * @param keepAlive the broker is asked this often whether it is there; whole seconds
   * @param sessionExpiry how long the broker keeps subscriptions and undelivered messages of a
   *     client that is away; whole seconds, zero to keep nothing
   * @param connect for each of: opening the socket, the TLS handshake, the broker's answer
   * @param confirm a message not confirmed for so long means that the connection is dead
   * @param reconnect between tries to connect
   * @param takenOver between tries after another client took our client id: two programs with one
   *     id by mistake must not throw each other out without end
   */
  public record Timing(
      Duration keepAlive,
      Duration sessionExpiry,
      Duration connect,
      Duration confirm,
      Backoff reconnect,
      Backoff takenOver)
      implements Serializable {
    public static final Timing DEFAULT =
        new Timing(
            Duration.ofSeconds(15),
            Duration.ofDays(7),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)),
            new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(10)));

    public Timing {
      if (keepAlive.toSeconds() < 1 || connect.toSeconds() < 1 || confirm.toSeconds() < 1) {
        throw new IllegalArgumentException(
            "keepAlive, connect and confirm need at least 1 s, were "
                + keepAlive
                + ", "
                + connect
                + ", "
                + confirm);
      }
      if (sessionExpiry.isNegative()) {
        throw new IllegalArgumentException("sessionExpiry must not be negative: " + sessionExpiry);
      }
    }

    public Timing withSessionExpiry(Duration newExpiry) {
      return new Timing(keepAlive, newExpiry, connect, confirm, reconnect, takenOver);
    }

    public Timing withReconnect(Backoff newReconnect) {
      return new Timing(keepAlive, sessionExpiry, connect, confirm, newReconnect, takenOver);
    }

    public Timing withTakenOver(Backoff newTakenOver) {
      return new Timing(keepAlive, sessionExpiry, connect, confirm, reconnect, newTakenOver);
    }
  }

  public MqttSettings {
    String scheme = server.getScheme();
    if (!"tcp".equals(scheme) && !"ssl".equals(scheme)) {
      throw new IllegalArgumentException("need tcp:// or ssl://, was " + server);
    }
    if (server.getHost() == null || server.getPort() < 0) {
      throw new IllegalArgumentException("need a host and a port, was " + server);
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("a client id is needed: the session is kept under it");
    }
    if (receiveMaximum < 1 || receiveMaximum > MAX_PACKET_IDS) {
      throw new IllegalArgumentException("receiveMaximum must be 1..65535: " + receiveMaximum);
    }
    if (publishWindow < 1 || publishWindow > MAX_PACKET_IDS) {
      throw new IllegalArgumentException("publishWindow must be 1..65535: " + publishWindow);
    }
  }

  /**
   * With the defaults: 2,000 messages in, 1,000 out, session kept 7 days, {@link Timing#DEFAULT}.
   */
  public static MqttSettings of(URI server, String clientId, String user, String password) {
    return new MqttSettings(
        server,
        clientId,
        user,
        password,
        null,
        null,
        DEFAULT_RECEIVE_MAXIMUM,
        DEFAULT_PUBLISH_WINDOW,
        Timing.DEFAULT,
        null);
  }

  private MqttSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings(this);
  }

  /** What can be changed, one thing at a time. */
  private static final class Draft {
    String clientId;
    @Nullable TrustStore trustStore;
    @Nullable ClientKey clientKey;
    int receiveMaximum;
    int publishWindow;
    Timing timing;
    @Nullable Outgoing will;

    Draft(MqttSettings from) {
      clientId = from.clientId;
      trustStore = from.trustStore;
      clientKey = from.clientKey;
      receiveMaximum = from.receiveMaximum;
      publishWindow = from.publishWindow;
      timing = from.timing;
      will = from.will;
    }

    MqttSettings settings(MqttSettings from) {
      return new MqttSettings(
          from.server,
          clientId,
          from.user,
          from.password,
          trustStore,
          clientKey,
          receiveMaximum,
          publishWindow,
          timing,
          will);
    }
  }

  public MqttSettings withClientId(String newId) {
    return with(draft -> draft.clientId = newId);
  }

  public MqttSettings withTrustStore(TrustStore store) {
    return with(draft -> draft.trustStore = store);
  }

  /** Shows our certificate to a broker that asks for one. */
  public MqttSettings withClientKey(ClientKey key) {
    return with(draft -> draft.clientKey = key);
  }

  public MqttSettings withReceiveMaximum(int messages) {
    return with(draft -> draft.receiveMaximum = messages);
  }

  public MqttSettings withPublishWindow(int messages) {
    return with(draft -> draft.publishWindow = messages);
  }

  public MqttSettings withTiming(Timing newTiming) {
    return with(draft -> draft.timing = newTiming);
  }

  public MqttSettings withSessionExpiry(Duration expiry) {
    return withTiming(timing.withSessionExpiry(expiry));
  }

  /** The broker publishes this if the connection ends without a farewell. */
  public MqttSettings withWill(Outgoing newWill) {
    return with(draft -> draft.will = newWill);
  }

  @Override
  public String toString() {
    return clientId + " at " + server;
  }
}
