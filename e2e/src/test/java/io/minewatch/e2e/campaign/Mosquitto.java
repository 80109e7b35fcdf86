package io.minewatch.e2e.campaign;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Mosquitto with a short queue: it loses every session when it is killed, and drops
 * messages in silence when a client is away for long.
 */
final class Mosquitto implements Works.Broker {
  static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  /** Shorter than what is sent while the judge job starts. */
  private static final int QUEUE = 50;

  private final Path folder;
  private final int port = Works.freePort();
  private @Nullable Process process;

  Mosquitto(Path folder) throws IOException {
    this.folder = folder;
  }

  @Override
  public void start() throws IOException {
    Path conf = folder.resolve("mosquitto.conf");
    Files.writeString(
        conf,
        "listener %d 127.0.0.1\nallow_anonymous true\nmax_queued_messages %d\n"
            .formatted(port, QUEUE));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile()))
            .start();
    await().atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroyForcibly();
    try {
      if (!running.waitFor(10, TimeUnit.SECONDS)) {
        throw new UncheckedIOException(new IOException("mosquitto does not end"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int port() {
    return port;
  }
}
