package io.minewatch.alerting.api;

import io.minewatch.alerting.api.BookController.BooksView;
import io.minewatch.alerting.api.BookController.PairView;
import io.minewatch.alerting.api.BookController.ResidualView;
import io.minewatch.alerting.api.BookController.ShiftView;
import io.minewatch.alerting.api.BookController.StoodView;
import io.minewatch.alerting.desk.BookDesk;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.Residual;
import io.minewatch.alerting.reconcile.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The books of a mine as they are shown. */
final class BookViews {
  private static final Map<Factor, String> UNITS = new EnumMap<>(Factor.class);

  static {
    for (Factor each : Factor.values()) {
      UNITS.put(each, each.unit());
    }
  }

  private BookViews() {}

  static BooksView of(BookDesk.Look look) {
    List<ShiftView> shifts = new ArrayList<>();
    look.shifts().forEach(each -> shifts.add(shift(each)));
    Collections.reverse(shifts);
    int last = look.shifts().size() - 1;
    List<PairView> pairs = new ArrayList<>();
    List<StoodView> stood = new ArrayList<>();
    if (last >= 0) {
      Verdict newest = look.shifts().get(last);
      newest.disagreements().forEach(each -> pairs.add(pair(each)));
      newest.stood().forEach(each -> stood.add(stood(each)));
    }
    return new BooksView(look.from(), UNITS, shifts, pairs, stood);
  }

  private static ShiftView shift(Verdict verdict) {
    boolean unknown = verdict.residuals().isEmpty() && !verdict.clue();
    return new ShiftView(
        verdict.shift().begin(),
        verdict.shift().slot(),
        verdict.shift().values(),
        verdict.shift().unplanned(),
        verdict.residuals().stream().map(BookViews::residual).toList(),
        unknown ? null : verdict.clue());
  }

  private static ResidualView residual(Residual each) {
    return new ResidualView(
        each.pair(),
        each.seen(),
        each.expected(),
        each.over(),
        each.deviations(),
        each.baseline(),
        each.disagrees());
  }

  private static PairView pair(Verdict.Disagreement each) {
    return new PairView(
        each.pair(),
        each.since(),
        each.shifts(),
        each.newest().over(),
        each.newest().deviations(),
        each.words());
  }

  private static StoodView stood(Verdict.Stood each) {
    return new StoodView(each.place(), each.hours(), each.since(), each.shifts(), each.words());
  }
}
