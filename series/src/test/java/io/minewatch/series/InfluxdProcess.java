package io.minewatch.series;

import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real InfluxDB 1.x server as a process on the loopback address, with sign-in switched on; keeps
 * its port and its files between {@link #stop} and {@link #start}.
 */
public final class InfluxdProcess implements AutoCloseable {
  public static final String DATABASE = "minewatch";
  private static final String USER = "admin";

  private final Path folder;
  private final String binary;
  private final int port;
  private final String password;
  private Process process;

  private InfluxdProcess(Path folder, String binary) throws IOException {
    this.folder = folder;
    this.binary = binary;
    this.port = freePort();
    this.password = "test-" + Long.toHexString(new java.security.SecureRandom().nextLong());
  }

  /** Prepares a server; empty, with a word to the log, where influxd is not installed. */
  public static Optional<InfluxdProcess> in(Path folder) throws IOException {
    Optional<String> binary =
        Stream.of("/usr/bin/influxd", "/usr/sbin/influxd", "/usr/local/bin/influxd")
            .filter(path -> new File(path).canExecute())
            .findFirst();
    if (binary.isEmpty()) {
      System.out.println("SKIPPED: no influxd on this machine (Debian: apt-get install influxdb)");
      return Optional.empty();
    }
    InfluxdProcess server = new InfluxdProcess(folder, binary.get());
    server.configure();
    return Optional.of(server);
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void configure() throws IOException {
    String config =
        """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%s/meta"
        [data]
          dir = "%s/data"
          wal-dir = "%s/wal"
          query-log-enabled = false
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:%d"
          auth-enabled = true
          log-enabled = false
        """
            .formatted(freePort(), folder, folder, folder, port);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("influxd.conf"), config);
  }

  /** Starts it and returns once it answers; makes its administrator the first time. */
  public void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(binary, "-config", folder.resolve("influxd.conf").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().put("HOME", folder.toString());
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> get("/ping") == 204);
    String sql = "CREATE USER " + USER + " WITH PASSWORD '" + password + "' WITH ALL PRIVILEGES";
    post("/query?q=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
  }

  private int get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url() + path)).GET());
  }

  private void post(String path) throws IOException {
    try {
      send(HttpRequest.newBuilder(URI.create(url() + path)).POST(BodyPublishers.noBody()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** Ends it at once, as a crash would; what it had acknowledged is on disk. */
  public void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it answers, its kind left to be found out. */
  public SeriesServer address() {
    return new SeriesServer(url(), Flavour.AUTO, DATABASE, "", USER, password);
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
