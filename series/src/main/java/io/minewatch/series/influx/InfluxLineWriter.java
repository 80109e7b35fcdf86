package io.minewatch.series.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.InfluxQLQuery;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;

/** Writes lines through influxdb-client-java, gzipped; creates the database of 1.x. */
public final class InfluxLineWriter implements LineWriter {
  private final SeriesServer server;
  private final InfluxDBClient client;
  private final WriteApiBlocking api;
  private boolean prepared;

  /** Opens a writer; nothing is sent yet. The server's flavour is known. */
  public InfluxLineWriter(SeriesServer server) {
    this.server = server;
    this.client = InfluxClients.open(server);
    this.api = client.getWriteApiBlocking();
    this.prepared = server.flavour() != Flavour.V1;
  }

  @Override
  public Answer write(byte[] lines) {
    try {
      if (!prepared) {
        createDatabase();
        prepared = true;
      }
      api.writeRecord(
          server.database(),
          server.org().isEmpty() ? "-" : server.org(),
          WritePrecision.NS,
          new String(lines, UTF_8));
      return Answer.STORED;
    } catch (InfluxException e) {
      if (e.status() == 404 && server.flavour() == Flavour.V1) {
        prepared = false; // somebody dropped the database
      }
      return new Answer(e.status(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Idempotent. A user who may write but not create is answered 403, or the statement is refused;
   * then the database must be there, and the write itself tells whether it is.
   */
  private void createDatabase() {
    String name = server.database();
    int slash = name.indexOf('/');
    String database = slash < 0 ? name : name.substring(0, slash);
    try {
      client
          .getInfluxQLQueryApi()
          .queryJSON(new InfluxQLQuery("CREATE DATABASE " + Influxql.name(database), ""));
    } catch (InfluxException e) {
      if (e.status() != 403 && e.status() != StatementErrors.REFUSED) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
