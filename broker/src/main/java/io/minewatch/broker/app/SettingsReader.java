package io.minewatch.broker.app;

import io.minewatch.broker.hive.BrokerLimits;
import io.minewatch.broker.hive.BrokerSettings;
import io.minewatch.broker.hive.ClientTrust;
import io.minewatch.broker.hive.TlsSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the settings from a flat YAML file and from the environment, which comes before the file:
 * the key {@code data-dir} is the variable {@code MINEWATCH_BROKER_DATA_DIR}. Secrets come from the
 * environment or from files of their own, never from the settings file. Refuses unknown keys; tells
 * all problems at once.
 */
final class SettingsReader {
  static final String PREFIX = "MINEWATCH_BROKER_";

  private static final BrokerLimits LIMITS = BrokerLimits.DEFAULT;

  private final Map<String, String> given = new HashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsReader() {}

  /**
   * Reads settings.
   *
   * @param file null for none
   * @throws IllegalArgumentException with one line for each problem
   */
  static ProgramSettings read(@Nullable Path file, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader();
    if (file != null) {
      reader.load(file);
    }
    environment.forEach(reader::variable);
    ProgramSettings settings = reader.settings();
    reader.refuseUnknown();
    if (settings == null || !reader.problems.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(System.lineSeparator(), new TreeSet<>(reader.problems)));
    }
    return settings;
  }

  private @Nullable ProgramSettings settings() {
    Path dataDir = required("data-dir", Path::of);
    Path accounts = required("accounts", Path::of);
    String address = optional("bind-address", BrokerSettings.LOOPBACK, text -> text);
    int port = optional("port", BrokerSettings.MQTT_PORT, Integer::valueOf);
    BrokerSettings.Keeps keeps =
        optional(
            "keeps",
            BrokerSettings.Keeps.DISK,
            text -> BrokerSettings.Keeps.valueOf(text.toUpperCase(Locale.ROOT)));
    if (keeps == BrokerSettings.Keeps.MEMORY && !given.containsKey("queued-messages")) {
      problems.add(
          "keeps: memory needs queued-messages: so many of the largest messages must fit the heap"
              + " for each subscriber that may be away");
    }
    TlsSettings tls = tls();
    BrokerLimits limits = limits();
    if (dataDir == null || accounts == null || limits == null || !problems.isEmpty()) {
      return null;
    }
    return attempt(
        "",
        () ->
            new ProgramSettings(
                new BrokerSettings(dataDir, address, port, tls, limits, keeps), accounts));
  }

  private @Nullable BrokerLimits limits() {
    int queued = optional("queued-messages", LIMITS.queuedMessages(), Integer::valueOf);
    int subscriber = optional("subscriber-window", LIMITS.subscriberWindow(), Integer::valueOf);
    int publisher = optional("publisher-window", LIMITS.publisherWindow(), Integer::valueOf);
    int packet = optional("packet-bytes", LIMITS.packetBytes(), Integer::valueOf);
    int connections = optional("connections", LIMITS.connections(), Integer::valueOf);
    Duration expiry = optional("session-expiry", LIMITS.sessionExpiry(), Duration::parse);
    return attempt(
        "", () -> new BrokerLimits(queued, subscriber, publisher, packet, connections, expiry));
  }

  private @Nullable TlsSettings tls() {
    String address = optional("tls-bind-address", BrokerSettings.LOOPBACK, text -> text);
    Path keyStore = maybe("key-store", Path::of);
    String password = maybe("key-store-password", text -> text);
    Path passwordFile = maybe("key-store-password-file", Path::of);
    ClientTrust clients = clients();
    if (!given.containsKey("tls-port")) {
      known.add("tls-port");
      if (keyStore != null || password != null || passwordFile != null || clients != null) {
        problems.add("key-store, client-trust-store: are of no use without tls-port");
      }
      return null;
    }
    int port = optional("tls-port", 0, Integer::valueOf);
    if (keyStore == null || (password == null) == (passwordFile == null)) {
      problems.add(
          "tls-port: needs key-store, and its password either in "
              + PREFIX
              + "KEY_STORE_PASSWORD or in key-store-password-file");
      return null;
    }
    String secret =
        password == null ? readSecret("key-store-password-file", passwordFile) : password;
    return secret == null
        ? null
        : attempt("tls-port: ", () -> new TlsSettings(address, port, keyStore, secret, clients));
  }

  /** Whose certificates count; a broker that knows some asks for one unless it is told not to. */
  private @Nullable ClientTrust clients() {
    Path trust = maybe("client-trust-store", Path::of);
    Path passwordFile = maybe("client-trust-store-password-file", Path::of);
    ClientTrust.Ask ask =
        optional(
            "client-certificates",
            ClientTrust.Ask.REQUIRED,
            text -> ClientTrust.Ask.valueOf(text.toUpperCase(Locale.ROOT)));
    if (trust == null || passwordFile == null) {
      if (trust != null || passwordFile != null || given.containsKey("client-certificates")) {
        problems.add(
            "client-trust-store: needs client-trust-store-password-file, and the other way round");
      }
      return null;
    }
    String secret = readSecret("client-trust-store-password-file", passwordFile);
    return secret == null
        ? null
        : attempt("client-trust-store: ", () -> new ClientTrust(trust, secret, ask));
  }

  private @Nullable String readSecret(String key, @Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      problems.add(key + ": cannot read " + e.getMessage());
      return null;
    }
  }

  private void load(Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (root == null) {
        return;
      }
      if (!(root instanceof Map<?, ?> map)) {
        problems.add(file + ": must be a map of keys and values");
        return;
      }
      map.forEach((key, value) -> given.put(String.valueOf(key), String.valueOf(value)));
      if (given.containsKey("key-store-password")) {
        problems.add(file + ": key-store-password belongs in the environment or in a file");
      }
    } catch (IOException | YAMLException e) {
      problems.add(file + ": cannot be read: " + e.getMessage());
    }
  }

  private void variable(String name, String value) {
    if (name.startsWith(PREFIX)) {
      given.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
  }

  private <T> @Nullable T required(String key, Function<String, T> parse) {
    T value = maybe(key, parse);
    if (!given.containsKey(key)) {
      problems.add(key + ": is needed");
    }
    return value;
  }

  private <T> T optional(String key, T otherwise, Function<String, T> parse) {
    T value = maybe(key, parse);
    return value == null ? otherwise : value;
  }

  private <T> @Nullable T maybe(String key, Function<String, T> parse) {
    known.add(key);
    String text = given.get(key);
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(key + ": cannot be '" + text + "'");
      return null;
    }
  }

  private <T> @Nullable T attempt(String where, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      problems.add(where + e.getMessage());
      return null;
    }
  }

  private void refuseUnknown() {
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        problems.add(key + ": is unknown; known are " + known);
      }
    }
  }
}
