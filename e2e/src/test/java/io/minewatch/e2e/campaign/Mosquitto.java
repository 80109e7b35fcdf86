package io.minewatch.e2e.campaign;

import static org.awaitility.Awaitility.await;

import io.minewatch.servers.Loopback;
import io.minewatch.servers.Server;
import io.minewatch.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A real Mosquitto with a short queue: it loses every session when it is killed, and drops messages
 * in silence when a client is away for long.
 */
record Mosquitto(Server server) implements Works.Broker, AutoCloseable {
  /** Shorter than what is sent while the judge job starts. */
  private static final int QUEUE = 50;

  /** Empty, with a word why, where there is none. */
  static Optional<Mosquitto> in(Path folder) throws IOException {
    return Servers.mosquitto(folder, "max_queued_messages " + QUEUE).map(Mosquitto::new);
  }

  @Override
  public void start() throws IOException {
    server.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> Loopback.speaksMqtt(server.port()));
  }

  @Override
  public void kill() {
    server.kill();
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
