package io.minewatch.e2e.roots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.servers.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.flink.util.IOUtils;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive job's own function, with the plan that the service publishes, writes into a real
 * store and tells what it wrote; the real service hears it and compares. Time is moved for both.
 */
class AlteredAcrossTest {
  private static final String PASSWORD = "only-in-this-test";
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private static final String MINE = KeepingJob.MINE.value();
  private static final Instant START = Instant.parse("2026-03-01T07:55:00Z");
  private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Between readings: twelve in an hour. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock(START);
  private final Between between = new Between(clock);
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private AlertingService service;
  private KeepingJob job;

  @BeforeEach
  void start() throws Exception {
    EmbeddedQuestDb questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), Loopback.freePort());
    started.push(questdb);
    SeriesServer server = questdb.address().as(Flavour.QUESTDB);
    AlertingSettings settings =
        new AlertingSettings(
                AlertingSettings.DatabaseAt.file(folder.resolve("alerting.db")),
                MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "none", "none", "none"),
                Path.of("../rules"),
                Path.of("../deploy/demo"),
                AlertingSettings.Http.ANY_LOCAL,
                Map.of("regulator", PASSWORD))
            .withRootKey(KEY);
    service = AlertingService.start(settings, clock, null, SeriesServers.store(server), between);
    started.push(service);
    job = new KeepingJob(KEY, clock, between, server);
    started.push(job);
  }

  @AfterEach
  void stop() throws Exception {
    IOUtils.closeAll(started); // the last first, and only what is there
  }

  @Test
  void whatIsAlteredBeforeAndAfterItsHourWasComparedIsToldAndNothingElse() throws Exception {
    job.plans();
    for (int i = 0; i <= 3 * 12; i++) { // the first is of an hour that is not yet counted
      job.read();
      job.checkpoint();
      job.moves(PERIOD);
      if (clock.instant().equals(EIGHT.plus(HOUR.multipliedBy(2)))) {
        job.alter(EIGHT.plus(HOUR).plus(Duration.ofMinutes(10))); // before its hour has its roots
      }
    }
    job.pass(Duration.ofMinutes(30));
    for (Instant clean : List.of(EIGHT, EIGHT.plus(HOUR.multipliedBy(2)))) {
      whileTold(() -> assertThat(said(clean)).contains("\"METHANE.compared\":\"SAME\""));
    }
    untilTold(EIGHT.plus(HOUR));
    assertThat(troubles()).doesNotContain(MINE + " " + EIGHT + " ");

    job.alter(EIGHT.plus(Duration.ofMinutes(20))); // hours after it was compared
    assertThat(troubles()).doesNotContain(MINE + " " + EIGHT + " ");
    clock.move(Duration.ofHours(25));
    untilTold(EIGHT);
    assertThat(troubles())
        .contains(MINE + " " + EIGHT + " METHANE 12/12")
        .doesNotContain(MINE + " " + EIGHT.plus(HOUR.multipliedBy(2)));
  }

  /** Time goes on in small steps, and the job tells, until people are told of the hour. */
  private void untilTold(Instant hour) {
    whileTold(
        () -> assertThat(troubles()).contains("ALTERED", MINE + " " + hour + " METHANE 12/12"));
  }

  private void whileTold(ThrowingRunnable said) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              job.pass(Duration.ofMinutes(7));
              said.run();
            });
  }

  /** The newest row of the ledger about an hour; empty if there is none. */
  private String said(Instant hour) throws Exception {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        PreparedStatement asked =
            database.prepareStatement(
                "select content from ledger where kind = 'DATA_ROOT' and mine = ? and subject = ?"
                    + " order by seq desc limit 1")) {
      asked.setString(1, MINE);
      asked.setString(2, hour.toString());
      try (ResultSet found = asked.executeQuery()) {
        return found.next() ? found.getString(1) : "";
      }
    }
  }

  private String troubles() throws Exception {
    String pair = "regulator:" + PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/platform"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .GET()
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
