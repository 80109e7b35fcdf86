package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.HttpEnd;
import io.minewatch.alerting.notify.Secret;
import io.minewatch.alerting.notify.Signature;
import io.minewatch.domain.reading.MineCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real process works an incident and is halted right before and right after its next commit,
 * again and again, until nothing is left to do: every commit of the chain is met both ways, and
 * what is there in the end is what an undisturbed process leaves. A receiver outside of the
 * database cannot be told anything in the same transaction: it gets each call, may get it again
 * under the same id with the same words, and who drops what has come under its id has each call
 * once.
 */
class HaltedAtEveryCommitTest {
  static final Secret SECRET = Secret.key("a-secret-of-the-halted-run");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int KILLED = 137;

  /** More restarts than there are commits, twice, and twice again for what is done again. */
  private static final int MOST = 200;

  @TempDir Path folder;
  private final List<HttpEnd> receivers = new ArrayList<>();

  @AfterEach
  void close() {
    receivers.forEach(HttpEnd::close);
  }

  @Test
  void noStepIsLostAndNoneIsDoubled() throws Exception {
    Path calm = folder.resolve("calm");
    HttpEnd calmly = receiver();
    assertThat(run(calm, calmly)).isZero();
    HttpEnd disturbed = receiver();
    Path halted = folder.resolve("halted");
    int halts = 0;
    int within = 0; // halts of the step that is being worked
    String step = "";
    int code = run(halted, disturbed, "-Dminewatch.halt-at=" + at(within));
    while (code == KILLED) {
      halts++;
      within++;
      assertThat(halts).isLessThan(MOST);
      Path acknowledged = halted.resolve("acknowledged");
      String now = Files.exists(acknowledged) ? Files.readString(acknowledged) : "";
      within = now.equals(step) ? within : 0;
      step = now;
      code = run(halted, disturbed, "-Dminewatch.halt-at=" + at(within));
    }
    assertThat(code).isZero();
    System.out.println("halted " + halts + " times");
    assertThat(halts).as("an incident has many commits").isGreaterThan(30);
    assertThat(left(halted)).isEqualTo(left(calm));
    assertThat(left(calm).toString()).as("it went to its end").contains("Closed ");
    assertThat(calmly.requests).as("an undisturbed one tells each once").hasSize(3);
    assertThat(byId(calmly)).hasSize(3);
    System.out.println("told a receiver " + disturbed.requests.size() + " times of 3 calls");
    assertThat(byId(disturbed)).as("none lost, none another").isEqualTo(byId(calmly));
    assertThat(disturbed.requests)
        .as("some were met between sending and noting it")
        .hasSizeGreaterThan(3);
  }

  private HttpEnd receiver() throws IOException {
    HttpEnd end = new HttpEnd();
    receivers.add(end);
    return end;
  }

  /** What came, by the id by which a receiver drops doubles; a double says the very same. */
  private static Map<String, String> byId(HttpEnd end) {
    Map<String, String> all = new TreeMap<>();
    for (HttpEnd.Request request : end.requests) {
      byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
      String seconds = request.signature().replaceAll("t=([0-9]+),.*", "$1");
      Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
      assertThat(Signature.isValid(SECRET, request.signature(), body, sent)).isTrue();
      String id = JSON.readTree(body).path("attempt").asString();
      String before = all.put(id, request.body());
      assertThat(before == null ? request.body() : before).as(id).isEqualTo(request.body());
    }
    return all;
  }

  /** Before and after the first commit of a step, then the second. */
  private static String at(int halts) {
    return (halts % 2 == 0 ? "before:" : "after:") + (halts / 2 + 1);
  }

  /** What is there in the end: the steps, the calls, the order book; and the ledger is whole. */
  private static Map<String, Object> left(Path place) throws Exception {
    String url = "jdbc:sqlite:" + place.resolve("alerting.db");
    List<String> steps = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    long book;
    try (Database database = Database.open(url, "", "")) {
      Store store = Store.of(database);
      for (Event event : store.journal().events(HaltedRun.INCIDENT)) {
        if (!(event instanceof Event.ActRefused)) { // somebody pressed again what was done already
          steps.add(event.getClass().getSimpleName() + " " + event.at());
        }
      }
      for (CallRows.Row call : store.calls().of(HaltedRun.INCIDENT, 1_000)) {
        calls.add(call.attempt().id() + " " + call.attempt().state().getClass().getSimpleName());
      }
      book = store.outbox().orderBook(new MineCode("140921021337"));
      assertThat(store.outbox().unsent(10)).isEmpty();
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      Checked checked = LedgerCheck.of(connection, Map.of());
      assertThat(checked.fault()).isNull();
    }
    return Map.of("steps", steps, "calls", calls, "book", book);
  }

  private static int run(Path place, HttpEnd receiver, String... options) throws Exception {
    Files.createDirectories(place);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(options));
    command.add(HaltedRun.class.getName());
    command.add(place.resolve("alerting.db").toString());
    command.add(place.resolve("acknowledged").toString());
    command.add(receiver.url());
    File log = place.resolve("log").toFile();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS))
          .as(Files.readString(log.toPath()))
          .isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
