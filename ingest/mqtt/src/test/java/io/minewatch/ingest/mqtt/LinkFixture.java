package io.minewatch.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Outgoing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker and links to it, all closed at the end. */
abstract class LinkFixture {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Duration LONG = Duration.ofSeconds(20);
  static final String TOPIC = "mw/v1/140921021337/g1/readings";
  static final List<String> FILTERS = List.of("mw/v1/+/+/readings");

  @TempDir Path folder;
  TestBroker broker;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void startBroker() throws Exception {
    broker = TestBroker.start(folder);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable link : open) {
      link.close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  MqttSettings settings(String clientId) {
    return settings(broker.uri(), clientId);
  }

  static MqttSettings settings(URI uri, String clientId) {
    return MqttSettings.of(uri, clientId, "", "");
  }

  MqttLink link(MqttSettings settings, List<String> filters, MqttListener listener) {
    MqttLink link = MqttLink.open(settings, filters, listener, CLOCK);
    open.add(link);
    return link;
  }

  MqttLink connected(String clientId, Heard heard) {
    MqttLink link = link(settings(clientId), FILTERS, heard);
    await().atMost(LONG).until(link::isConnected);
    return link;
  }

  static Outgoing message(String text) {
    return Outgoing.event(TOPIC, text.getBytes(UTF_8), "text/plain");
  }

  /** Publishes from a thread of its own, which may have to wait. */
  static CompletableFuture<Void> publishElsewhere(MqttLink link, String text) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                link.publish(message(text)).get();
                done.complete(null);
              } catch (InterruptedException | ExecutionException | CancellationException e) {
                done.completeExceptionally(e);
              }
            })
        .start();
    return done;
  }

  static void done(CompletableFuture<Void> sent) throws Exception {
    sent.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }
}
