package io.minewatch.series.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.exceptions.InfluxException;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Deletes what is older than its class is kept. A retention policy of 1.x and a bucket of 2.x keep
 * all that is in them equally long, and panels would have to name it; so the classes share one and
 * what is too old is deleted by measurement, which both versions can.
 */
public final class InfluxRetention {
  private InfluxRetention() {}

  /**
   * Deletes.
   *
   * @param kept by measurement
   * @return why it could not be done, a line for each measurement; empty where all is done
   */
  public static List<String> expire(SeriesServer server, Map<String, Duration> kept, Instant now) {
    List<String> problems = new ArrayList<>();
    try (InfluxDBClient client = InfluxClients.open(server)) {
      kept.forEach(
          (measurement, age) -> {
            try {
              delete(client, server, measurement, now.minus(age));
            } catch (InfluxException e) {
              problems.add(
                  "what is older than "
                      + age.toDays()
                      + " days stays in "
                      + measurement
                      + " of "
                      + server
                      + ": "
                      + e.getMessage());
            }
          });
    }
    return problems;
  }

  private static void delete(
      InfluxDBClient client, SeriesServer server, String measurement, Instant before) {
    if (server.flavour() == Flavour.V1) {
      String name = server.database();
      int slash = name.indexOf('/');
      String database = slash < 0 ? name : name.substring(0, slash);
      client
          .getInfluxQLQueryApi()
          .queryJSON(
              new InfluxQLQuery(
                  "DELETE FROM "
                      + Influxql.name(measurement)
                      // Whoever else writes to this database has no mine.
                      + " WHERE \"mine\" =~ /./ AND time < "
                      + before.toEpochMilli()
                      + "ms",
                  database));
    } else {
      client
          .getDeleteApi()
          .delete(
              OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
              OffsetDateTime.ofInstant(before, ZoneOffset.UTC),
              "_measurement=\"" + measurement + "\"",
              server.database(),
              server.org().isEmpty() ? "-" : server.org());
    }
  }
}
