package io.minewatch.bench.console;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import io.minewatch.bench.measure.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The real service and a real browser on one machine. First a mine with many points and people,
 * then a nation. What a page shows is held against what was sent; without that no figure counts.
 */
public final class ConsoleContest {
  private static final double USEFUL_MILLIS = 1_000;
  private static final double NATION_MILLIS = 2_000;

  /** Share of a core. */
  private static final double PAGE_SHARE = 0.2;

  private static final double WARMING_MILLIS = 5_000;
  private static final double STILL_MILLIS = 5_000;
  private static final long LOOK_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final double NANOS_IN_SECOND = 1e9;
  private static final double MILLIS_IN_SECOND = 1_000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOME = "/#/now";
  private static final String AREA = "/#/area";
  private static final String EMPTY = "empty";
  private static final String FULL = "full";

  private final ConsoleSettings settings;
  private final Path rules;
  private final Path folder;
  private final Clock clock;
  private final Consumer<String> progress;
  private final List<ConsoleFigures.Paint> paints = new ArrayList<>();
  private final List<ConsoleFigures.Share> shares = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Prepares.
   *
   * @param rules the folder of the real rules
   * @param folder empty; it holds registries, databases and logs afterwards
   * @param progress told a line for each step
   */
  public ConsoleContest(
      ConsoleSettings settings, Path rules, Path folder, Clock clock, Consumer<String> progress) {
    this.settings = settings;
    this.rules = rules;
    this.folder = folder;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param browser the executable
   * @param password of the accounts of the run
   */
  public ConsoleFigures run(Path browser, String password, String command)
      throws IOException, InterruptedException {
    String started = clock.instant().toString();
    Machine before = Machine.here();
    ConsoleFigures.Crowd crowd;
    String version;
    try (Chromium chromium = new Chromium(browser)) {
      version = chromium.version();
      crowd = mine(chromium, password);
      nation(chromium, password);
      faults.addAll(chromium.complaints.stream().limit(5).toList());
    }
    return new ConsoleFigures(
        started, command, before, Machine.here(), settings, version, paints, shares, crowd, faults);
  }

  private ConsoleFigures.Crowd mine(Chromium chromium, String password)
      throws IOException, InterruptedException {
    BigMine mine = new BigMine(settings.points(), settings.people());
    Path mines = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mines.resolve(BigMine.CODE + ".yaml"), mine.yaml());
    Updates updates = new Updates();
    try (Service service = Service.start("alerting-mine", rules, mines, folder, password)) {
      Session who = service.session("dispatcher");
      try (Feeder feeder = Feeder.of(service, mine, clock, updates)) {
        Opened.Asked asked = new Opened.Asked(who, HOME, Useful.mine(mine));
        opened("a mine's page", chromium, asked, mine, feeder);
        service.durable(
            IntStream.range(0, settings.incidents())
                .mapToObj(i -> mine.finding(i, clock.instant()))
                .toList());
        awaitIncidents(who);
        asked = new Opened.Asked(who, HOME, Useful.home(mine, settings.incidents()));
        opened("home of a dispatcher", chromium, asked, mine, feeder);
        page(chromium, asked, mine, feeder);
      }
      try (Feeder feeder = Feeder.of(service, mine, clock, updates);
          Consoles consoles = new Consoles(service, feeder, updates, mine)) {
        return consoles.run(settings.consoles(), settings.seconds(), progress);
      }
    }
  }

  private void opened(
      String name, Chromium chromium, Opened.Asked asked, BigMine mine, Feeder feeder) {
    var cold = new Opened(chromium, asked, page -> moving(page, mine, feeder)).cold(settings);
    took(name, EMPTY, USEFUL_MILLIS, asked, cold);
    var warm = new Opened(chromium, asked, page -> moving(page, mine, feeder)).warm(settings);
    took(name, FULL, USEFUL_MILLIS, asked, warm);
  }

  private void took(String name, String cache, double goal, Opened.Asked asked, Opened opened) {
    faults.addAll(opened.faults());
    paints.add(
        new ConsoleFigures.Paint(
            name, asked.useful().what(), cache, goal, opened.millis(), opened.first()));
    progress.accept("%s, %s cache: %s ms".formatted(name, cache, opened.millis()));
  }

  /** What the page costs while updates come; then they end, and it must say how old all is. */
  private void page(Chromium chromium, Opened.Asked asked, BigMine mine, Feeder feeder) {
    Page page = new Opened(chromium, asked, it -> List.of()).stay();
    share("one update a second for %d points".formatted(mine.points()), page, PAGE_SHARE);
    faults.addAll(moving(page, mine, feeder));
    feeder.close();
    page.waitForTimeout(STILL_MILLIS);
    List<String> wrong = Shown.still(page, mine, feeder, clock);
    for (int look = 0; look < settings.behind() && !wrong.isEmpty(); look++) {
      page.waitForTimeout(MILLIS_IN_SECOND);
      wrong = Shown.still(page, mine, feeder, clock);
    }
    faults.addAll(wrong);
    page.context().close();
  }

  private List<String> moving(Page page, BigMine mine, Feeder feeder) {
    return Shown.moving(page, mine, feeder::turns, settings.behind());
  }

  private void share(String name, Page page, double goal) {
    page.waitForTimeout(Math.min(WARMING_MILLIS, settings.seconds() * MILLIS_IN_SECOND));
    Chromium.Used before = Chromium.used();
    long begun = System.nanoTime();
    page.waitForTimeout(settings.seconds() * MILLIS_IN_SECOND);
    Chromium.Used used = Chromium.used().since(before);
    double seconds = (System.nanoTime() - begun) / NANOS_IN_SECOND;
    shares.add(
        new ConsoleFigures.Share(
            name, seconds, used.renderers() / seconds, used.all() / seconds, goal));
    progress.accept("%s: %s in %.1f s".formatted(name, used, seconds));
  }

  private void nation(Chromium chromium, String password) throws IOException, InterruptedException {
    ManyMines mines = new ManyMines(settings.mines(), settings.incidents());
    Path files = Files.createDirectories(folder.resolve("nation"));
    for (int i = 0; i < mines.count(); i++) {
      Files.writeString(files.resolve(ManyMines.code(i) + ".yaml"), ManyMines.yaml(i));
    }
    try (Service service = Service.start("alerting-nation", rules, files, folder, password)) {
      progress.accept(mines.count() + " mines are registered");
      Session who = service.session("regulator");
      service.durable(
          IntStream.range(0, mines.incidents())
              .mapToObj(i -> mines.finding(i, clock.instant()))
              .toList());
      try (Feeder feeder = Feeder.of(service, mines, clock)) {
        awaitIncidents(who);
        await("every mine to be told of", () -> feeder.turns() > Feeder.SLICES);
        Opened.Asked asked = new Opened.Asked(who, AREA, Useful.nation(mines));
        String name = "view of a nation";
        took(name, EMPTY, NATION_MILLIS, asked, nation(chromium, asked, mines).cold(settings));
        took(name, FULL, NATION_MILLIS, asked, nation(chromium, asked, mines).warm(settings));
        Page page = nation(chromium, asked, mines).stay();
        share("%d mines, each told of every five seconds".formatted(mines.count()), page, 0);
        faults.addAll(sums(page, mines));
        page.context().close();
      }
    }
  }

  private static Opened nation(Chromium chromium, Opened.Asked asked, ManyMines mines) {
    return new Opened(chromium, asked, page -> sums(page, mines));
  }

  /** The sums that the page shows: mines, open, calling, underground, unknown, unseen, silent. */
  private static List<String> sums(Page page, ManyMines mines) {
    String shown =
        String.valueOf(
            page.evaluate(
                "[...document.querySelectorAll('.sheet .figures .figure b')].map((one) => one.textContent).join(' ')"));
    String wanted =
        "%d %d %d %d 0 0 0"
            .formatted(mines.count(), mines.incidents(), mines.incidents(), mines.underground());
    return shown.equals(wanted)
        ? List.of()
        : List.of("the page shows " + shown + ", was to show " + wanted);
  }

  private void awaitIncidents(Session who) {
    await(
        settings.incidents() + " incidents",
        () -> {
          try {
            return JSON.readTree(who.get("/api/incidents?open=true")).size()
                == settings.incidents();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        });
  }

  private static void await(String what, BooleanSupplier isSo) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("waited too long for " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
