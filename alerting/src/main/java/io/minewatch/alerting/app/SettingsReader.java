package io.minewatch.alerting.app;

import static io.minewatch.alerting.app.AlertingSettings.PREFIX;

import io.minewatch.alerting.access.MetricsToken;
import io.minewatch.alerting.app.AlertingSettings.DatabaseAt;
import io.minewatch.alerting.app.AlertingSettings.Http;
import io.minewatch.alerting.oidc.OidcSettings;
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

/** Reads the settings file of the service, and its secrets from the environment. */
final class SettingsReader {
  /** They started so before; the broker's own start so too. */
  private static final String RETIRED = "MINEWATCH_";

  private static final String DATABASE_PASSWORD = "DATABASE_PASSWORD";
  private static final String BROKER_PASSWORD = "BROKER_PASSWORD";

  /** No secret: one file serves whichever broker a deployment names. */
  private static final String BROKER_SERVER = "BROKER_SERVER";

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

  private SettingsReader() {}

  static AlertingSettings read(Path file, Map<String, String> environment) {
    Problems problems = new Problems();
    Fields all = Fields.read(file, problems);
    Fields database = all.part("database");
    DatabaseAt at =
        new DatabaseAt(
            database.text("url"),
            database.text("user", ""),
            environment.getOrDefault(PREFIX + DATABASE_PASSWORD, ""));
    Fields broker = all.part("broker");
    String named = broker.text("server");
    String server = environment.getOrDefault(PREFIX + BROKER_SERVER, named);
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
    OidcSettings oidc =
        all.has("oidc") ? OidcReader.read(all.part("oidc"), environment, problems) : null;
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
        at, mqtt, rules, mines, listen, passwords, channels, tables, series, rootKey, oidc);
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
      } else if (!rest.isEmpty() && !isKnown(rest)) {
        problems.add(name, "no such setting");
      } else if (old.equals(DATABASE_PASSWORD)
          || old.equals(BROKER_PASSWORD)
          || old.startsWith(PASSWORD)) {
        problems.add(name, "is called " + PREFIX + old + " now");
      }
    }
    return passwords;
  }

  private static boolean isKnown(String name) {
    return SecretPlace.isOne(name) || SECRETS.contains(name) || name.equals(BROKER_SERVER);
  }
}
