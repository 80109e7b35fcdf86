package io.minewatch.standalone.app;

import io.minewatch.alerting.yaml.Problems;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.station.Scripts;
import io.minewatch.ingest.station.StationSettings;
import io.minewatch.ingest.world.ModelSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The demo: everything in one process, with a simulated mine to which something happens. */
public final class DemoMain {
  private static final MineCode MODEL_COLLIERY = new MineCode("140921021337");
  private static final String SCOPE = "14/1409/140921/" + MODEL_COLLIERY;
  private static final int RUNGS = 8;
  private static final long SEED = 20_260_101;
  private static final int WRONG_SETTINGS = 78; // EX_CONFIG of sysexits.h

  private DemoMain() {}

  public static void main(String[] args) throws InterruptedException {
    // Before the first logger: the broker's library brings a configuration of its own.
    System.setProperty("logback.configurationFile", "minewatch-logback.xml");
    // Tomcat speaks java.util.logging, whose own handler writes to the terminal.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    try {
      StandaloneSettings settings = StandaloneSettings.read(System.getenv());
      Standalone all = Standalone.start(settings, List.of(MODEL_COLLIERY), Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(all::close, "stop"));
      all.onDuty(DemoRoster.of(SCOPE, RUNGS));
      all.simulate(
          StationSettings.of(
              MODEL_COLLIERY,
              ModelSettings.modelColliery(SEED),
              Scripts.named(System.getenv().getOrDefault("MINEWATCH_SCRIPT", "demo"))));
      System.out.println(banner(all, settings));
    } catch (IllegalArgumentException | Problems.BadFiles e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_SETTINGS);
    } catch (IOException e) {
      System.err.println("the demo does not start: " + e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static String banner(Standalone all, StandaloneSettings settings) {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    text.append(String.format("  Minewatch is up:   %s%n%n", all.console()));
    for (String person : Standalone.PEOPLE) {
      text.append(String.format("    %-14s %s%n", person, all.passwords().get(person)));
    }
    text.append(String.format("%n  Gateways connect to %s%n", all.broker()));
    text.append(String.format("  Everything is kept in %s; Ctrl-C stops it.%n", settings.home()));
    return text.toString();
  }
}
