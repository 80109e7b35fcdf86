package io.minewatch.ingest.gateway.story;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The broker at the mine, to which edge nodes speak: a real Mosquitto. Skips where there is none.
 */
final class Mosquitto implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  private final int port;
  private final Process process;

  private Mosquitto(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static Mosquitto start(Path folder) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      String why = "skipped: " + PROGRAM + " is not installed";
      System.out.println(why);
      abort(why);
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path conf =
        Files.writeString(
            Files.createDirectories(folder).resolve("mosquitto.conf"),
            "user root\nlistener " + port + " 127.0.0.1\nallow_anonymous true\n");
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    Mosquitto broker = new Mosquitto(port, process);
    await().atMost(Duration.ofSeconds(10)).until(broker::answers);
    return broker;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new UncheckedIOException(new IOException("mosquitto does not end"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
