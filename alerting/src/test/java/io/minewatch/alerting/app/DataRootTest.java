package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readings of a real store, their roots in the ledger, and a pack that proves them offline. */
class DataRootTest extends Timeline {
  private static final int EVERY_SECONDS = 10;
  private EmbeddedQuestDb questdb;
  private SeriesServer server;

  @BeforeEach
  @Override
  void start() {
    questdb = EmbeddedQuestDb.start(folder.resolve("questdb"), freePort());
    server = questdb.address().as(Flavour.QUESTDB);
    SeriesStore store = SeriesServers.store(server);
    service = AlertingService.start(Running.settings(folder), clock, null, store, bus);
    api = new Api(service.port());
  }

  @AfterEach
  @Override
  void stop() {
    service.close();
    questdb.close();
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two points for an hour; once there is a quality without a value. */
  private int record() throws Exception {
    Lines lines = new Lines();
    int count = 0;
    for (int s = 0; s < 3_600; s += EVERY_SECONDS) {
      long at = START.plusSeconds(s).toEpochMilli();
      boolean silent = s == 1_800;
      lines.add(
          Lines.head(Measure.METHANE, MINE.value(), "T1-0101", "face-0101"),
          silent ? Double.NaN : 0.3 + s / 10_000.0,
          silent ? Quality.SENSOR_FAULT : Quality.GOOD,
          at);
      lines.add(
          Lines.head(Measure.METHANE, MINE.value(), "T2-0101", "face-0101"), 0.2, Quality.GOOD, at);
      count += 2;
    }
    write(lines);
    awaitRecorded(count);
    return count;
  }

  private void write(Lines lines) throws Exception {
    try (LineWriter writer = SeriesServers.writer(server)) {
      assertThat(writer.write(lines.take()).status()).isBetween(200, 204);
    }
  }

  private void awaitRecorded(int count) {
    try (SeriesStore store = SeriesServers.store(server)) {
      Span hour = new Span(START, START.plus(Duration.ofHours(1)));
      await().until(() -> store.recorded(MINE, Measure.METHANE, hour).size() == count);
    }
  }

  private Map<String, byte[]> pack() throws Exception {
    byte[] zip = Recorded.evidence(service.port(), "/api/incidents/" + ID + "/evidence");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        files.put(each.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private JsonNode firstHour() throws Exception {
    return Api.JSON.readTree(pack().get("readings.json")).at("/hours/0");
  }

  private Recorded.Told verified(Map<String, byte[]> files) throws Exception {
    Path file = folder.resolve("pack.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return Recorded.verify("--file", file.toString());
  }

  @Test
  void aReadingThatIsAlteredInAPackIsNamedAndOneInTheStoreIsNotProven() throws Exception {
    int count = record();
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    clock.move(Duration.ofMinutes(30));
    assertThat(firstHour().at("/proof").asText()).isEqualTo("NO_ROOT");
    assertThat(firstHour().at("/readings")).hasSize(count / 2);
    assertThat(verified(pack()).words()).startsWith("intact: ");

    clock.move(Duration.ofMinutes(46)); // past the hour and its grace
    await().until(() -> firstHour().at("/proof").asText().equals("PROVEN"));
    Map<String, byte[]> files = pack();
    assertThat(new String(files.get("report.html"), StandardCharsets.UTF_8))
        .as("who reads it is told how far the proof goes")
        .contains(
            "PROVEN: ", "15 minutes after the end of each hour", "before that is not noticed");
    assertThat(verified(files).words()).startsWith("intact: ");
    JsonNode all = Api.JSON.readTree(files.get("readings.json"));
    JsonNode readings = all.at("/hours/0/readings");
    assertThat(readings).hasSize(count / 2);
    assertThat(readings.at("/180/value").isNull()).isTrue();

    for (int altered : new int[] {300, 7}) { // both stay altered, the first is named
      ((ObjectNode) readings.get(altered)).put("value", 0.1);
      files.put("readings.json", Api.JSON.writeValueAsBytes(all));
      Instant at = START.plusSeconds((long) altered * EVERY_SECONDS);
      assertThat(verified(files).words())
          .startsWith("ALTERED: ")
          .contains("the METHANE reading of T1-0101 at " + at + " was altered");
    }

    Lines late = new Lines();
    String head = Lines.head(Measure.METHANE, MINE.value(), "T1-0101", "face-0101");
    late.add(head, 9.9, Quality.GOOD, START.plusMillis(5).toEpochMilli());
    write(late);
    awaitRecorded(count + 1);
    assertThat(firstHour().at("/proof").asText()).isEqualTo("CHANGED");
    assertThat(verified(pack()).words()).startsWith("intact: ");
  }

  @Test
  void eachHourHasItsRootsOnceAlsoAfterARestart() throws Exception {
    record();
    finding(0, FindingKind.OPENED, Severity.ORANGE, 1.1);
    awaitStage("CALLED");
    clock.move(Duration.ofMinutes(76));
    await().until(() -> firstHour().at("/proof").asText().equals("PROVEN"));
    long row = firstHour().at("/row").asLong();
    service.close();
    clock.move(Duration.ofHours(3));
    SeriesStore store = SeriesServers.store(server);
    service = AlertingService.start(Running.settings(folder), clock, null, store, bus);
    api = new Api(service.port());
    await()
        .untilAsserted(
            () -> {
              JsonNode hours = Api.JSON.readTree(pack().get("readings.json")).at("/hours");
              assertThat(hours).hasSizeGreaterThanOrEqualTo(4);
              assertThat(hours.at("/3/proof").asText()).as("made up for").isEqualTo("PROVEN");
            });
    assertThat(firstHour().at("/row").asLong()).isEqualTo(row);
  }
}
