package io.minewatch.series.influx;

import io.minewatch.series.Influxd;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.server.SeriesServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** InfluxDB 1.x, a real server. */
class InfluxContractTest extends SeriesContract {
  @TempDir static Path folder;
  private static Optional<Influxd> influxd = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    influxd = Influxd.in(folder);
    Assumptions.assumeTrue(influxd.isPresent(), "influxd is not installed");
    influxd.get().start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (influxd.isPresent()) {
      influxd.get().close();
    }
  }

  @Override
  protected SeriesServer server() {
    return influxd.orElseThrow().address();
  }
}
