package io.minewatch.ingest.app;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.recorded.RecordedSet;
import io.minewatch.ingest.recorded.SetRegistry;
import io.minewatch.ingest.recorded.SetReplay;
import io.minewatch.ingest.recorded.Sets;
import io.minewatch.ingest.replay.Pace;
import io.minewatch.ingest.station.Gateway;
import io.minewatch.ingest.station.MqttLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Replays a recorded set: {@code --set NAME --from FOLDER --speed N}. With {@code --write FILE} it
 * writes the registry file of the set's mine and ends.
 */
final class SetReplayMain {
  private static final Set<String> KNOWN =
      Set.of("broker", "user", "trust-store", "set", "from", "speed", "gateway", "write");

  private SetReplayMain() {}

  static void run(String[] arguments) throws IOException, InterruptedException {
    Clock clock = Clock.systemUTC();
    RecordedSet set;
    Path folder;
    double speed;
    GatewayId id;
    MqttSettings broker;
    try {
      Options options = new Options(arguments, System.getenv(), KNOWN);
      RecordedSet wanted = options.required("set", SetReplayMain::named);
      Path from = options.required("from", Path::of);
      Double times = options.withDefault("speed", "Infinity", Pace::speed);
      GatewayId gateway = options.withDefault("gateway", "gw-replay", GatewayId::new);
      options.refuseProblems();
      set = Objects.requireNonNull(wanted);
      folder = Objects.requireNonNull(from);
      speed = Objects.requireNonNull(times);
      id = Objects.requireNonNull(gateway);
      String file = options.optional("write");
      if (file != null) {
        Files.writeString(Path.of(file), SetRegistry.yaml(set, folder));
        System.out.println("the registry file of mine " + set.mine() + " is " + file);
        return;
      }
      broker = BrokerOptions.read(options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    String session = clock.instant().toString();
    Gateway gateway =
        Gateway.sending(
            new MqttLinks(broker, clock),
            new Gateway.Identity(set.mine(), id, session),
            clock.instant());
    try {
      ReplayMain.print(
          "all confirmed: ",
          new SetReplay(gateway, clock, ReplayMain.printer(clock))
              .run(set, folder, Pace.times(speed)));
    } finally {
      gateway.leave(clock.instant());
    }
  }

  private static RecordedSet named(String name) {
    Map<String, RecordedSet> sets = Sets.all();
    RecordedSet set = sets.get(name);
    if (set == null) {
      throw new IllegalArgumentException("no such set; there are " + sets.keySet());
    }
    return set;
  }
}
