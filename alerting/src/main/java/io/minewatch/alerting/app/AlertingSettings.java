package io.minewatch.alerting.app;

import io.minewatch.alerting.access.MetricsToken;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.SeriesServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    @Nullable RootKey rootKey) {
  /** With the built-in formats and words, and without a series store. */
  public AlertingSettings(
      DatabaseAt database,
      MqttSettings broker,
      Path rules,
      Path mines,
      Http http,
      Map<String, String> passwords,
      ChannelSettings channels) {
    this(database, broker, rules, mines, http, passwords, channels, OwnTables.BUILT_IN, null, null);
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
        database, broker, rules, mines, http, passwords, channels, tables, server, rootKey);
  }

  /** The same, with the key that the archive job seals its data roots with. */
  public AlertingSettings withRootKey(RootKey key) {
    return new AlertingSettings(
        database, broker, rules, mines, http, passwords, channels, tables, series, key);
  }

  /** Never shows the passwords. */
  @Override
  public String toString() {
    return "alerting on " + http + ", database " + database + ", broker " + broker.server();
  }

  /** Variables of this program start so. */
  static final String PREFIX = "MINEWATCH_ALERTING_";

  /** They started so before; the broker's own start so too. */
  private static final String RETIRED = "MINEWATCH_";

  private static final String DATABASE_PASSWORD = "DATABASE_PASSWORD";
  private static final String BROKER_PASSWORD = "BROKER_PASSWORD";
  private static final String TRUST_PASSWORD = "BROKER_TRUST_STORE_PASSWORD";
  private static final String SERIES_SECRET = "SERIES_SECRET";
  private static final String ROOT_KEY = "ROOT_KEY";
  private static final String METRICS_TOKEN = "METRICS_TOKEN";
  private static final String PASSWORD = "PASSWORD_";

  private static final Set<String> SECRETS =
      Set.of(
          DATABASE_PASSWORD,
          BROKER_PASSWORD,
          TRUST_PASSWORD,
          SERIES_SECRET,
          ROOT_KEY,
          METRICS_TOKEN);

  /**
   * Reads the settings file; secrets come from the environment: {@code
   * MINEWATCH_ALERTING_DATABASE_PASSWORD}, {@code MINEWATCH_ALERTING_BROKER_PASSWORD}, {@code
   * MINEWATCH_ALERTING_BROKER_TRUST_STORE_PASSWORD}, {@code MINEWATCH_ALERTING_SERIES_SECRET},
   * {@code MINEWATCH_ALERTING_ROOT_KEY}, {@code MINEWATCH_ALERTING_METRICS_TOKEN}, {@code
   * MINEWATCH_ALERTING_PASSWORD_<ACCOUNT>}.
   *
   * @throws Problems.BadFiles naming every problem, unknown keys and retired names among them
   */
  public static AlertingSettings read(Path file, Map<String, String> environment) {
    Problems problems = new Problems();
    Fields all = Fields.read(file, problems);
    Fields database = all.part("database");
    DatabaseAt at =
        new DatabaseAt(
            database.text("url"),
            database.text("user", ""),
            environment.getOrDefault(PREFIX + DATABASE_PASSWORD, ""));
    Fields broker = all.part("broker");
    String server = broker.text("server");
    String clientId = broker.text("clientId", "minewatch-alerting");
    String user = broker.text("user", "");
    String trust = broker.text("trustStore", "");
    Path rules = Path.of(all.text("rules"));
    Path mines = Path.of(all.text("mines"));
    Fields http = all.part("http");
    Http listen =
        new Http(
            http.text("bind", "127.0.0.1"),
            http.integer("port", 8080),
            http.text("proxies", ""),
            metrics(environment.getOrDefault(PREFIX + METRICS_TOKEN, ""), problems));
    database.refuseOthers();
    broker.refuseOthers();
    http.refuseOthers();
    ChannelSettings channels =
        all.has("channels")
            ? ChannelsReader.read(PREFIX, all.part("channels"), environment, problems)
            : ChannelSettings.NONE;
    OwnTables tables = OwnTables.read(all.text("formats", ""), all.text("words", ""), problems);
    SeriesServer series =
        all.has("series")
            ? SeriesAt.read(
                all.part("series"), environment.getOrDefault(PREFIX + SERIES_SECRET, ""), problems)
            : null;
    all.refuseOthers();
    RootKey rootKey = rootKey(environment.getOrDefault(PREFIX + ROOT_KEY, ""), problems);
    Map<String, String> passwords = secrets(environment, problems);
    problems.stopIfAny();
    String password = environment.getOrDefault(PREFIX + BROKER_PASSWORD, "");
    MqttSettings mqtt = MqttSettings.of(URI.create(server), clientId, user, password);
    if (!trust.isEmpty()) {
      String secret = environment.getOrDefault(PREFIX + TRUST_PASSWORD, "");
      mqtt = mqtt.withTrustStore(MqttSettings.TrustStore.of(Path.of(trust), secret));
    }
    return new AlertingSettings(
        at, mqtt, rules, mines, listen, passwords, channels, tables, series, rootKey);
  }

  private static MetricsToken metrics(String token, Problems problems) {
    try {
      return new MetricsToken(token);
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + METRICS_TOKEN, String.valueOf(e.getMessage()));
      return new MetricsToken("");
    }
  }

  private static @Nullable RootKey rootKey(String secret, Problems problems) {
    try {
      return secret.isEmpty() ? null : new RootKey(secret);
    } catch (IllegalArgumentException e) {
      problems.add(PREFIX + ROOT_KEY, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** The accounts' passwords by account. */
  private static Map<String, String> secrets(Map<String, String> environment, Problems problems) {
    Map<String, String> passwords = new TreeMap<>();
    for (Map.Entry<String, String> each : environment.entrySet()) {
      String name = each.getKey();
      String rest = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
      String old = name.startsWith(RETIRED) ? name.substring(RETIRED.length()) : "";
      if (rest.startsWith(PASSWORD)) {
        passwords.put(rest.substring(PASSWORD.length()).toLowerCase(Locale.ROOT), each.getValue());
      } else if (!rest.isEmpty() && !ChannelsReader.isSecret(rest) && !SECRETS.contains(rest)) {
        problems.add(name, "no such setting");
      } else if (old.equals(DATABASE_PASSWORD)
          || old.equals(BROKER_PASSWORD)
          || old.startsWith(PASSWORD)) {
        problems.add(name, "is called " + PREFIX + old + " now");
      }
    }
    return passwords;
  }
}
