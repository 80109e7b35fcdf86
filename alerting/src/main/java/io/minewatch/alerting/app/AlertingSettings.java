package io.minewatch.alerting.app;

import io.minewatch.alerting.access.MetricsToken;
import io.minewatch.alerting.oidc.OidcSettings;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.SeriesServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service needs to know to start.
 *
 * @param passwords of the first accounts by account name; those not given are generated
 * @param channels by which people are called beside the console
 * @param tables by which definition files are read
 * @param series where the archive job writes: charts and back-tests read there; null for neither
 * @param rootKey shared with the archive job: what is in the store is held against what was
 *     written; null if it is not
 * @param oidc who signs people in beside the local accounts; null for nobody
 */
public record AlertingSettings(
    DatabaseAt database,
    MqttSettings broker,
    Path rules,
    Path mines,
    Http http,
    Map<String, String> passwords,
    ChannelSettings channels,
    OwnTables tables,
    @Nullable SeriesServer series,
    @Nullable RootKey rootKey,
    @Nullable OidcSettings oidc) {
  /** With the built-in formats and words, and without a series store. */
  public AlertingSettings(
      DatabaseAt database,
      MqttSettings broker,
      Path rules,
      Path mines,
      Http http,
      Map<String, String> passwords,
      ChannelSettings channels) {
    this(
        database,
        broker,
        rules,
        mines,
        http,
        passwords,
        channels,
        OwnTables.BUILT_IN,
        null,
        null,
        null);
  }

  /** With the console as the only channel. */
  public AlertingSettings(
      DatabaseAt database,
      MqttSettings broker,
      Path rules,
      Path mines,
      Http http,
      Map<String, String> passwords) {
    this(database, broker, rules, mines, http, passwords, ChannelSettings.NONE);
  }

  /** The database; the password is never printed. */
  public record DatabaseAt(String url, String user, String password) {
    /** A file of SQLite. */
    public static DatabaseAt file(Path file) {
      return new DatabaseAt("jdbc:sqlite:" + file.toAbsolutePath(), "", "");
    }

    @Override
    public String toString() {
      return url;
    }
  }

  /**
   * Where the API listens.
   *
   * @param port 0 for any free one
   * @param proxies regular expression of the addresses of our own reverse proxies, whose {@code
   *     X-Forwarded-For} is believed; empty for none
   * @param metrics what opens the metrics to who has no account; never shown
   */
  public record Http(String bind, int port, String proxies, MetricsToken metrics) {
    public static final Http ANY_LOCAL = new Http("127.0.0.1", 0);

    /** Without a token for the metrics. */
    public Http(String bind, int port, String proxies) {
      this(bind, port, proxies, new MetricsToken(""));
    }

    /** Without a reverse proxy. */
    public Http(String bind, int port) {
      this(bind, port, "");
    }
  }

  public AlertingSettings {
    passwords = Map.copyOf(passwords);
  }

  /** The same, with charts and back-tests that read from this store. */
  public AlertingSettings withSeries(SeriesServer server) {
    return new AlertingSettings(
        database, broker, rules, mines, http, passwords, channels, tables, server, rootKey, oidc);
  }

  /** The same, with the key that the archive job seals its data roots with. */
  public AlertingSettings withRootKey(RootKey key) {
    return new AlertingSettings(
        database, broker, rules, mines, http, passwords, channels, tables, series, key, oidc);
  }

  /** The same, with people who sign in by a provider of identities. */
  public AlertingSettings withOidc(OidcSettings provider) {
    return new AlertingSettings(
        database, broker, rules, mines, http, passwords, channels, tables, series, rootKey,
        provider);
  }

  /** What of them the web layer is given. */
  List<Object> parts() {
    return oidc == null ? List.of(channels.keys()) : List.of(channels.keys(), oidc);
  }

  /** Never shows the passwords. */
  @Override
  public String toString() {
    return "alerting on " + http + ", database " + database + ", broker " + broker.server();
  }

  /** Variables of this program start so. */
  static final String PREFIX = "MINEWATCH_ALERTING_";

  /**
   * Reads the settings file; secrets come from the environment: {@code
   * MINEWATCH_ALERTING_DATABASE_PASSWORD}, {@code MINEWATCH_ALERTING_BROKER_PASSWORD}, {@code
   * MINEWATCH_ALERTING_BROKER_TRUST_STORE_PASSWORD}, {@code MINEWATCH_ALERTING_SERIES_SECRET},
   * {@code MINEWATCH_ALERTING_ROOT_KEY}, {@code MINEWATCH_ALERTING_METRICS_TOKEN}, {@code
   * MINEWATCH_ALERTING_OIDC_SECRET}, {@code MINEWATCH_ALERTING_PASSWORD_<ACCOUNT>}.
   *
   * @throws Problems.BadFiles naming every problem, unknown keys and retired names among them
   */
  public static AlertingSettings read(Path file, Map<String, String> environment) {
    return SettingsReader.read(file, environment);
  }
}
