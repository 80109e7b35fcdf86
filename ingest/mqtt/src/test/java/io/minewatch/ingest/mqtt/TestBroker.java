package io.minewatch.ingest.mqtt;

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
import org.jspecify.annotations.Nullable;

/**
 * A Mosquitto process: a broker that forgets its MQTT 5 sessions when it is restarted. Skips the
 * test, saying why, where Mosquitto is not installed.
 */
public final class TestBroker implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  private final Path folder;
  private final int port;
  private @Nullable Process process;

  private final String more;

  private TestBroker(Path folder, String more) throws IOException {
    this.folder = folder;
    this.more = more;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  public static TestBroker start(Path folder) throws IOException {
    return start(folder, "");
  }

  /**
   * Starts it with more lines in its configuration.
   *
   * @param more lines for its one listener
   */
  public static TestBroker start(Path folder, String more) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      String why = "skipped: " + PROGRAM + " is not installed";
      System.out.println(why);
      abort(why);
    }
    TestBroker broker = new TestBroker(folder, more);
    broker.start();
    return broker;
  }

  public void start() throws IOException {
    Path conf =
        Files.writeString(
            folder.resolve("mosquitto.conf"),
            // Started by root it would become a user who may not enter the test's folder.
            "user root\nlistener "
                + port
                + " 127.0.0.1\n"
                + more
                + "allow_anonymous true\nmax_queued_messages 0\n");
    process =
        new ProcessBuilder(PROGRAM.toString(), "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mosquitto.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(10)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public void kill() {
    Process running = process;
    process = null;
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

  /** Stops the process where it stands: connected, and silent. */
  public void stop() throws IOException {
    signal("-STOP");
  }

  /** Lets it go on after {@link #stop}. */
  public void goOn() throws IOException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("no broker runs");
    }
    Process kill = new ProcessBuilder("kill", name, Long.toString(running.pid())).start();
    try {
      if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IOException("kill " + name + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public URI uri() {
    return URI.create("tcp://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    kill();
  }
}
