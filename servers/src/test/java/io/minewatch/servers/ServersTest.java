package io.minewatch.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests count on, wherever the servers run. */
class ServersTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aKilledInfluxDbComesBackAtItsPortWithWhatItHeld() throws Exception {
    try (Server server = there(Servers.influxdb(folder))) {
      server.start();
      await().atMost(LONG).ignoreExceptions().until(() -> influx(server, "GET", "/ping") == 204);
      String admin = "create+user+a+with+password+%27b%27+with+all+privileges";
      assertThat(influx(server, "POST", "/query?q=" + admin)).isEqualTo(200);

      server.kill();
      server.start();
      await().atMost(LONG).ignoreExceptions().until(() -> influx(server, "GET", "/ping") == 204);
      assertThat(influx(server, "POST", "/query?q=show+databases")).isEqualTo(401);
      assertThat(influx(server, "POST", "/query?u=a&p=b&q=show+databases")).isEqualTo(200);
    }
  }

  @Test
  void aKilledMosquittoComesBackAtItsPort() throws Exception {
    try (Server server = there(Servers.mosquitto(folder, "user root"))) {
      server.start();
      await().atMost(LONG).until(() -> Loopback.speaksMqtt(server.port()));
      server.kill();
      assertThat(Loopback.speaksMqtt(server.port())).isFalse();
      server.start();
      await().atMost(LONG).until(() -> Loopback.speaksMqtt(server.port()));
    }
  }

  private static Server there(Optional<Server> server) {
    Assumptions.assumeTrue(server.isPresent(), "there is no such server");
    return server.get();
  }

  private static int influx(Server server, String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(5))
            .method(method, BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
