package io.minewatch.ingest.app;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.replay.Column;
import io.minewatch.ingest.replay.Pace;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.replay.Recording;
import io.minewatch.ingest.replay.Replay;
import io.minewatch.ingest.replay.ReplaySettings;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.MqttLinks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replays a recording, or with {@code --set} a whole set, through a gateway and ends when the
 * broker has taken all of it.
 */
public final class ReplayMain {
  private static final Set<String> KNOWN =
      Set.of(
          "broker",
          "user",
          "trust-store",
          "set",
          "from",
          "write",
          "mine",
          "gateway",
          "file",
          "columns",
          "start",
          "step",
          "time-column",
          "rows-per-message",
          "speed");
  private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

  private ReplayMain() {}

  /** What to replay and as whom. */
  record Order(MineCode mine, GatewayId gateway, Path file, ReplaySettings settings) {}

  /** Settings as {@link Options}; a wrong one ends the program with code 2. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--set")) {
      SetReplayMain.run(arguments);
      return;
    }
    Clock clock = Clock.systemUTC();
    Order order;
    MqttSettings broker;
    try {
      Options options = new Options(arguments, System.getenv(), KNOWN);
      order = order(options, clock);
      broker = BrokerOptions.read(options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Progress end = run(order, new MqttLinks(broker, clock), clock);
    print("all confirmed: ", end);
  }

  private static Progress run(Order order, MqttLinks links, Clock clock)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    try (Recording recording = Recording.open(order.file())) {
      Gateway gateway =
          Gateway.sending(
              links, new Gateway.Identity(order.mine(), order.gateway(), now.toString()), now);
      try {
        return new Replay(order.settings(), gateway, clock, printer(clock))
            .run(recording, Pace.times(order.settings().speed()));
      } finally {
        gateway.leave(clock.instant());
      }
    }
  }

  static Consumer<Progress> printer(Clock clock) {
    Instant[] next = {clock.instant().plus(PROGRESS_EVERY)};
    return progress -> {
      if (!clock.instant().isBefore(next[0])) {
        next[0] = clock.instant().plus(PROGRESS_EVERY);
        print("", progress);
      }
    };
  }

  static void print(String before, Progress progress) {
    System.out.printf(
        "%s%d rows, %d readings in %d messages, %d values missing, up to %s%n",
        before,
        progress.rows(),
        progress.readings(),
        progress.messages(),
        progress.missing(),
        progress.measured());
  }

  private static Order order(Options options, Clock clock) {
    MineCode mine = options.required("mine", MineCode::new);
    GatewayId gateway = options.withDefault("gateway", "gw-replay", GatewayId::new);
    Path file = options.required("file", Path::of);
    List<Column> columns = options.withDefault("columns", Column.LONGWALL, Column::parse);
    Instant start = options.withDefault("start", clock.instant().toString(), Instant::parse);
    Duration step = options.withDefault("step", "PT30S", Duration::parse);
    Integer rows = options.withDefault("rows-per-message", "1", Integer::valueOf);
    Double speed = options.withDefault("speed", "Infinity", Pace::speed);
    options.refuseProblems();
    ReplaySettings settings =
        new ReplaySettings(
            Objects.requireNonNull(columns),
            Objects.requireNonNull(start),
            Objects.requireNonNull(step),
            options.optional("time-column"),
            Objects.requireNonNull(rows),
            Objects.requireNonNull(speed));
    return new Order(
        Objects.requireNonNull(mine),
        Objects.requireNonNull(gateway),
        Objects.requireNonNull(file),
        settings);
  }
}
