package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.BookDesk;
import io.minewatch.alerting.desk.ClueDesk;
import io.minewatch.alerting.desk.Repeats;
import io.minewatch.alerting.desk.SealDesk;
import io.minewatch.alerting.desk.SeenShifts;
import io.minewatch.alerting.desk.Suspicions;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that raise the clues of a machine; nobody waits for them. What is slow, books, and
 * the series store, which may not answer, have one each: none holds up facts and clocks, nor books
 * the seals.
 */
final class SuspicionRounds implements AutoCloseable {
  private static final long FACTS_SECONDS = 5;
  private static final long DARK_SECONDS = 60;

  /** What repeats does so over days. */
  private static final long REPEATED_SECONDS = 3_600;

  /** A shift has eight hours; a window a quarter of one. */
  private static final long SEAL_SECONDS = 300;

  private static final long FIRST_SECONDS = 60;
  private static final Logger LOG = LoggerFactory.getLogger(SuspicionRounds.class);

  private final ScheduledExecutorService facts = thread("alerting-clues");
  private final ScheduledExecutorService slow = thread("alerting-repeats");
  private final ScheduledExecutorService books = thread("alerting-books");
  private final ScheduledExecutorService stored = thread("alerting-told-twice");

  /** What is looked at slowly. */
  record Slow(Repeats repeats, SealDesk seals, BookDesk books, SeenShifts shifts) {}

  SuspicionRounds(Suspicions suspicions, ClueDesk clues, Slow work, @Nullable SeriesStore series) {
    Repeats repeats = work.repeats();
    every(facts, FACTS_SECONDS, FACTS_SECONDS, suspicions::facts);
    every(facts, FACTS_SECONDS, FACTS_SECONDS, clues::overdue);
    every(facts, DARK_SECONDS, DARK_SECONDS, suspicions::dark);
    every(slow, FIRST_SECONDS, REPEATED_SECONDS, repeats::outages);
    every(slow, FIRST_SECONDS, REPEATED_SECONDS, repeats::changes);
    every(slow, FIRST_SECONDS, SEAL_SECONDS, work.seals()::looks);
    every(books, FIRST_SECONDS, SEAL_SECONDS, work.books()::looks);
    if (series != null) {
      every(stored, FIRST_SECONDS, REPEATED_SECONDS, () -> toldTwice(repeats, series));
      every(stored, FIRST_SECONDS, SEAL_SECONDS, () -> work.shifts().look(series));
    }
  }

  /** Each day by itself: one that the store cannot answer stops no other. */
  private static void toldTwice(Repeats repeats, SeriesStore series) {
    for (LocalDate day : repeats.days()) {
      var whole = Repeats.span(day);
      Span span = new Span(whole.from(), whole.to());
      guarded(() -> repeats.toldTwice(day, series.rewriteCounts(span)));
    }
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread made = new Thread(task, name);
          made.setDaemon(true);
          return made;
        });
  }

  private static void every(
      ScheduledExecutorService thread, long first, long seconds, Runnable round) {
    var unused =
        thread.scheduleWithFixedDelay(() -> guarded(round), first, seconds, TimeUnit.SECONDS);
  }

  /** A round that fails is followed by the next: what it looks at is there then. */
  private static void guarded(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.error("a round of clues failed, the next follows", e);
    }
  }

  @Override
  public void close() {
    List.of(facts, slow, books, stored).forEach(ScheduledExecutorService::shutdownNow);
  }
}
