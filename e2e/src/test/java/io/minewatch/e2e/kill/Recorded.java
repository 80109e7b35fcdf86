package io.minewatch.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The series store, which is not killed here, and what the archive job has written into it. */
final class Recorded implements AutoCloseable {
  private final EmbeddedQuestDb server;
  private final SeriesStore store;

  Recorded(Path folder) {
    server = EmbeddedQuestDb.start(folder.resolve("series"), Plant.freePort());
    store = SeriesServers.store(server.address());
  }

  SeriesServer address() {
    return server.address();
  }

  /** Waits until the store has what was measured at this time. */
  void await(String point, Instant at) {
    Awaitility.await(point + " of " + at + " is recorded")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> history(point, at, at.plusMillis(1)).size() == 1);
  }

  /**
   * Waits until judging and recording hear the gateway. What is sent before the first subscription
   * is nobody's; returns from when on everything counts.
   *
   * @param value that the point has
   */
  Instant awaitListening(Overheard bus, FieldGateway gateway, String point, double value) {
    bus.awaitSummary("judging hears the gateway", s -> s.heard() > 0);
    Instant mark = gateway.measure(point, value);
    // Heard in order, so what follows one that is recorded is heard too.
    Awaitility.await("the archive hears the gateway")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> history(point, mark, end()).size() > 0);
    return gateway.measure(point, value);
  }

  /** Every reading sent since then is recorded once, with its value, and nothing else is. */
  void assertHoldsAll(List<FieldGateway.Sent> sent, Instant since) {
    FieldGateway.Sent last = sent.get(sent.size() - 1);
    await(last.point(), last.at());
    Map<String, Map<Long, Double>> expected = new TreeMap<>();
    for (FieldGateway.Sent each : sent) {
      if (!each.at().isBefore(since)) {
        expected
            .computeIfAbsent(each.point(), point -> new TreeMap<>())
            .put(each.at().toEpochMilli(), each.value());
      }
    }
    expected.forEach((point, values) -> assertHolds(point, values, since));
  }

  private void assertHolds(String point, Map<Long, Double> expected, Instant since) {
    History history = history(point, since, end());
    Map<Long, Double> recorded = new TreeMap<>();
    for (int i = 0; i < history.size(); i++) {
      recorded.put(history.times()[i], history.values()[i]);
    }
    assertThat(recorded).as(point).isEqualTo(expected);
    assertThat(history.size()).as("rows of %s", point).isEqualTo(expected.size());
  }

  /** Nothing is measured later than this. */
  private static Instant end() {
    return Instant.now().plusSeconds(60);
  }

  private History history(String point, Instant from, Instant to) {
    return store.history(
        new Series(Plant.MINE, Measure.METHANE, new PointId(point)),
        new Span(from, to),
        SeriesStore.MAX_POINTS);
  }

  @Override
  public void close() {
    store.close();
    server.close();
  }
}
