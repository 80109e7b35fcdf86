package io.minewatch.ingest.app;

import io.minewatch.ingest.fleet.MineSketch;
import io.minewatch.ingest.fleet.Sketches;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.station.Fleet;
import io.minewatch.ingest.station.SharedLinks;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.ingest.world.ModelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Many simulated mines. With {@code --write FOLDER} it writes their registry files and ends;
 * without it runs them until it is told to stop, each as soon as its plan is on the bus, and says
 * every minute how punctual they are.
 */
public final class FleetMain {
  private static final Set<String> KNOWN =
      Set.of(
          "broker", "user", "trust-store", "mines", "seed", "script", "lines", "points", "write");

  private static final Duration TELL_EVERY = Duration.ofMinutes(1);

  private FleetMain() {}

  /** Settings as {@link Options}; an unknown or missing one ends the program with code 2. */
  public static void main(String[] arguments) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Fleet fleet;
    try {
      Options options = new Options(arguments, System.getenv(), KNOWN);
      Integer count = options.required("mines", Integer::valueOf);
      Long seed = options.withDefault("seed", "1", Long::valueOf);
      Script script = options.withDefault("script", "quiet", SimulatorMain::script);
      Integer points = options.withDefault("points", "0", Integer::valueOf);
      Integer lines = options.withDefault("lines", "4", Integer::valueOf);
      Path folder = options.withDefault("write", "", Path::of);
      options.refuseProblems();
      List<MineSketch> mines =
          Sketches.first(
              Objects.requireNonNull(count),
              Objects.requireNonNull(seed),
              Objects.requireNonNull(points));
      if (options.optional("write") != null) {
        write(mines, Objects.requireNonNull(folder));
        return;
      }
      MqttSettings broker = BrokerOptions.read(options).withClientId("minewatch-simulator");
      SharedLinks links = new SharedLinks(broker, clock, Objects.requireNonNull(lines));
      fleet = Fleet.start(stations(mines, Objects.requireNonNull(script)), links, clock);
      fleet.tellEvery(TELL_EVERY, told -> System.out.println(told.over(TELL_EVERY)));
    } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "farewell"));
    new CountDownLatch(1).await(); // until the process is told to end
  }

  private static void write(List<MineSketch> mines, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (MineSketch mine : mines) {
      Files.writeString(folder.resolve(mine.mine() + ".yaml"), mine.yaml());
    }
    System.out.println(mines.size() + " mines written to " + folder);
  }

  /** Each with its own seed and people. */
  public static List<StationSettings> stations(List<MineSketch> mines, Script script) {
    List<StationSettings> all = new ArrayList<>();
    for (MineSketch mine : mines) {
      all.add(StationSettings.of(mine.mine(), model(mine), script));
    }
    return all;
  }

  /** Steps of five seconds: no point of these mines reports more often. */
  private static ModelSettings model(MineSketch mine) {
    return new ModelSettings(
        mine.seed(),
        mine.people(),
        200,
        Duration.ofSeconds(10),
        Duration.ofSeconds(90),
        ZoneOffset.ofHours(8),
        Duration.ofSeconds(5));
  }
}
