package io.minewatch.bench.nation;

import io.minewatch.bench.process.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** InfluxDB 1.x of the distribution as a process of this run, on the loopback address. */
final class Influx {
  private static final long LOOK_NANOS = 200_000_000;
  private static final int LOOKS = 150;

  private Influx() {}

  static Programs.Program program(String name, Path folder, int port) throws IOException {
    Files.createDirectories(folder);
    String settings =
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
          log-enabled = false
        """
            .formatted(Programs.freePort(), folder, folder, folder, port);
    Path file = Files.writeString(folder.resolve("influxd.conf"), settings);
    return new Programs.Program(name, List.of("influxd", "-config", file.toString()), Map.of());
  }

  static void awaitAndPrepare(URI url) {
    for (int i = 0; i < LOOKS; i++) {
      try {
        ask(url, "/ping");
        ask(url, "/query?q=CREATE%20DATABASE%20minewatch");
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    throw new IllegalStateException("influxd does not answer at " + url);
  }

  private static void ask(URI url, String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()).build();
    try {
      HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
