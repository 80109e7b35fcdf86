package io.minewatch.bench.app;

import io.minewatch.bench.nation.Figures;
import io.minewatch.bench.nation.NationContest;
import io.minewatch.bench.nation.NationSettings;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.workload.Mix;
import io.minewatch.broker.account.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code bench nation}: the whole platform under a nation at its statutory periods. */
final class NationRun {
  /** Readings and positions that an average mine of the workload says in a second. */
  private static final double OF_A_MINE = 17;

  /** Of an average mine of the nation. */
  private static final int PEOPLE = 240;

  private static final int NATION = 90_000;

  /** Goal of the latency from publish to durable call, in milliseconds. */
  private static final double BOUND_MILLIS = 250;

  private static final double FINEST = 0.05;

  private final Path rules;
  private final Path folder;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param rules the folder of the real rules
   * @param folder where pages are written
   */
  NationRun(Path rules, Path folder, Clock clock, Consumer<String> progress) {
    this.rules = rules;
    this.folder = folder;
    this.clock = clock;
    this.progress = progress;
  }

  /** What is asked for. */
  private record Wanted(Options options) {
    int rate() {
      return options.number("rate", NATION);
    }

    Duration timed() {
      return Duration.ofSeconds(Math.round(60 * options.decimal("minutes", 2)));
    }

    NationSettings settings(int rate, Path rules, Path home) {
      int faster = options.number("faster", 1);
      int mines = options.number("mines", (int) Math.ceil(rate / OF_A_MINE / faster));
      return new NationSettings(
          mines,
          new Mix.Share(options.number("batch", 30), options.number("people", PEOPLE)),
          new Pace(faster),
          Duration.ofSeconds(options.number("warm", 40)),
          timed(),
          NationSettings.Store.valueOf(options.text("store", "questdb").toUpperCase(Locale.ROOT)),
          options.text("kill", ""),
          new NationSettings.Checkpointing(
              Duration.ofSeconds(options.number("interval", 5)), options.number("slots", 2)),
          rules,
          home,
          options.text("node-red", "").isEmpty() ? null : Path.of(options.text("node-red", "")));
    }
  }

  /**
   * Runs it.
   *
   * @param arguments {@code --key value}
   * @return 0 when its figures stand, 1 if not
   */
  int run(List<String> arguments) throws Exception {
    Wanted wanted = new Wanted(Options.read(arguments));
    String name = wanted.options().text("name", "nation");
    String command = "./minewatch bench nation " + String.join(" ", arguments);
    boolean isSearch = wanted.options().isSet("sustained");
    wanted.settings(wanted.rate(), rules, folder); // asks for all that is known
    wanted.options().refuseOthers();
    if (isSearch) {
      return search(wanted, command);
    }
    Figures figures = once(wanted, wanted.rate(), command.strip());
    progress.accept("page: " + write(figures, name));
    return figures.isGood() ? 0 : 1;
  }

  /** The highest rate that holds: doubled until it does not, then halved between, to 5 %. */
  private int search(Wanted wanted, String command) throws Exception {
    double holds = 0;
    double breaks = Double.POSITIVE_INFINITY;
    double rate = wanted.rate();
    List<Figures> all = new ArrayList<>();
    while (breaks - holds > FINEST * holds) {
      Figures figures = once(wanted, (int) rate, command);
      all.add(figures);
      boolean held = isSustained(figures);
      progress.accept("%.0f a second %s".formatted(rate, held ? "holds" : "does not hold"));
      holds = held ? rate : holds;
      breaks = held ? breaks : rate;
      rate = Double.isInfinite(breaks) ? rate * 2 : (holds + breaks) / 2;
      write(figures, "sustained-" + all.size());
    }
    progress.accept(
        "highest rate that held: %.0f readings and positions a second".formatted(holds));
    return 0;
  }

  /** Correct, p99 within the bound, and no more behind in the end than in the beginning. */
  private static boolean isSustained(Figures figures) {
    Figures.Latency call = figures.latencies().get("1 intended send to durable call");
    return figures.isGood() && call != null && call.p99() < BOUND_MILLIS;
  }

  private Figures once(Wanted wanted, int rate, String command) throws Exception {
    Path home = Files.createTempDirectory("minewatch-bench-nation");
    progress.accept("files of the run: " + home);
    NationSettings settings = wanted.settings(rate, rules, home);
    String password = Passwords.generate(new SecureRandom());
    Figures figures = new NationContest(settings, password, clock, progress).run(command);
    tell(figures);
    if (figures.isGood()) {
      delete(home); // a run that failed is kept to be looked at
    }
    return figures;
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void tell(Figures figures) {
    Figures.Load load = figures.load();
    progress.accept(
        String.format(
            Locale.ROOT,
            "%.0f readings and positions a second in %.0f messages, %.0f s; %d facts of %d; drained"
                + " in %.1f s",
            load.perSecond(),
            load.messagesPerSecond(),
            load.timedSeconds(),
            load.found(),
            load.expected(),
            load.drainSeconds()));
    figures.latencies().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            each -> {
              Figures.Latency at = each.getValue();
              progress.accept(
                  String.format(
                      Locale.ROOT,
                      "  %-65s p50 %8.1f  p99 %8.1f  most %8.1f ms (%d)",
                      each.getKey(),
                      at.p50(),
                      at.p99(),
                      at.most(),
                      at.count()));
            });
    for (Figures.Bill bill : figures.bill()) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "  %-22s %7.3f CPU-s per million  %5.2f cores  %6d MiB",
              bill.part(),
              bill.perMillion(),
              bill.cores(),
              bill.peakMebibytes()));
    }
    if (figures.store() != null) {
      progress.accept("  " + figures.store());
    }
    if (figures.recovery() != null) {
      progress.accept("  " + figures.recovery());
    }
    figures.notes().forEach(note -> progress.accept("  " + note));
    figures.faults().forEach(fault -> progress.accept("  VOID: " + fault));
  }

  private Path write(Figures figures, String name) throws IOException {
    return NationPage.of(figures).write(figures, folder, name);
  }
}
