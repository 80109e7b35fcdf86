package io.minewatch.jobs.app;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.jobs.series.SinkLimits;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.Retention;
import io.minewatch.series.server.SeriesServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a jobs program is told. Secrets come from the environment or from files of their own.
 *
 * @param broker how to reach the broker; its client id is the prefix of those of the slots
 * @param slots the mines of each slot; one empty list for one slot with all mines
 * @param rate messages a second that a slot must be able to take
 * @param state folder of the checkpoints
 * @param interval between checkpoints; null for what the job is usually run with
 * @param parallelism slots of Flink for the job
 * @param series where the archive job writes; null if the judge job runs without
 * @param rootKey shared with alerting: what is written is summed up and told; null if it is not
 * @param metricsPort where Prometheus may read what Flink counts, on every address; null if nowhere
 */
public record JobsSettings(
    MqttSettings broker,
    List<List<MineCode>> slots,
    int rate,
    Path state,
    @Nullable Duration interval,
    int parallelism,
    @Nullable SeriesServer series,
    SinkLimits limits,
    @Nullable RootKey rootKey,
    @Nullable Integer metricsPort) {
  /** A mine's gateways send a message a second or less; a slot of 200 mines keeps up with this. */
  public static final int USUAL_RATE = 200;

  public JobsSettings {
    slots = List.copyOf(slots);
    if (rate < 1 || parallelism < 1) {
      throw new IllegalArgumentException(
          "rate and parallelism are positive, were " + rate + " and " + parallelism);
    }
  }

  /**
   * Reads settings.
   *
   * @param file a flat YAML file, null for the environment alone
   * @throws IllegalArgumentException with one line for each problem
   */
  public static JobsSettings read(@Nullable Path file, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(file, environment);
    MqttSettings broker = broker(reader);
    List<List<MineCode>> slots = reader.or("mines", List.of(List.of()), JobsSettings::slots);
    int rate = reader.or("rate", USUAL_RATE, Integer::valueOf);
    Path state = reader.required("state", Path::of);
    Duration interval = reader.optional("checkpoint-interval", Duration::parse);
    int parallelism = reader.or("parallelism", 1, Integer::valueOf);
    SeriesServer series = series(reader);
    SinkLimits limits = limits(reader);
    RootKey rootKey = rootKey(reader);
    Integer metricsPort = reader.optional("metrics-port", JobsSettings::port);
    List<String> problems = reader.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return new JobsSettings(
        Objects.requireNonNull(broker),
        slots,
        rate,
        Objects.requireNonNull(state),
        interval,
        parallelism,
        series,
        Objects.requireNonNull(limits),
        rootKey,
        metricsPort);
  }

  private static Integer port(String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535");
    }
    return port;
  }

  private static @Nullable MqttSettings broker(SettingsReader reader) {
    URI uri = reader.required("broker-uri", URI::create);
    String prefix = reader.or("client-prefix", "jobs", text -> text);
    String user = reader.or("broker-user", "", text -> text);
    String password = reader.secret("broker-password");
    Path trust = reader.optional("broker-trust-store", Path::of);
    String trustPassword = reader.secret("broker-trust-store-password");
    Integer window = reader.optional("broker-receive-maximum", Integer::valueOf);
    if (uri == null) {
      return null;
    }
    MqttSettings usual =
        reader.attempt("broker-uri", () -> MqttSettings.of(uri, prefix, user, password));
    MqttSettings plain =
        usual == null || window == null
            ? usual
            : reader.attempt("broker-receive-maximum", () -> usual.withReceiveMaximum(window));
    return plain == null || trust == null
        ? plain
        : plain.withTrustStore(MqttSettings.TrustStore.of(trust, trustPassword));
  }

  private static @Nullable SeriesServer series(SettingsReader reader) {
    URI url = reader.optional("series-url", URI::create);
    Flavour flavour =
        reader.or("series-flavour", Flavour.AUTO, t -> Flavour.valueOf(t.toUpperCase(Locale.ROOT)));
    String database = reader.or("series-database", "minewatch", text -> text);
    String org = reader.or("series-org", "", text -> text);
    String user = reader.or("series-user", "", text -> text);
    String secret = reader.secret("series-secret");
    return url == null
        ? null
        : reader.attempt(
            "series-url", () -> new SeriesServer(url, flavour, database, org, user, secret));
  }

  private static @Nullable RootKey rootKey(SettingsReader reader) {
    String secret = reader.secret("root-key");
    return secret.isEmpty() ? null : reader.attempt("root-key", () -> new RootKey(secret));
  }

  private static @Nullable SinkLimits limits(SettingsReader reader) {
    SinkLimits usual = SinkLimits.USUAL;
    int lines = reader.or("series-batch-lines", usual.batchLines(), Integer::valueOf);
    long linger =
        reader.or("series-linger", usual.lingerMillis(), text -> Duration.parse(text).toMillis());
    int connections = reader.or("series-connections", usual.connections(), Integer::valueOf);
    Retention retention = retention(reader);
    return retention == null
        ? null
        : reader.attempt(
            "series-batch-lines", () -> new SinkLimits(lines, linger, connections, retention));
  }

  private static @Nullable Retention retention(SettingsReader reader) {
    Retention usual = Retention.USUAL;
    Duration readings = days(reader, "series-keep-readings", usual.readings());
    Duration records = days(reader, "series-keep-records", usual.records());
    Duration people = days(reader, "series-keep-people", usual.people());
    return reader.attempt(
        "series-keep-readings, -records, -people", () -> new Retention(readings, records, people));
  }

  private static Duration days(SettingsReader reader, String key, Duration usual) {
    return reader.or(key, usual, text -> Duration.ofDays(Long.parseLong(text)));
  }

  /** Mines of a slot are parted by commas, slots by semicolons. */
  private static List<List<MineCode>> slots(String text) {
    List<List<MineCode>> slots = new ArrayList<>();
    for (String slot : text.split(";", -1)) {
      List<MineCode> mines = new ArrayList<>();
      for (String mine : slot.split(",", -1)) {
        mines.add(new MineCode(mine.strip()));
      }
      slots.add(mines);
    }
    return slots;
  }
}
