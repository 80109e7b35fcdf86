package io.minewatch.series.influx;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Turns the write path of 2.x into that of InfluxDB 1.x, which answers 404 to it. A network
 * interceptor: the client adds its own parameters and headers before.
 */
final class V1Paths implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    HttpUrl url = request.url();
    if (!url.encodedPath().endsWith("/api/v2/write")) {
      return chain.proceed(request);
    }
    return chain.proceed(request.newBuilder().url(write(url)).build());
  }

  /** The same write as 1.x wants it; a bucket {@code db/rp} names database and retention policy. */
  static HttpUrl write(HttpUrl url) {
    String path = url.encodedPath();
    String root = path.substring(0, path.length() - "/api/v2/write".length());
    String bucket = String.valueOf(url.queryParameter("bucket"));
    int slash = bucket.indexOf('/');
    String precision = String.valueOf(url.queryParameter("precision"));
    HttpUrl.Builder to =
        url.newBuilder()
            .encodedPath(root + "/write")
            .query(null)
            .addQueryParameter("db", slash < 0 ? bucket : bucket.substring(0, slash))
            .addQueryParameter("precision", precision.equals("us") ? "u" : precision);
    if (slash >= 0) {
      to.addQueryParameter("rp", bucket.substring(slash + 1));
    }
    return to.build();
  }
}
