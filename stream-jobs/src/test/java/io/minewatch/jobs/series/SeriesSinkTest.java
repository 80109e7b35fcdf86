package io.minewatch.jobs.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.jobs.app.JobPlan;
import io.minewatch.jobs.app.LocalCluster;
import io.minewatch.series.Influxd;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a real job, before a real InfluxDB. */
class SeriesSinkTest {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final String TOPIC = "mw/v1/140921021337/gw-01/readings";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Span ALL = new Span(START, START.plusSeconds(100_000));
  private static final int MESSAGES = 300;
  private static final int EACH = 10;
  private static final AtomicLong MADE = new AtomicLong();
  private static final List<Outgoing> LETTERS = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;
  private Influxd influxd;

  @BeforeEach
  void prepare() throws Exception {
    MADE.set(0);
    LETTERS.clear();
    Optional<Influxd> installed = Influxd.in(folder.resolve("influx"));
    Assumptions.assumeTrue(installed.isPresent(), "influxd is not installed");
    influxd = installed.get();
  }

  @AfterEach
  void stop() throws Exception {
    if (influxd != null) {
      influxd.close();
    }
  }

  @Test
  void aStoreThatIsAwayAtTheStartAndInBetweenLosesNothing() throws Exception {
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan(SeriesSinkTest::good));
      waitsForItsStore(cluster);
      influxd.start();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stored() > 0);
      influxd.stop();
      waitsForItsStore(cluster);
      influxd.start();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> cluster.status("series") == JobStatus.FINISHED);
      assertThat(stored()).isEqualTo(MESSAGES * EACH);
    }
  }

  @Test
  void aJobThatWaitsForItsStoreCanBeStopped() {
    LocalCluster cluster = LocalCluster.start(1);
    cluster.run(plan(SeriesSinkTest::good));
    waitsForItsStore(cluster);

    org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), cluster::close);
  }

  @Test
  void aLineThatTheStoreRefusesGoesToTheDeadLettersAlone() throws Exception {
    influxd.start();
    try (LocalCluster cluster = LocalCluster.start(1)) {
      cluster.run(plan(SeriesSinkTest::oneBad));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> cluster.status("series") == JobStatus.FINISHED);
    }
    assertThat(stored()).isEqualTo(MESSAGES * EACH);
    assertThat(LETTERS).hasSize(1);
    assertThat(LETTERS.get(0).topic()).isEqualTo("mw/v1/rejected/140921021337");
    Rejection letter = Messages.read(LETTERS.get(0).payload(), Rejection.class);
    assertThat(letter.topic()).isEqualTo(TOPIC);
    assertThat(letter.sequence()).isEqualTo(150);
    assertThat(letter.excerpt()).isEqualTo("methane,mine=m value=oops 1");
    assertThat(letter.detail()).contains("400").contains("oops");
  }

  private static void waitsForItsStore(LocalCluster cluster) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> MADE.get() > 0);
    Awaitility.await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(10))
        .until(() -> cluster.status("series") == JobStatus.RUNNING);
  }

  private int stored() {
    try (SeriesStore store = SeriesServers.store(influxd.address())) {
      Series series = new Series(MINE, Measure.METHANE, new PointId("T1-0101"));
      return store.history(series, ALL, 20_000).size();
    }
  }

  private JobPlan plan(GeneratorFunction<Long, SeriesBatch> make) {
    var server = influxd.address();
    return new JobPlan(
        "series",
        folder.resolve("state"),
        Duration.ofMillis(200),
        1,
        env ->
            env.fromSource(
                    new DataGeneratorSource<>(
                        make,
                        MESSAGES,
                        RateLimiterStrategy.perSecond(60),
                        TypeInformation.of(SeriesBatch.class)),
                    WatermarkStrategy.noWatermarks(),
                    "batches")
                .uid("batches")
                .sinkTo(new SeriesSink(server, new SinkLimits(100, 50, 2), new Letters()))
                .uid("series"));
  }

  private static SeriesBatch good(long index) {
    return batch(index, "");
  }

  private static SeriesBatch oneBad(long index) {
    return batch(index, index == 150 ? "methane,mine=m value=oops 1\n" : "");
  }

  private static SeriesBatch batch(long index, String more) {
    MADE.set(index + 1);
    Lines lines = new Lines();
    for (int i = 0; i < EACH; i++) {
      Instant at = START.plusSeconds(index * EACH + i);
      String head = Lines.head(Measure.METHANE, MINE.value(), "T1-0101", "face-0101");
      lines.add(head, i, Quality.GOOD, at.toEpochMilli());
    }
    String text = new String(lines.take(), UTF_8) + more;
    int count = more.isEmpty() ? EACH : EACH + 1;
    return new SeriesBatch(TOPIC, "s1", index, count, text.getBytes(UTF_8));
  }

  private static final class Letters implements Sink<Outgoing> {
    @Override
    public SinkWriter<Outgoing> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(Outgoing letter, Context at) {
          LETTERS.add(letter);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
