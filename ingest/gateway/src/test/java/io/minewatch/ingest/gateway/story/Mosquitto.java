package io.minewatch.ingest.gateway.story;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.minewatch.servers.Loopback;
import io.minewatch.servers.Server;
import io.minewatch.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The broker at the mine, to which edge nodes speak: a real Mosquitto. Skips where there is none.
 */
record Mosquitto(Server server) implements AutoCloseable {
  static Mosquitto start(Path folder) throws IOException {
    Optional<Server> found = Servers.mosquitto(folder, "user root");
    if (found.isEmpty()) {
      abort("there is no Mosquitto");
    }
    Mosquitto broker = new Mosquitto(found.get());
    broker.server.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> Loopback.speaksMqtt(broker.server.port()));
    return broker;
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
