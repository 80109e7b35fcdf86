package io.minewatch.bench.inspect;

import io.minewatch.alerting.desk.FourLines;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Row;
import io.minewatch.alerting.fourline.Spans;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Asks the four-line index about a nation's day, in process and with an embedded database in a
 * file: each question is asked as a page asks it, the platform's own downtime included.
 */
public final class InspectContest {
  /** The day that is asked about begins then, by the clock of the mines. */
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");

  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final FourLineRules RULES = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
  private static final Duration CANARY = Duration.ofMinutes(3);
  private static final long SEED = 9;
  private static final double NANOS_IN_MILLI = 1e6;

  private final int mines;
  private final int days;
  private final int rounds;

  /**
   * Makes one.
   *
   * @param days with outages; the last of them is asked about
   * @param rounds so often each question is timed, after it was asked as often to warm up
   */
  public InspectContest(int mines, int days, int rounds) {
    this.mines = mines;
    this.days = days;
    this.rounds = rounds;
  }

  /**
   * One question.
   *
   * @param rows of the answer
   * @param outages that it is about
   * @param millis from the question to its answer
   * @param cpu milliseconds of CPU of the thread that answered: other work on the machine does not
   *     lengthen them
   */
  public record Asked(String what, int rows, int outages, List<Double> millis, List<Double> cpu) {}

  /**
   * Fills a database and asks.
   *
   * @param folder empty; it holds the database afterwards
   */
  public List<Asked> run(Path folder, Consumer<String> tell) {
    try (Database database =
        Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "")) {
      Store store = Store.of(database);
      Clock clock = Clock.fixed(MIDNIGHT.plus(Duration.ofDays(1)), ZoneOffset.UTC);
      Map<String, MineEntry> entries = new TreeMap<>();
      for (int mine = 0; mine < mines; mine++) {
        entries.put(Outages.code(mine), Outages.entry(mine));
      }
      FourLines lines = new FourLines(store, new Mines(entries), RULES, CANARY, clock);
      database.write(
          () -> {
            Instant first = MIDNIGHT.minus(Duration.ofDays(days + 1L));
            store.watched().watched(first, Duration.ofDays(days + 9L));
            store.watched().watched(clock.instant(), Duration.ofDays(days + 9L));
            return first;
          });
      fill(store);
      noteAll(store, lines);
      tell.accept("filled: %d outages".formatted(mines * days * Outages.A_DAY));
      List<Asked> asked = new ArrayList<>();
      for (By by : By.values()) {
        asked.add(ask(lines, question(by, any -> true, clock.instant()), "nation by " + by));
      }
      for (By by : List.of(By.MINE, By.POINT)) {
        asked.add(ask(lines, question(by, one -> one == 0, clock.instant()), "a mine by " + by));
      }
      return asked;
    }
  }

  private void fill(Store store) {
    Outages outages = new Outages(SEED);
    for (int back = days - 1; back >= 0; back--) {
      Instant day = MIDNIGHT.minus(Duration.ofDays(back));
      store
          .database()
          .write(
              () -> {
                for (int mine = 0; mine < mines; mine++) {
                  for (Outage each : outages.day(mine, day)) {
                    store.fourLines().keep(each);
                  }
                }
                return day;
              });
    }
  }

  private static void noteAll(Store store, FourLines lines) {
    while (!store.fourLines().nowhere(1).isEmpty()) {
      lines.stamp();
    }
  }

  private Question question(By by, IntPredicate which, Instant now) {
    Map<String, MinePlace> places = new TreeMap<>();
    for (int mine = 0; mine < mines; mine++) {
      if (which.test(mine)) {
        places.put(Outages.code(mine), Outages.place(mine));
      }
    }
    return new Question(by, places, DAY, DAY, Spans.NONE, now);
  }

  private Asked ask(FourLines lines, Question question, String what) {
    List<Double> millis = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Row> rows = List.of();
    for (int round = -rounds; round < rounds; round++) {
      long from = System.nanoTime();
      long spent = threads.getCurrentThreadCpuTime();
      Question whole =
          new Question(
              question.by(),
              question.mines(),
              question.first(),
              question.last(),
              lines.unwatched(question.whole()),
              question.now());
      rows = lines.index(whole);
      double took = (System.nanoTime() - from) / NANOS_IN_MILLI;
      if (round >= 0) {
        millis.add(took);
        cpu.add((threads.getCurrentThreadCpuTime() - spent) / NANOS_IN_MILLI);
      }
    }
    return new Asked(what, rows.size(), lines.judged(question).size(), millis, cpu);
  }
}
