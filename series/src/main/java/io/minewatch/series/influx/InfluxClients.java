package io.minewatch.series.influx;

import com.influxdb.LogLevel;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Opens the client of the InfluxDB project so that it fits every flavour. */
public final class InfluxClients {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A server that has not answered a batch in this time will not. */
  private static final Duration CALL = Duration.ofSeconds(60);

  private InfluxClients() {}

  /**
   * Opens a client; nothing is sent yet.
   *
   * @param server of a known flavour
   */
  public static InfluxDBClient open(SeriesServer server) {
    if (server.flavour() == Flavour.AUTO) {
      throw new IllegalArgumentException("the flavour must be known to open " + server);
    }
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .protocols(java.util.List.of(Protocol.HTTP_1_1))
            .connectTimeout(CONNECT)
            .readTimeout(CALL)
            .writeTimeout(CALL)
            .callTimeout(CALL)
            .addInterceptor(new StatementErrors());
    InfluxDBClientOptions.Builder options =
        InfluxDBClientOptions.builder()
            .url(server.url().toString())
            .logLevel(LogLevel.NONE)
            .bucket(server.database())
            .org(server.org().isEmpty() ? "-" : server.org());
    if (server.flavour() == Flavour.V1) {
      http.addNetworkInterceptor(new V1Paths());
    }
    if (!server.user().isEmpty()) {
      http.addNetworkInterceptor(new BasicAuth(server.user(), server.secret()));
    } else if (!server.secret().isEmpty()) {
      options.authenticateToken(server.secret().toCharArray());
    }
    return InfluxDBClientFactory.create(options.okHttpClient(http).build()).enableGzip();
  }
}
