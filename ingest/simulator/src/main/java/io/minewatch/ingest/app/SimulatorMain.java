package io.minewatch.ingest.app;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.mqtt.MqttSettings;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.station.MqttLinks;
import io.minewatch.ingest.station.Scripts;
import io.minewatch.ingest.station.SimulatorStation;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.ingest.world.ModelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated mine until it is told to stop. */
public final class SimulatorMain {
  private static final Set<String> KNOWN =
      Set.of("broker", "user", "trust-store", "mine", "seed", "people", "script");

  private SimulatorMain() {}

  /** Settings as {@link Options}; an unknown or missing one ends the program with code 2. */
  public static void main(String[] arguments) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    SimulatorStation station;
    try {
      Options options = new Options(arguments, System.getenv(), KNOWN);
      StationSettings settings = settings(options);
      MqttSettings broker = BrokerOptions.read(options);
      station = SimulatorStation.start(settings, new MqttLinks(broker, clock), clock);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(station::close, "farewell"));
    new CountDownLatch(1).await(); // until the process is told to end
  }

  private static StationSettings settings(Options options) {
    MineCode mine = options.required("mine", MineCode::new);
    Long seed = options.withDefault("seed", "1", Long::valueOf);
    Integer people = options.withDefault("people", "24", Integer::valueOf);
    Script script = options.withDefault("script", "demo", SimulatorMain::script);
    options.refuseProblems();
    ModelSettings model =
        ModelSettings.modelColliery(Objects.requireNonNull(seed))
            .withPeople(Objects.requireNonNull(people));
    return StationSettings.of(Objects.requireNonNull(mine), model, Objects.requireNonNull(script));
  }

  static Script script(String name) {
    try {
      return Scripts.named(name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the script " + name, e);
    }
  }
}
