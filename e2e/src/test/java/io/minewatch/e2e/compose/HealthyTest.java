package io.minewatch.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.minewatch.servers.Loopback;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the health checks of the containers ask, asked of a server that answers as it is told. */
class HealthyTest {
  private static final Path SCRIPT = Path.of("../deploy/compose/healthy.sh");

  /** As Flink's REST tells it, with the tasks of each job behind its state. */
  private static final String JOBS =
      """
      {"jobs":[{"jid":"a1","name":"archive","start-time":1,"end-time":-1,"duration":1,"state":"RESTARTING",\
      "last-modification":1,"tasks":{"running":0,"total":2}},\
      {"jid":"b2","name":"judge","start-time":1,"end-time":-1,"duration":1,"state":"RUNNING",\
      "last-modification":1,"tasks":{"running":2,"total":2}}]}
      """;

  private HttpServer server;
  private String port;
  private volatile int status = 200;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = JOBS.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    port = String.valueOf(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aPortIsWellWhereSomebodyListens() throws Exception {
    assertThat(ask("port", port)).isZero();
    assertThat(ask("port", String.valueOf(Loopback.freePort()))).isNotZero();
  }

  @Test
  void aPageIsWellWhenItAnswersSo() throws Exception {
    assertThat(ask("http", port, "/actuator/health/readiness")).isZero();
    status = 503;
    assertThat(ask("http", port, "/actuator/health/readiness")).isNotZero();
  }

  @Test
  void aJobIsWellWhenItRunsAndNotWhenAnotherDoes() throws Exception {
    assertThat(ask("job", port, "judge")).isZero();
    assertThat(ask("job", port, "archive")).as("it is being restarted").isNotZero();
    assertThat(ask("job", port, "no-such")).isNotZero();
  }

  @Test
  void anotherQuestionIsRefused() throws Exception {
    assertThat(ask("no-such", port)).isEqualTo(64);
  }

  private static int ask(String what, String at, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toRealPath().toString()));
    command.addAll(List.of(what, "127.0.0.1", at));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
