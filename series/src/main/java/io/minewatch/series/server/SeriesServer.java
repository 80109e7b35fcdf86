package io.minewatch.series.server;

import java.io.Serializable;
import java.net.URI;
import java.util.Objects;

/**
 * Where series are kept, and as whom we come. Never prints its secret.
 *
 * @param database database of InfluxDB 1.x, bucket of 2.x; unused by QuestDB
 * @param org organisation of InfluxDB 2.x, else empty
 * @param user empty for no sign-in, or with 2.x, where the secret is a token
 * @param secret password or token; empty for none
 */
public record SeriesServer(
    URI url, Flavour flavour, String database, String org, String user, String secret)
    implements Serializable {
  public SeriesServer {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(flavour, "flavour");
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(secret, "secret");
    if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
      throw new IllegalArgumentException("a series server has an http address, was " + url);
    }
    if (database.isBlank()) {
      throw new IllegalArgumentException("a series server needs a database");
    }
  }

  /** A server without sign-in, its kind found out by asking it. */
  public static SeriesServer at(URI url, String database) {
    return new SeriesServer(url, Flavour.AUTO, database, "", "", "");
  }

  /** The same server, its kind known. */
  public SeriesServer as(Flavour known) {
    return new SeriesServer(url, known, database, org, user, secret);
  }

  @Override
  public String toString() {
    return url + " " + flavour + " " + database;
  }
}
