package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.journal.BookRows;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.journal.News;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.reconcile.Reconciliation;
import io.minewatch.alerting.reconcile.ShiftBook;
import io.minewatch.alerting.reconcile.Verdict;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of the shifts of mines, reconciles them, and raises the clue. For one thread that
 * looks; tables are brought by any.
 */
public final class BookDesk {
  /** Lines that are taken away at once. */
  private static final int AT_A_TIME = 200;

  /** Parts of what is too old that are taken away at one look. */
  private static final int FORGOTTEN = 100;

  /** Older than this nothing is looked at. */
  private static final Duration KEPT = Duration.ofDays(380);

  /** Days beside the baseline that are lost to missing tables. */
  private static final int SPARE_DAYS = 14;

  /** A table may be brought so late and still be looked at, without being asked for. */
  private static final Duration LATE = Duration.ofDays(30);

  private final Store store;
  private final Mines mines;
  private final Raising raising;
  private final ReconcileRules rules;
  private final Clock clock;
  private final NewsLooks looks;

  public BookDesk(Store store, ClueDesk clues, Mines mines, ReconcileRules rules, Clock clock) {
    this.store = store;
    this.mines = mines;
    Duration told = LATE.plusDays(rules.baseline() + SPARE_DAYS); // since when a pair disagrees
    this.raising = new Raising(clues.lookedBack(told), mines);
    this.rules = rules;
    this.clock = clock;
    this.looks = new NewsLooks("the books", clock.instant().minus(LATE));
  }

  /**
   * The books of a mine.
   *
   * @param from what was before it is no baseline; null where no change of the workplaces is known
   * @param shifts the oldest first
   */
  public record Look(@Nullable Instant from, List<Verdict> shifts) {
    public Look {
      shifts = List.copyOf(shifts);
    }
  }

  /**
   * Keeps a table that somebody brought, with its row of the ledger: all of it or nothing, for half
   * a table is a false clue. Findings and calls wait that long.
   */
  public void bring(String mine, List<Line> lines, String by) {
    Instant now = clock.instant();
    store
        .database()
        .write(
            () -> {
              store.ledger().append(List.of(BookRows.entry(mine, lines, by, now)));
              store.books().keep(mine, lines, by, now);
              return lines;
            });
  }

  /** Keeps what the service found itself of a shift. */
  void keep(String mine, List<Line> lines, String by) {
    Instant now = clock.instant();
    store
        .database()
        .write(
            () -> {
              store.books().keep(mine, lines, by, now);
              return lines;
            });
  }

  /** The places that any plan knew which held in a shift. */
  Set<String> places(String mine, MineShifts.Shift shift) {
    return Workplaces.places(store, mine, shift);
  }

  /** The shifts of a mine from an instant on that are over; null where it is not registered. */
  public @Nullable Look look(String code, Instant since) {
    MineEntry mine = mines.find(code);
    if (mine == null) {
      return null;
    }
    Instant now = clock.instant();
    Instant begin = since.minus(Duration.ofDays(rules.baseline() + SPARE_DAYS));
    Map<Instant, List<Line>> lines = new HashMap<>();
    for (Line each : store.books().lines(code, begin, now)) {
      lines.computeIfAbsent(each.shift(), any -> new ArrayList<>()).add(each);
    }
    List<ShiftBook> shifts =
        new MineShifts(mine.plan().shifts())
            .over(begin, now).stream()
                .map(each -> book(each, lines.getOrDefault(each.begin(), List.of())))
                .toList();
    Instant from = Workplaces.since(store, mine);
    Instant baseline = from == null ? Instant.MIN : from;
    return new Look(from, new Reconciliation(shifts, baseline, rules).since(since));
  }

  /** Points of one factor are added up. */
  private static ShiftBook book(MineShifts.Shift shift, List<Line> lines) {
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    Map<String, Double> unplanned = new TreeMap<>();
    for (Line each : lines) {
      if (each.what().equals(BookRows.UNPLANNED)) {
        unplanned.merge(each.point(), each.value(), Double::sum);
      } else {
        values.merge(Factor.valueOf(each.what()), each.value(), Double::sum);
      }
    }
    return new ShiftBook(shift.begin(), shift.slot(), values, unplanned);
  }

  /**
   * Looks at every shift of which anything was brought or seen since the last look, and at those
   * that it is a recent one of; what fails of one mine stops no other, and is looked at again.
   */
  public void looks() {
    Instant now = clock.instant();
    looks.look(
        now,
        store.books()::news,
        failed -> last(failed).isBefore(now.minus(LATE)),
        news -> raise(news, now));
    forget(now.minus(KEPT));
  }

  /** Some at a time, and only where there is any: findings and calls wait for a write. */
  private void forget(Instant before) {
    for (int i = 0; i < FORGOTTEN && store.books().hasOlder(before); i++) {
      store.database().write(() -> store.books().forget(before, AT_A_TIME));
    }
  }

  /** The last shift that what is new may be a recent one of. */
  private Instant last(News news) {
    return news.to().plus(Duration.ofDays(rules.recent()));
  }

  private boolean raise(News news, Instant now) {
    Instant oldest = now.minus(LATE);
    Look look = look(news.mine(), news.from().isBefore(oldest) ? oldest : news.from());
    if (look == null) {
      return true;
    }
    boolean all = true;
    for (Verdict each : look.shifts()) {
      if (each.clue() && !each.shift().begin().isAfter(last(news))) {
        all &=
            raising.raise(
                List.of(new Suspicion(Feature.HIDDEN_FACE, news.mine(), "", evidence(each), 1)));
      }
    }
    return all;
  }

  /** One piece for each pair or place, and since when: its words are those of the first look. */
  private static List<ClueEvidence> evidence(Verdict verdict) {
    List<ClueEvidence> evidence = new ArrayList<>();
    for (Verdict.Disagreement each : verdict.disagreements()) {
      String ref = each.pair() + "/" + each.since();
      evidence.add(new ClueEvidence(ClueEvidence.Kind.BOOKS, ref, each.words()));
    }
    for (Verdict.Stood each : verdict.stood()) {
      String ref = BookRows.UNPLANNED + "/" + each.place() + "/" + each.since();
      evidence.add(new ClueEvidence(ClueEvidence.Kind.BOOKS, ref, each.words()));
    }
    return evidence;
  }
}
