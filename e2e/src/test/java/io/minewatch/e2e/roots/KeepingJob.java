package io.minewatch.e2e.roots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.archive.ArchiveFunction;
import io.minewatch.jobs.archive.Waiting;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The archive job's own function in its harness: what it writes goes into a real store, and what it
 * tells of hours to the service.
 */
final class KeepingJob implements AutoCloseable {
  static final MineCode MINE = new MineCode("140921021337");
  private static final String POINT = "T1-0101";
  private static final String ROOTS = Topic.of(Topic.Kind.DATA_ROOTS, MINE).toString();

  private final MovedClock clock;
  private final Between between;
  private final SeriesServer server;
  private final Random random = new Random(20260301);
  private final KeyedOneInputStreamOperatorTestHarness<String, Envelope, SeriesBatch> job;
  private long checkpoint;
  private long sequence;

  KeepingJob(RootKey key, MovedClock clock, Between between, SeriesServer server) throws Exception {
    this.clock = clock;
    this.between = between;
    this.server = server;
    job =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new ArchiveFunction(Waiting.USUAL, Records.ENVELOPE, key)),
            message -> Topic.mineOf(message.topic()),
            Types.STRING);
    job.setProcessingTime(clock.millis());
    job.open();
  }

  /** The plans that the service has published so far. */
  void plans() throws Exception {
    String plan = Topic.of(Topic.Kind.PLAN, MINE).toString();
    await().until(() -> between.published.stream().anyMatch(each -> each.topic().equals(plan)));
    for (Outgoing each : between.published) {
      if (each.topic().equals(plan)) {
        job.processElement(between.envelope(each), 0);
      }
    }
  }

  /** Time goes on, and what was written before is in the store. */
  void pass(Duration time) throws Exception {
    moves(time);
    checkpoint();
  }

  void moves(Duration time) throws Exception {
    clock.move(time);
    job.setProcessingTime(clock.millis());
  }

  /** One reading of this minute, as a gateway sends it. */
  void read() throws Exception {
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
  void checkpoint() throws Exception {
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
  void alter(Instant at) {
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

  @Override
  public void close() throws Exception {
    job.close();
  }
}
