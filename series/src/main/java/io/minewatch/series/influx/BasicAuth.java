package io.minewatch.series.influx;

import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Signs in by user and password. A network interceptor: the client sets a token of 2.x before,
 * which InfluxDB 1.6 answers with 401.
 */
final class BasicAuth implements Interceptor {
  private final String header;

  BasicAuth(String user, String password) {
    this.header = Credentials.basic(user, password, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header("Authorization", header).build());
  }
}
