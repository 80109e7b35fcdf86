package io.minewatch.alerting.desk;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.journal.BookRows;
import io.minewatch.alerting.journal.BookRows.Line;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of the shifts of mines, reconciles them, and raises the clue. For one thread that
 * looks; tables are brought by any.
 */
public final class BookDesk {
  /** Lines that are written at once. */
  private static final int AT_A_TIME = 200;

  /** Older than this nothing is looked at. */
  private static final Duration KEPT = Duration.ofDays(380);

  /** Days beside the baseline that are lost to missing tables. */
  private static final int SPARE_DAYS = 14;

  /** A table may be brought so late and still be looked at, without being asked for. */
  private static final Duration LATE = Duration.ofDays(30);

  /** What another instance commits late is looked at once more. */
  private static final Duration MARGIN = Duration.ofMinutes(15);

  private final Store store;
  private final Mines mines;
  private final Raising raising;
  private final ReconcileRules rules;
  private final Clock clock;
  private Instant seen;

  public BookDesk(Store store, ClueDesk clues, Mines mines, ReconcileRules rules, Clock clock) {
    this.store = store;
    this.mines = mines;
    this.raising = new Raising(clues, mines);
    this.rules = rules;
    this.clock = clock;
    this.seen = clock.instant().minus(LATE);
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

  /** Keeps a table that somebody brought, with a row of the ledger that comes first. */
  public void bring(String mine, List<Line> lines, String by) {
    Instant now = clock.instant();
    store
        .database()
        .write(() -> store.ledger().append(List.of(BookRows.entry(mine, lines, by, now))));
    keep(mine, lines, by);
  }

  /** Some at a time: findings and calls wait for a write. */
  void keep(String mine, List<Line> lines, String by) {
    Instant now = clock.instant();
    for (int from = 0; from < lines.size(); from += AT_A_TIME) {
      List<Line> some = lines.subList(from, Math.min(from + AT_A_TIME, lines.size()));
      store
          .database()
          .write(
              () -> {
                store.books().keep(mine, some, by, now);
                return some;
              });
    }
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
   * that it is a recent one of; what fails of one mine stops no other.
   */
  public void looks() {
    Instant now = clock.instant();
    boolean all = true;
    for (BookRows.News each : store.books().news(seen.minus(MARGIN))) {
      all &= Raising.guarded("the books of mine " + each.mine(), () -> raise(each, now));
    }
    seen = all ? now : seen; // what failed is looked at again
    Instant before = now.minus(KEPT);
    if (store.books().hasOlder(before)) { // where there is nothing nobody waits for it
      store.database().write(() -> store.books().forget(before, AT_A_TIME));
    }
  }

  private void raise(BookRows.News news, Instant now) {
    Instant oldest = now.minus(LATE);
    Look look = look(news.mine(), news.from().isBefore(oldest) ? oldest : news.from());
    if (look == null) {
      return;
    }
    Instant last = news.to().plus(Duration.ofDays(rules.recent()));
    for (Verdict each : look.shifts()) {
      if (each.clue() && !each.shift().begin().isAfter(last)) {
        raising.raise(
            List.of(new Suspicion(Feature.HIDDEN_FACE, news.mine(), "", evidence(each), 1)));
      }
    }
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
