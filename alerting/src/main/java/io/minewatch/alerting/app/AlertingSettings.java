package io.minewatch.alerting.app;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.alerting.yaml.Problems;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the service needs to know to start.
 *
 * @param passwords of the first accounts by account name; those not given are generated
 */
public record AlertingSettings(
    DatabaseAt database,
    MqttSettings broker,
    Path rules,
    Path mines,
    Http http,
    Map<String, String> passwords) {
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
   */
  public record Http(String bind, int port) {
    public static final Http ANY_LOCAL = new Http("127.0.0.1", 0);
  }

  public AlertingSettings {
    passwords = Map.copyOf(passwords);
  }

  /** Never shows the passwords. */
  @Override
  public String toString() {
    return "alerting on " + http + ", database " + database + ", broker " + broker.server();
  }

  private static final String PASSWORD = "MINEWATCH_PASSWORD_";

  /**
   * Reads the settings file; secrets come from the environment: {@code
   * MINEWATCH_DATABASE_PASSWORD}, {@code MINEWATCH_BROKER_PASSWORD}, {@code
   * MINEWATCH_PASSWORD_<ACCOUNT>}.
   *
   * @throws Problems.BadFiles naming every problem, unknown keys among them
   */
  public static AlertingSettings read(Path file, Map<String, String> environment) {
    Problems problems = new Problems();
    Fields all = Fields.read(file, problems);
    Fields database = all.part("database");
    DatabaseAt at =
        new DatabaseAt(
            database.text("url"),
            database.text("user", ""),
            environment.getOrDefault("MINEWATCH_DATABASE_PASSWORD", ""));
    Fields broker = all.part("broker");
    String server = broker.text("server");
    String clientId = broker.text("clientId", "minewatch-alerting");
    String user = broker.text("user", "");
    Path rules = Path.of(all.text("rules"));
    Path mines = Path.of(all.text("mines"));
    Fields http = all.part("http");
    Http listen = new Http(http.text("bind", "127.0.0.1"), http.integer("port", 8080));
    database.refuseOthers();
    broker.refuseOthers();
    http.refuseOthers();
    all.refuseOthers();
    Map<String, String> passwords = new TreeMap<>();
    environment.forEach(
        (key, value) -> {
          if (key.startsWith(PASSWORD)) {
            passwords.put(key.substring(PASSWORD.length()).toLowerCase(Locale.ROOT), value);
          }
        });
    problems.stopIfAny();
    String password = environment.getOrDefault("MINEWATCH_BROKER_PASSWORD", "");
    MqttSettings mqtt = MqttSettings.of(URI.create(server), clientId, user, password);
    return new AlertingSettings(at, mqtt, rules, mines, listen, passwords);
  }
}
