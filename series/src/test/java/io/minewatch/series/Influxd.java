package io.minewatch.series;

import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.servers.Server;
import io.minewatch.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * A real InfluxDB 1.x server with sign-in switched on, in a container or as a local process; keeps
 * its port and its files between {@link #stop} and {@link #start}.
 */
public final class Influxd implements AutoCloseable {
  public static final String DATABASE = "minewatch";
  private static final String USER = "admin";

  private final Server server;
  private final String password;

  private Influxd(Server server) {
    this.server = server;
    this.password = "test-" + Long.toHexString(new java.security.SecureRandom().nextLong());
  }

  /** Prepares a server; empty, with a word to the log, where there is none. */
  public static Optional<Influxd> in(Path folder) throws IOException {
    return Servers.influxdb(folder).map(Influxd::new);
  }

  /** Starts it and returns once it answers; makes its administrator the first time. */
  public void start() throws IOException {
    server.start();
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
  public void stop() {
    server.kill();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** Where it answers, its kind left to be found out. */
  public SeriesServer address() {
    return new SeriesServer(url(), Flavour.AUTO, DATABASE, "", USER, password);
  }

  @Override
  public void close() {
    server.close();
  }
}
