package io.minewatch.e2e.roots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.archive.ArchiveFunction;
import io.minewatch.jobs.archive.Waiting;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
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
  private static final MineCode MINE = new MineCode("140921021337");
  private static final String POINT = "T1-0101";
  private static final String ROOTS = Topic.of(Topic.Kind.DATA_ROOTS, MINE).toString();
  private static final Instant START = Instant.parse("2026-03-01T07:55:00Z");
  private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Between readings: twelve in an hour. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  @TempDir Path folder;
  private final MovedClock clock = new MovedClock(START);
  private final Between between = new Between(clock);
  private final Random random = new Random(20260301);
  private EmbeddedQuestDb questdb;
  private SeriesServer server;
  private AlertingService service;
  private KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> job;
  private long checkpoint;
  private long sequence;

  @BeforeEach
  void start() throws Exception {
    questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), Loopback.freePort());
    server = questdb.address().as(Flavour.QUESTDB);
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
    job =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ArchiveFunction(Waiting.USUAL, Records.ENVELOPE, KEY)),
            message -> Topic.mineOf(message.topic()),
            Types.STRING);
    job.setProcessingTime(clock.millis());
    job.open();
  }

  @AfterEach
  void stop() throws Exception {
    job.close();
    service.close();
    questdb.close();
  }

  @Test
  void whatIsAlteredBeforeAndAfterItsHourWasComparedIsToldAndNothingElse() throws Exception {
    String plan = Topic.of(Topic.Kind.PLAN, MINE).toString();
    await().until(() -> between.published.stream().anyMatch(each -> each.topic().equals(plan)));
    for (Outgoing each : between.published) {
      if (each.topic().equals(plan)) {
        job.processElement(between.envelope(each), 0);
      }
    }
    for (int i = 0; i <= 3 * 12; i++) { // the first is of an hour that is not yet counted
      read();
      checkpoint();
      clock.move(PERIOD);
      job.setProcessingTime(clock.millis());
      if (clock.instant().equals(EIGHT.plus(HOUR.multipliedBy(2)))) {
        alter(EIGHT.plus(HOUR).plus(Duration.ofMinutes(10))); // before its hour has its roots
      }
    }
    pass(Duration.ofMinutes(30));
    for (Instant clean : List.of(EIGHT, EIGHT.plus(HOUR.multipliedBy(2)))) {
      whileTold(() -> assertThat(said(clean)).contains("\"METHANE.compared\":\"SAME\""));
    }
    untilTold(EIGHT.plus(HOUR));
    assertThat(troubles()).doesNotContain(MINE + " " + EIGHT + " ");

    alter(EIGHT.plus(Duration.ofMinutes(20))); // hours after it was compared
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
              pass(Duration.ofMinutes(7));
              said.run();
            });
  }

  private void pass(Duration time) throws Exception {
    clock.move(time);
    job.setProcessingTime(clock.millis());
    checkpoint();
  }

  /** One reading of this minute, as a gateway sends it. */
  private void read() throws Exception {
    String pack =
        "[{\"n\":\"%s/gw-01/%s\",\"u\":\"/100\",\"v\":%s,\"t\":%s}]"
            .formatted(MINE, POINT, random.nextDouble(), clock.millis() / 1_000.0);
    job.processElement(
        new Envelope(
            "mw/v1/" + MINE + "/gw-01/readings",
            pack.getBytes(UTF_8),
            ContentTypes.SENML_JSON,
            "s1",
            sequence++,
            Lane.LIVE,
            clock.millis()),
        0);
  }

  /** What was written before is in the store when the checkpoint completes. */
  private void checkpoint() throws Exception {
    write(job.extractOutputValues());
    job.getOutput().clear();
    job.snapshot(++checkpoint, clock.millis());
    job.notifyOfCompletedCheckpoint(checkpoint);
    job.setProcessingTime(clock.millis());
    write(job.extractOutputValues());
    job.getOutput().clear();
    var said = job.getSideOutput(ArchiveFunction.RECEIPTS);
    while (said != null && !said.isEmpty()) {
      Outgoing one = said.poll().getValue();
      if (one.topic().equals(ROOTS)) { // receipts are for gateways
        between.say(one);
      }
    }
  }

  private void write(List<SeriesBatch> batches) {
    try (LineWriter writer = SeriesServers.writer(server)) {
      for (SeriesBatch each : batches) {
        if (each.lines().length > 0) {
          assertThat(writer.write(each.lines()).status()).isBetween(200, 204);
        }
      }
    }
  }

  /** Somebody writes another value in the place of what was there. */
  private void alter(Instant at) {
    Lines lines = new Lines();
    lines.add(
        Lines.head(Measure.METHANE, MINE.value(), POINT, "face-0101"),
        0.001,
        Quality.GOOD,
        at.toEpochMilli());
    try (LineWriter writer = SeriesServers.writer(server);
        SeriesStore store = SeriesServers.store(server)) {
      assertThat(writer.write(lines.take()).status()).isBetween(200, 204);
      Span hour = new Span(at, at.plusSeconds(1));
      await()
          .untilAsserted(
              () ->
                  assertThat(store.recorded(MINE, Measure.METHANE, hour))
                      .singleElement()
                      .satisfies(each -> assertThat(each.value()).isEqualTo(0.001)));
    }
  }

  /** The newest row of the ledger about an hour; empty if there is none. */
  private String said(Instant hour) throws Exception {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
        PreparedStatement asked =
            database.prepareStatement(
                "select content from ledger where kind = 'DATA_ROOT' and mine = ? and subject = ?"
                    + " order by seq desc limit 1")) {
      asked.setString(1, MINE.value());
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
