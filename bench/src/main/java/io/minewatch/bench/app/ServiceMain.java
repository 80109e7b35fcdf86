package io.minewatch.bench.app;

import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.alerting.app.AlertingService;
import io.minewatch.alerting.app.AlertingSettings;
import io.minewatch.bench.console.PipedBus;
import io.minewatch.bench.console.Service;
import io.minewatch.bench.measure.Heap;
import io.minewatch.ingest.mqtt.MqttSettings;
import java.io.BufferedInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The alerting service as a process of its own, which hears through its standard input what a
 * broker would hand over: {@code rules mines database}. It ends with its input.
 */
public final class ServiceMain {
  /** As many values as a curve is given at most. */
  private static final int MOST_VALUES = 4_000;

  private ServiceMain() {}

  @SuppressWarnings("SystemOut") // a program's output
  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "minewatch-alerting-logback.xml");
    String password = Objects.requireNonNull(System.getenv(Service.PASSWORD), Service.PASSWORD);
    Clock clock = Clock.systemUTC();
    PipedBus bus = new PipedBus();
    AlertingSettings settings =
        new AlertingSettings(
            AlertingSettings.DatabaseAt.file(Path.of(args[2])),
            MqttSettings.of(URI.create("tcp://127.0.0.1:1"), "bench", "", ""), // never used
            Path.of(args[0]),
            Path.of(args[1]),
            AlertingSettings.Http.ANY_LOCAL,
            Map.of("dispatcher", password, "regulator", password));
    try (AlertingService service = AlertingService.start(settings, clock, ServiceMain::past, bus)) {
      System.out.println(Service.PORT_WORD + service.port() + ";");
      bus.read(
          new BufferedInputStream(System.in),
          clock,
          () -> System.out.println(Service.HEAP_WORD + (Heap.used() >> 20) + ";"));
    }
    System.exit(0); // Spring's threads are not all daemons
  }

  /** In the place of a series store: one value a second, or fewer of a long time. */
  private static SeriesHistory.Samples past(
      String mine, String measure, String point, Instant from, Instant to) {
    long step = Math.max(1_000, Duration.between(from, to).toMillis() / MOST_VALUES);
    List<Long> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (long at = from.toEpochMilli(); at < to.toEpochMilli(); at += step) {
      times.add(at);
      values.add(at / 1_000 % 50 / 100.0);
    }
    return new SeriesHistory.Samples(times, values, Duration.ZERO);
  }
}
