package io.minewatch.ingest.gateway.app;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Name;
import io.minewatch.ingest.files.load.Tables;
import io.minewatch.ingest.files.table.Formats;
import io.minewatch.ingest.files.words.Vocabulary;
import io.minewatch.ingest.gateway.forward.ForwardRules;
import io.minewatch.ingest.gateway.forward.Needed;
import io.minewatch.ingest.gateway.input.DeviceInput;
import io.minewatch.ingest.gateway.input.FolderSettings;
import io.minewatch.ingest.gateway.input.SparkplugRules;
import io.minewatch.ingest.gateway.input.TopicFilter;
import io.minewatch.ingest.gateway.message.Site;
import io.minewatch.ingest.gateway.relay.RelaySettings;
import io.minewatch.ingest.mqtt.ClientKey;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.sparkplug.names.NodeFilter;
import io.minewatch.ingest.sparkplug.names.PointNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which keys there are, what they default to, and what they mean together. */
final class SettingsForm {
  static final String SOFTWARE = "minewatch-gateway 0.1";

  private static final ForwardRules RULES = ForwardRules.DEFAULT;
  private static final FolderSettings FOLDER = FolderSettings.of(Path.of("."));
  private static final long SMALLEST_QUEUE = 16L << 20;

  /** Above the window of data: status messages go the same way. */
  private static final int STATUS_ROOM = 8;

  private final SettingsReader in;

  private SettingsForm(SettingsReader in) {
    this.in = in;
  }

  /**
   * Reads the settings.
   *
   * @param file null for none
   * @throws IllegalArgumentException with one line for each problem
   */
  static GatewaySettings read(@Nullable Path file, Map<String, String> environment) {
    SettingsReader in = new SettingsReader(file, environment);
    GatewaySettings settings = new SettingsForm(in).settings();
    List<String> problems = in.problems();
    if (settings == null || !problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return settings;
  }

  private @Nullable GatewaySettings settings() {
    MineCode mine = in.required("mine", MineCode::new);
    GatewayId gateway = in.required("gateway", GatewayId::new);
    Path queue = in.required("queue", Path::of);
    RelaySettings relay = relay();
    String name = mine + "." + gateway;
    MqttSettings broker = broker("broker", name);
    List<FolderSettings> folders = folders();
    MqttSettings local = local("devices", name + ".devices");
    DeviceInput.Topics topics = topics();
    if (local != null && topics.isEmpty()) {
      in.refuse("devices-uri", "needs devices-readings or devices-positions");
    }
    if (local == null && !topics.isEmpty()) {
      in.refuse("devices-uri", "is missing, and devices-readings or devices-positions is set");
    }
    GatewaySettings.EdgeNodes sparkplug = sparkplug(name + ".sparkplug", relay);
    boolean stdin = in.or("stdin", false, SettingsForm::yesOrNo);
    Formats formats = in.or("folder-formats", Tables.formats(), OwnTables::formats);
    Vocabulary words = in.or("folder-words", Tables.words(), OwnTables::words);
    if (mine == null || gateway == null || queue == null || relay == null || broker == null) {
      return null;
    }
    return in.attempt(
        "folders",
        () ->
            new GatewaySettings(
                new Site(mine, gateway),
                broker
                    .withSessionExpiry(Duration.ZERO)
                    .withPublishWindow(relay.rules().window() + STATUS_ROOM),
                queue,
                relay,
                folders,
                local == null ? null : new GatewaySettings.Devices(local, topics),
                sparkplug,
                stdin ? GatewaySettings.Stdin.READ : GatewaySettings.Stdin.IGNORED,
                formats,
                words));
  }

  private @Nullable RelaySettings relay() {
    Needed needed =
        in.or("receipts", RULES.needed(), text -> Needed.valueOf(text.toUpperCase(Locale.ROOT)));
    Duration live = in.or("live-for", RULES.liveFor(), Duration::parse);
    int window = in.or("window", RULES.window(), Integer::valueOf);
    int backfillWindow = in.or("backfill-window", RULES.backfillWindow(), Integer::valueOf);
    double rate = in.or("backfill-rate", RULES.backfillPerSecond(), Double::valueOf);
    ForwardRules.Again again = again();
    long limit = in.or("queue-bytes", 2L << 30, Long::valueOf);
    Duration commit = in.or("commit-interval", Duration.ofMillis(20), Duration::parse);
    long commitBytes = in.or("commit-bytes", 1L << 20, Long::valueOf);
    Duration status = in.or("status-every", Duration.ofSeconds(30), Duration::parse);
    if (limit < SMALLEST_QUEUE) {
      in.refuse("queue-bytes", "is at least " + SMALLEST_QUEUE + ", was " + limit);
    }
    ForwardRules rules =
        again == null
            ? null
            : in.attempt(
                "window, backfill-window, backfill-rate, live-for",
                () -> new ForwardRules(needed, live, window, backfillWindow, rate, again));
    return rules == null
        ? null
        : in.attempt(
            "commit-interval, commit-bytes, status-every",
            () -> new RelaySettings(rules, limit, commit, commitBytes, status, SOFTWARE));
  }

  private ForwardRules.@Nullable Again again() {
    ForwardRules.Again usual = RULES.again();
    Duration patience = in.or("gap-patience", usual.patience(), Duration::parse);
    Duration stall = in.or("receipt-stall", usual.stall(), Duration::parse);
    Duration cap = in.or("receipt-stall-cap", usual.stallCap(), Duration::parse);
    int probe = in.or("probe", usual.probe(), Integer::valueOf);
    Duration wait = in.or("receipt-wait", usual.receiptWait(), Duration::parse);
    return in.attempt(
        "gap-patience, receipt-stall, probe, receipt-wait",
        () -> new ForwardRules.Again(patience, stall, cap, probe, wait));
  }

  private @Nullable MqttSettings local(String prefix, String clientId) {
    return in.has(prefix + "-uri") ? broker(prefix, clientId) : null;
  }

  private GatewaySettings.@Nullable EdgeNodes sparkplug(
      String clientId, @Nullable RelaySettings relay) {
    MqttSettings broker = local("sparkplug", clientId);
    List<NodeFilter> nodes = in.or("sparkplug-nodes", List.of(), list(NodeFilter::parse));
    PointNames names = in.or("sparkplug-points", PointNames.own(), SettingsForm::pointNames);
    String host = in.or("sparkplug-host", "", text -> Name.require("a host application", text));
    if ((broker == null) == !nodes.isEmpty()) {
      in.refuse("sparkplug-uri", "goes with sparkplug-nodes");
    }
    return broker == null || relay == null
        ? null
        : new GatewaySettings.EdgeNodes(
            broker, new SparkplugRules(nodes, names, host, relay.rules().liveFor()));
  }

  private static PointNames pointNames(String file) {
    try {
      return PointNames.parse(Files.readAllLines(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable MqttSettings broker(String prefix, String clientId) {
    URI uri = in.required(prefix + "-uri", URI::create);
    String user = in.or(prefix + "-user", "", text -> text);
    String password = in.secret(prefix + "-password");
    Path trust = in.optional(prefix + "-trust-store", Path::of);
    String trustPassword = in.secret(prefix + "-trust-store-password");
    Path key = in.optional(prefix + "-key-store", Path::of);
    String keyPassword = in.secret(prefix + "-key-store-password");
    if (uri == null) {
      return null;
    }
    if (key != null && !"ssl".equals(uri.getScheme())) {
      in.refuse(prefix + "-key-store", "is of no use without ssl://");
    }
    return in.attempt(
        prefix + "-uri",
        () -> {
          MqttSettings settings = MqttSettings.of(uri, clientId, user, password);
          settings =
              trust == null
                  ? settings
                  : settings.withTrustStore(MqttSettings.TrustStore.of(trust, trustPassword));
          return key == null ? settings : settings.withClientKey(ClientKey.of(key, keyPassword));
        });
  }

  private List<FolderSettings> folders() {
    List<Path> paths = in.or("folders", List.of(), list(Path::of));
    Duration settle = in.or("folder-settle", FOLDER.settle(), Duration::parse);
    Duration open = in.or("folder-end-mark", FOLDER.openLimit(), Duration::parse);
    long bytes = in.or("folder-file-bytes", FOLDER.maxBytes(), Long::valueOf);
    FolderSettings.After after =
        in.or(
            "folder-after",
            FOLDER.after(),
            text -> FolderSettings.After.valueOf(text.toUpperCase(Locale.ROOT)));
    Duration done = in.or("folder-keep-done", FOLDER.keepDone(), Duration::parse);
    Duration refused = in.or("folder-keep-refused", FOLDER.keepRefused(), Duration::parse);
    List<FolderSettings> folders =
        in.attempt(
            "folder-settle, folder-end-mark, folder-file-bytes, folder-keep-done",
            () ->
                paths.stream()
                    .map(
                        path -> new FolderSettings(path, settle, open, bytes, after, done, refused))
                    .toList());
    return folders == null ? List.of() : folders;
  }

  private DeviceInput.Topics topics() {
    return new DeviceInput.Topics(
        in.or("devices-readings", List.of(), list(TopicFilter::new)),
        in.or("devices-positions", List.of(), list(TopicFilter::new)));
  }

  private static <T> Function<String, List<T>> list(Function<String, T> of) {
    return text -> Stream.of(text.split(",", -1)).map(String::strip).map(of).toList();
  }

  private static boolean yesOrNo(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false is meant");
    }
    return text.equals("true");
  }
}
