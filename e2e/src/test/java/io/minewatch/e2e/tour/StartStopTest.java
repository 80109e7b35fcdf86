package io.minewatch.e2e.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.e2e.process.JavaProgram;
import io.minewatch.standalone.app.DemoMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process: what it prints, how it ends, and that the next start goes on. */
class StartStopTest {
  private static final Duration UP = Duration.ofMinutes(2);
  private static final Duration DOWN = Duration.ofSeconds(20);

  /** 128 and the number of SIGTERM. */
  private static final int TERMINATED = 143;

  private static final Pattern INCIDENT = Pattern.compile("\"id\":\"(i-[^\"]+)\"");
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aStartAfterAnEndGoesOnWithTheIncidentAndTheCheckpoints(@TempDir Path folder)
      throws Exception {
    Path script = folder.resolve("gas.script");
    Files.writeString(script, "after 1s drive T1-0101 to 1.8 within 2s hold 30m fall 60s\n");
    int port = freePort();
    Map<String, String> told =
        Map.of(
            "MINEWATCH_HOME", folder.resolve("home").toString(),
            "MINEWATCH_RULES", Path.of("../rules").toAbsolutePath().toString(),
            "MINEWATCH_MINES", Path.of("../deploy/demo").toAbsolutePath().toString(),
            "MINEWATCH_HTTP_PORT", String.valueOf(port),
            "MINEWATCH_SCRIPT", script.toString());
    String incident;
    try (JavaProgram demo = JavaProgram.start("first", folder, DemoMain.class, told)) {
      demo.awaitPrinted("Minewatch is up", UP);
      incident = awaitIncident(port, password(demo.printed()));
      assertThat(demo.end(DOWN)).isEqualTo(TERMINATED);
      assertThat(demo.printed()).as("what the terminal shows").matches(banner(port));
    }
    try (JavaProgram demo = JavaProgram.start("second", folder, DemoMain.class, told)) {
      demo.awaitPrinted("Minewatch is up", UP);
      assertThat(awaitIncident(port, password(demo.printed()))).isEqualTo(incident);
      assertThat(demo.end(DOWN)).isEqualTo(TERMINATED);
      assertThat(demo.printed()).as("what the terminal shows").matches(banner(port));
    }
    List<String> log = Files.readAllLines(folder.resolve("home/log/minewatch.log"));
    List<String> resumed = log.stream().filter(line -> line.contains("resumed from")).toList();
    assertThat(resumed).hasSize(4);
    assertThat(resumed.subList(2, 4)).allMatch(line -> line.contains("chk-"));
    assertThat(log).noneMatch(line -> line.contains("ERROR"));
  }

  private static Pattern banner(int port) {
    return Pattern.compile(
        "\\s*Minewatch is up:   http://127.0.0.1:"
            + port
            + "/\\s+(\\w+ +\\w{20}\\s+){4}Gateways connect to tcp://127.0.0.1:\\d+\\s+"
            + "Everything is kept in \\S+; Ctrl-C stops it.\\s*");
  }

  private static String password(String printed) {
    Matcher found = Pattern.compile("dispatcher +(\\w+)").matcher(printed);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String awaitIncident(int port, String password) {
    return Awaitility.await("an open incident")
        .atMost(UP)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> openIncident(port, password), id -> !id.isEmpty());
  }

  private String openIncident(int port, String password) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString(("dispatcher:" + password).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/incidents?open=true"))
            .header("Authorization", "Basic " + basic)
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    Matcher found = INCIDENT.matcher(body);
    return found.find() ? found.group(1) : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
