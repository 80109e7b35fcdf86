package io.minewatch.bench.nation;

import io.minewatch.bench.process.Part;
import io.minewatch.bench.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The alerting service as the program that it is, with an embedded database in a file. */
final class Alerting {
  static final String DATABASE = "alerting.db";

  private static final String MAIN = "io.minewatch.alerting.app.AlertingMain";
  private static final long TELL_NANOS = 10_000_000_000L;

  private Alerting() {}

  /** Writes its rules, its mines and its settings. */
  static Programs.Program program(Platform.Run run, Path folder, int brokerPort, int heapMebibytes)
      throws IOException {
    Path rules = folder.resolve("rules");
    Path mines = folder.resolve("mines");
    RegistryFiles.rules(run.settings().rules(), rules);
    RegistryFiles.mines(run.workload(), mines);
    String yaml =
        """
        database:
          url: jdbc:sqlite:%s
        broker:
          server: tcp://127.0.0.1:%d
          clientId: bench-alerting
          user: alerting
        rules: %s
        mines: %s
        http:
          bind: 127.0.0.1
          port: 0
        """
            .formatted(folder.resolve(DATABASE), brokerPort, rules, mines);
    Path file = Files.writeString(folder.resolve("alerting.yaml"), yaml);
    List<String> command = Programs.java(heapMebibytes, MAIN, file.toAbsolutePath().toString());
    return new Programs.Program(
        "alerting", command, Map.of("MINEWATCH_ALERTING_BROKER_PASSWORD", run.password()));
  }

  /** Waits until all plans are with the broker. */
  static void awaitPlans(Part part, Kept kept, Duration patience, Consumer<String> progress) {
    AtomicLong told = new AtomicLong(System.nanoTime());
    part.await(
        "the plans to be published",
        patience,
        () -> {
          long unsent = kept.unsent();
          if (System.nanoTime() - told.get() > TELL_NANOS) {
            told.set(System.nanoTime());
            progress.accept("  " + unsent + " plans and orders to be published");
          }
          return unsent == 0;
        });
    progress.accept("the plans are published");
  }
}
