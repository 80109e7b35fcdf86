package io.minewatch.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.minewatch.broker.access.Account;
import io.minewatch.broker.access.Role;
import io.minewatch.broker.account.Passwords;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.EmbeddedBroker;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.ingest.mqtt.MqttLink;
import io.minewatch.ingest.mqtt.MqttListener;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The broker we ship, with a gateway, the judge and an observer. */
public final class Bus implements AutoCloseable {
  public static final Duration LONG = Duration.ofSeconds(60);
  public static final MineCode MINE = new MineCode("140921021337");
  public static final String FINDINGS = "mw/v1/" + MINE + "/findings";
  private static final String PASSWORD = "only-in-this-test";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final List<MqttLink> links = new ArrayList<>();
  private EmbeddedBroker broker;
  private int port;

  public Bus(Path folder) throws IOException {
    this.folder = folder;
    start();
  }

  public void start() throws IOException {
    broker = EmbeddedBroker.start(BrokerSettings.of(folder, port), accounts());
    port = broker.port();
  }

  public void stop() {
    broker.close();
  }

  private static List<Account> accounts() {
    return List.of(
        new Account("gateway", Passwords.hash(PASSWORD, new SecureRandom()), Role.GATEWAY, MINE),
        new Account("judge", Passwords.hash(PASSWORD, new SecureRandom()), Role.JUDGE, null),
        new Account("observer", Passwords.hash(PASSWORD, new SecureRandom()), Role.OBSERVER, null));
  }

  public MqttSettings settings(String user, String clientId) {
    return MqttSettings.of(URI.create("tcp://127.0.0.1:" + port), clientId, user, PASSWORD);
  }

  public static String readings(String gateway) {
    return "mw/v1/" + MINE + "/" + gateway + "/readings";
  }

  public MqttLink open(MqttSettings settings, List<String> filters, MqttListener listener) {
    MqttLink link = MqttLink.open(settings, filters, listener, CLOCK);
    links.add(link);
    await().atMost(LONG).until(link::isConnected);
    return link;
  }

  public MqttLink gateway(String name) {
    return open(settings("gateway", MINE + "." + name), List.of(), delivery -> {});
  }

  /** Publishes numbered readings and waits until the broker has them all. */
  public static void publish(MqttLink link, String gateway, int from, int to) throws Exception {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = from; i < to; i++) {
      byte[] payload = (gateway + " " + i).getBytes(UTF_8);
      sent.add(
          link.publish(
              Outgoing.numbered(readings(gateway), payload, "text/plain", "run", i, Lane.LIVE)));
    }
    for (CompletableFuture<Void> each : sent) {
      each.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    links.forEach(MqttLink::close);
    broker.close();
  }
}
