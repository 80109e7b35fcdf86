package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.wire.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * A service that has worked through midnight and an incident: its database file and an evidence
 * pack. Made once for all tests, which change copies only.
 */
final class Recorded {
  static final String INCIDENT = "i-20260101-ae3b0dd7-0";
  private static Recorded made;
  final Path folder;
  final Path database;
  final byte[] pack;

  /** The root of the first day, as the command takes it. */
  final String root;

  private Recorded(Path folder, byte[] pack, String root) {
    this.folder = folder;
    this.database = folder.resolve("alerting.db");
    this.pack = pack;
    this.root = root;
  }

  static synchronized Recorded get() throws Exception {
    if (made == null) {
      made = work(Files.createTempDirectory("minewatch-recorded"));
    }
    return made;
  }

  private static Recorded work(Path folder) throws Exception {
    MemoryBus bus = new MemoryBus();
    MovedClock clock = new MovedClock(Instant.parse("2026-03-01T23:50:00Z"));
    AlertingService service = Running.start(folder, clock, bus);
    Api api = new Api(service.port());
    bus.raw("mw/v1/140921021337/findings", Samples.bytes("finding-opened.json"));
    String path = "/api/incidents/" + INCIDENT;
    await()
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(api.get("leader", path).at("/stage").asText()).isEqualTo("CALLED"));
    assertThat(
            api.act("dispatcher", INCIDENT, "{\"act\":\"ACKNOWLEDGE\",\"version\":0}").statusCode())
        .isEqualTo(409);
    Person.signedIn("dispatcher", "pw-dispatcher", service.port());
    clock.move(Duration.ofMinutes(15));
    await()
        .untilAsserted(() -> assertThat(api.get("leader", "/api/ledger").at("/roots")).hasSize(1));
    String root =
        api.get("leader", "/api/ledger").at("/roots/0/seq").asText()
            + ":"
            + api.get("leader", "/api/ledger").at("/roots/0/hash").asText();
    await().untilAsserted(() -> assertThat(api.get("leader", path).at("/calls")).hasSize(2));
    assertThat(api.send("dispatcher", "GET", path + "/evidence", null).statusCode()).isEqualTo(403);
    byte[] pack = evidence(service.port(), path + "/evidence");
    Told told = verify("--database", "jdbc:sqlite:" + folder.resolve("alerting.db"));
    assertThat(told.words()).as("while it runs").startsWith("intact: ");
    service.close();
    return new Recorded(folder, pack, root);
  }

  /** The evidence pack of an incident, as the regulator takes it away. */
  static byte[] evidence(int port, String path) throws Exception {
    String login =
        Base64.getEncoder()
            .encodeToString("regulator:pw-regulator".getBytes(StandardCharsets.UTF_8));
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Authorization", "Basic " + login)
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    return answer.body();
  }

  /** What the command said, and how it ended. */
  record Told(int code, String words) {}

  static Told verify(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code = VerifyMain.run(args, Map.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Told(code, bytes.toString(StandardCharsets.UTF_8));
  }

  static Told verify(Path file, String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "--database";
    args[1] = "jdbc:sqlite:" + file;
    System.arraycopy(more, 0, args, 2, more.length);
    return verify(args);
  }

  /** A new file in the folder. */
  Path file(String name) throws Exception {
    return Files.createTempDirectory(folder, "t").resolve(name);
  }
}
