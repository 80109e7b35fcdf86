package io.minewatch.alerting.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.ReadingLine;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import io.minewatch.servers.Loopback;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value altered in a real store before its hour has its roots, and a clean hour beside it. */
class AlteredInStoreTest extends Timeline {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RootKey KEY = new RootKey("a root key of tests, told to nobody");
  private static final String HEAD =
      Lines.head(Measure.METHANE, MINE.value(), "T1-0101", "face-0101");
  private static final String OTHER =
      Lines.head(Measure.METHANE, MINE.value(), "T2-0101", "face-0101");

  private final Random random = new Random(20260301);

  /** What the archive job has summed up as it wrote. */
  private final Map<Instant, RootSum> written = new TreeMap<>();

  private EmbeddedQuestDb questdb;
  private SeriesServer server;

  @BeforeEach
  @Override
  void start() {
    questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), Loopback.freePort());
    server = questdb.address().as(Flavour.QUESTDB);
    service =
        AlertingService.start(
            Running.settings(folder).withRootKey(KEY),
            clock,
            null,
            SeriesServers.store(server),
            bus);
    api = new Api(service.port());
  }

  @AfterEach
  @Override
  void stop() {
    service.close();
    questdb.close();
  }

  private void write(Lines lines) {
    try (LineWriter writer = SeriesServers.writer(server)) {
      assertThat(writer.write(lines.take()).status()).isBetween(200, 204);
    }
  }

  /** Writes lines as the archive job does. */
  private void archive(Lines lines) {
    byte[] bytes = lines.take();
    Sealer sealer = KEY.sealer();
    List<ReadingLine> all = new String(bytes, UTF_8).lines().map(ReadingLine::of).toList();
    for (ReadingLine each : all) {
      Instant hour = Instant.ofEpochMilli(each.millis() - each.millis() % HOUR.toMillis());
      Sealer.Of of = new Sealer.Of(each.mine(), each.measure(), each.point());
      written
          .computeIfAbsent(hour, h -> new RootSum())
          .add(sealer.hash(of, each.value(), each.quality(), each.millis()));
    }
    try (LineWriter writer = SeriesServers.writer(server)) {
      assertThat(writer.write(bytes).status()).isBetween(200, 204);
    }
  }

  /** Tells what was written, as the archive job does every few minutes. */
  private void tell() {
    List<KeptRoots.Hour> hours = new ArrayList<>();
    written.forEach(
        (hour, sum) -> {
          String seal = KEY.sealer().seal(MINE.value(), Measure.METHANE, hour, sum);
          hours.add(
              new KeptRoots.Hour(
                  hour,
                  List.of(new KeptRoots.Root(Measure.METHANE, sum.count(), sum.again(), seal))));
        });
    KeptRoots roots = new KeptRoots(MINE, clock.instant(), START, KEY.id(), hours);
    bus.live("mw/v1/" + MINE + "/roots", Messages.write(roots));
  }

  private void tellAfter(Duration wait) {
    clock.move(wait);
    tell();
  }

  /** An hour of two points, values with all their bits, once a quality alone. */
  private void record(Instant from) {
    Lines lines = new Lines();
    for (int s = 0; s < 3_600; s += 30) {
      long at = from.plusSeconds(s).toEpochMilli();
      boolean silent = s == 1_800;
      lines.add(
          HEAD,
          silent ? Double.NaN : random.nextDouble() * Math.pow(10, random.nextInt(9) - 7),
          silent ? Quality.SENSOR_FAULT : Quality.GOOD,
          at);
      lines.add(OTHER, random.nextGaussian(), Quality.GOOD, at);
    }
    archive(lines);
  }

  private void awaitRecorded(Instant from, int count) {
    try (SeriesStore store = SeriesServers.store(server)) {
      Span hour = new Span(from, from.plus(HOUR));
      await().until(() -> store.recorded(MINE, Measure.METHANE, hour).size() == count);
    }
  }

  private Map<String, byte[]> pack() throws Exception {
    byte[] zip = Recorded.evidence(service.port(), "/api/incidents/" + ID + "/evidence");
    Files.write(folder.resolve("pack.zip"), zip);
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        files.put(each.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private String verified() {
    return Recorded.verify("--file", folder.resolve("pack.zip").toString()).words();
  }

  private String said(int hour) throws Exception {
    JsonNode its = Api.JSON.readTree(pack().get("readings.json")).at("/hours/" + hour);
    return its.at("/proof").asText() + " " + its.at("/compared").asText();
  }

  private void awaitSaid(int hour, String words) {
    await().untilAsserted(() -> assertThat(said(hour)).isEqualTo(words));
  }

  private String troubles() throws Exception {
    return api.get("regulator", "/api/platform").at("/troubles").toString();
  }

  @Test
  void isToldToEverybodyAndACleanHourIsNot() throws Exception {
    record(START);
    record(START.plus(HOUR));
    awaitRecorded(START.plus(HOUR), 240);
    Lines altered = new Lines();
    altered.add(HEAD, 0.3, Quality.GOOD, START.plusSeconds(600).toEpochMilli());
    write(altered); // in place of what was there
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");

    tellAfter(Duration.ofMinutes(136)); // both hours and their grace are over
    awaitSaid(0, "DOUBTED WAITS");
    awaitSaid(1, "PROVEN SAME");
    tellAfter(Duration.ofMinutes(6));
    tellAfter(Duration.ofMinutes(6)); // what is on its way must have come by twenty minutes
    assertThat(said(0)).isEqualTo("DOUBTED WAITS");
    assertThat(troubles()).doesNotContain("ALTERED");
    tellAfter(Duration.ofMinutes(9));
    awaitSaid(0, "DOUBTED DIFFERS");
    await()
        .untilAsserted(
            () ->
                assertThat(troubles())
                    .contains("ALTERED", MINE + " " + START + " METHANE 240/240"));
    assertThat(new String(pack().get("report.html"), UTF_8))
        .contains("ALTERED after it was written", "SAME: 与写入时一致");

    assertThat(verified()).startsWith("intact: ");

    Lines late = new Lines(); // to the clean hour
    late.add(HEAD, 0.7, Quality.GOOD, START.plusSeconds(3_605).toEpochMilli());
    archive(late);
    awaitRecorded(START.plus(HOUR), 241);
    assertThat(said(1)).isEqualTo("CHANGED SAME");
    tellAfter(Duration.ofMinutes(5));
    tellAfter(Duration.ofMinutes(5));
    awaitSaid(1, "PROVEN SAME");
    assertThat(verified()).startsWith("intact: ");
    assertThat(troubles()).doesNotContain(START.plus(HOUR).toString());

    altered.add(HEAD, 0.3, Quality.GOOD, START.plusSeconds(4_200).toEpochMilli());
    write(altered);
    late.add(HEAD, 0.8, Quality.GOOD, START.plusSeconds(3_606).toEpochMilli());
    archive(late); // who alters sends one along
    Lines invented = new Lines(); // for an hour in which nothing was written
    invented.add(HEAD, 0.1, Quality.GOOD, START.plusSeconds(7_260).toEpochMilli());
    write(invented);
    awaitRecorded(START.plus(HOUR), 242);
    awaitRecorded(START.plus(HOUR.multipliedBy(2)), 1);
    tellAfter(Duration.ofMinutes(5));
    tellAfter(Duration.ofMinutes(24)); // past the third hour and its grace
    awaitSaid(2, "DOUBTED WAITS");
    await() // each hour is looked at twice, twenty minutes apart at least
        .pollInSameThread()
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              tellAfter(Duration.ofMinutes(7));
              assertThat(troubles())
                  .contains(
                      MINE + " " + START + " METHANE 240/240",
                      MINE + " " + START.plus(HOUR) + " METHANE 242/242",
                      MINE + " " + START.plus(HOUR.multipliedBy(2)) + " METHANE 1/0");
            });
    assertThat(said(1))
        .as("the root is still that of the hour as it was")
        .isEqualTo("CHANGED SAME");
  }
}
