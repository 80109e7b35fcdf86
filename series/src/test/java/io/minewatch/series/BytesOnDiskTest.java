package io.minewatch.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.servers.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reading takes on disk, as docs/series.md tells. By command only: {@code
 * -Dminewatch.bytes=1000000} readings of 100 points, every 10 s each, values that wander by
 * hundredths.
 */
class BytesOnDiskTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int POINTS = 100;
  private static final int REQUEST = 5_000;

  @TempDir private Path folder;
  private final int readings = Integer.getInteger("minewatch.bytes", 0);

  @BeforeEach
  void onlyByCommand() {
    Assumptions.assumeTrue(readings > 0, "-Dminewatch.bytes=1000000 measures bytes on disk");
  }

  @Test
  void ofQuestDb() throws Exception {
    try (EmbeddedQuestDb questdb = EmbeddedQuestDb.start(folder, Loopback.freePort())) {
      write(questdb.address());
    }
    tell("QuestDB", size("methane"));
  }

  /** An influxd compacts what was written when it has been cold for a while, here for a moment. */
  @Test
  void ofInfluxDb() throws Exception {
    Optional<Influxd> installed = Influxd.in(folder);
    Assumptions.assumeTrue(installed.isPresent(), "influxd is not installed");
    Assumptions.assumeTrue(
        System.getenv("INFLUXDB_DATA_COMPACT_FULL_WRITE_COLD_DURATION") != null,
        "influxd compacts after hours: set INFLUXDB_DATA_CACHE_SNAPSHOT_WRITE_COLD_DURATION=5s and"
            + " INFLUXDB_DATA_COMPACT_FULL_WRITE_COLD_DURATION=10s");
    try (Influxd influxd = installed.get()) {
      influxd.start();
      write(influxd.address());
      long[] before = {-1};
      Awaitility.await()
          .pollInterval(Duration.ofSeconds(25))
          .atMost(Duration.ofMinutes(5))
          .until(
              () -> {
                long now = size(".tsm");
                boolean stands = now > 0 && now == before[0];
                before[0] = now;
                return stands;
              });
      tell("InfluxDB", before[0]);
    }
  }

  private void write(SeriesServer server) {
    Random random = new Random(1);
    String[] heads = new String[POINTS];
    double[] values = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      heads[i] = Lines.head(Measure.METHANE, "140921021337", "T" + i, "face-0" + i % 10);
      values[i] = 0.4;
    }
    Lines lines = new Lines();
    try (LineWriter writer = SeriesServers.writer(server);
        SeriesStore store = SeriesServers.store(server)) {
      for (int i = 0; i < readings; i++) {
        int point = i % POINTS;
        double moved = values[point] + (random.nextInt(3) - 1) / 100.0;
        values[point] = Math.round(Math.max(0, Math.min(2, moved)) * 100) / 100.0;
        long at = START.toEpochMilli() + i / POINTS * 10_000L + point;
        lines.add(heads[point], values[point], Quality.GOOD, at);
        if (lines.count() == REQUEST || i == readings - 1) {
          assertThat(writer.write(lines.take())).isEqualTo(Answer.STORED);
        }
      }
      store.settle(Set.of(Measure.values()));
    }
  }

  private void tell(String store, long bytes) {
    assertThat(bytes).isPositive();
    System.out.printf(
        Locale.ROOT,
        "%s: %d bytes for %d readings, %.1f bytes a reading%n",
        store,
        bytes,
        readings,
        (double) bytes / readings);
  }

  /** Bytes of all files whose path holds a text. */
  private long size(String part) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains(part) && Files.isRegularFile(file))
          .mapToLong(BytesOnDiskTest::size)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return Long.MAX_VALUE; // files come and go while it is compacted: look again
      }
      throw e;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
