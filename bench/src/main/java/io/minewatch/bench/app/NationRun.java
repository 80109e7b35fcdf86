package io.minewatch.bench.app;

import io.minewatch.bench.measure.Bisection;
import io.minewatch.bench.nation.Figures;
import io.minewatch.bench.nation.NationContest;
import io.minewatch.bench.nation.NationSettings;
import io.minewatch.bench.script.Pace;
import io.minewatch.bench.workload.Mix;
import io.minewatch.broker.account.Passwords;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final int CONFIRMED = 3;

  /** Below the first rate divided by this nothing is looked for. */
  private static final double LEAST_SHARE = 16;

  /**
   * Facts and rows may be so late after the last message: an interval of checkpoints and a flush.
   */
  private static final double MOST_BEHIND_SECONDS = 10;

  private static final String RECORDING = ".jfr";

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

    private Map<NationSettings.Peer, Path> peers() {
      Map<NationSettings.Peer, Path> peers = new EnumMap<>(NationSettings.Peer.class);
      if (options.isSet("node-red")) {
        peers.put(NationSettings.Peer.NODE_RED, Path.of(options.text("node-red", "")));
      }
      if (options.isSet("limit")) {
        peers.put(NationSettings.Peer.LIMIT, Path.of("")); // it is in our own class path
      }
      return peers;
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
          NationSettings.Broker.valueOf(options.text("broker", "disk").toUpperCase(Locale.ROOT)),
          NationSettings.Store.valueOf(options.text("store", "questdb").toUpperCase(Locale.ROOT)),
          new NationSettings.Meddling(options.text("kill", ""), options.text("profile", "")),
          new NationSettings.Checkpointing(
              Duration.ofSeconds(options.number("interval", 5)), options.number("slots", 2)),
          rules,
          home,
          peers());
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
    if (isSearch && (wanted.options().isSet("mines") || wanted.options().isSet("people"))) {
      throw new IllegalArgumentException("a search chooses the mines itself, each as the nation's");
    }
    if (isSearch) {
      return search(wanted, command);
    }
    Figures figures = once(wanted, wanted.rate(), command.strip());
    progress.accept("page: " + write(figures, name));
    return figures.isGood() ? 0 : 1;
  }

  /** The highest rate that holds, tried three times. What is told is what was sent. */
  private int search(Wanted wanted, String command) throws Exception {
    Bisection search = Bisection.from(wanted.rate(), wanted.rate() / LEAST_SHARE, FINEST);
    int runs = 0;
    while (!search.isOver()) {
      Figures figures = once(wanted, (int) search.rate(), command);
      write(figures, "sustained-" + ++runs);
      search = search.after(isSustained(figures));
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < CONFIRMED && search.holds() > 0; i++) {
      Figures figures = once(wanted, (int) search.holds(), command);
      write(figures, "sustained-" + ++runs);
      least = isSustained(figures) ? Math.min(least, figures.load().perSecond()) : 0;
    }
    boolean isFound = search.holds() > 0 && least > 0;
    progress.accept(
        isFound
            ? "held %d times: %.0f readings and positions a second".formatted(CONFIRMED, least)
            : "no rate held; the lowest tried was near %.0f a second"
                .formatted(Math.max(search.rate(), search.holds())));
    return isFound ? 0 : 1;
  }

  /** Correct, p99 within the bound, and no more behind in the end than in the beginning. */
  private boolean isSustained(Figures figures) {
    Figures.Latency call = figures.latencies().get("1 intended send to durable call");
    Figures.Store store = figures.store();
    boolean held =
        figures.isGood()
            && call != null
            && call.p99() < BOUND_MILLIS
            && figures.load().drainSeconds() < MOST_BEHIND_SECONDS
            && (store == null || store.lagSeconds() < MOST_BEHIND_SECONDS);
    progress.accept(
        "%.0f a second %s".formatted(figures.load().perSecond(), held ? "holds" : "does not hold"));
    return held;
  }

  private Figures once(Wanted wanted, int rate, String command) throws Exception {
    Path home = Files.createTempDirectory("minewatch-bench-nation");
    progress.accept("files of the run: " + home);
    NationSettings settings = wanted.settings(rate, rules, home);
    String password = Passwords.generate(new SecureRandom());
    Figures figures = new NationContest(settings, password, clock, progress).run(command);
    NationWords.tell(figures, progress);
    delete(home, figures);
    return figures;
  }

  /** Recordings are kept, and of a run that failed what its programs said. */
  private static void delete(Path home, Figures figures) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        boolean isLog = each.toString().endsWith(".log") || each.equals(home);
        if (!each.toString().endsWith(RECORDING) && (figures.isGood() || !isLog)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (DirectoryNotEmptyException e) {
      return; // a log lies deeper
    }
  }

  private Path write(Figures figures, String name) throws IOException {
    return NationPage.of(figures).write(figures, folder, name);
  }
}
