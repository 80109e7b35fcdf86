package io.minewatch.series.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.InfluxQLQuery;
import io.minewatch.series.Influxd;
import io.minewatch.series.SeriesContract;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.nio.file.Path;
import java.util.List;
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

  @Override
  protected List<Long> endsOfOwnAlarms(String query) {
    try (InfluxDBClient client = InfluxClients.open(server().as(Flavour.V1))) {
      return client
          .getInfluxQLQueryApi()
          .queryJSON(
              new InfluxQLQuery(query, server().database())
                  .setPrecision(InfluxQLQuery.InfluxQLPrecision.NANOSECONDS))
          .getResults()
          .stream()
          .flatMap(result -> result.getSeries().stream())
          .flatMap(series -> series.getValues().stream())
          .map(row -> Long.parseLong(String.valueOf(row.getValueByKey("ended"))))
          .toList();
    }
  }
}
