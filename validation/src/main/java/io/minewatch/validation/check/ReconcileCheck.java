package io.minewatch.validation.check;

import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.reconcile.Reconciliation;
import io.minewatch.alerting.reconcile.ShiftBook;
import io.minewatch.alerting.reconcile.Verdict;
import io.minewatch.validation.madeup.Lie;
import io.minewatch.validation.madeup.MineMonths;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Mines that hide a face, and mines that do not: made up, because no books of a mine are at hand.
 */
public final class ReconcileCheck implements Check {
  /** How large the hidden face is beside the others. */
  private static final double[] PARTS = {0.1, 0.2, 0.35};

  private static final long SEED = 11;
  private static final double SHIFTS_A_WEEK = 7.0 * MineMonths.SLOTS;

  /** The first days are the baseline of those that follow. */
  private static final int FIRST_DAY = 20;

  private static final Instant LIE = MineMonths.BEGIN.plus(Duration.ofDays(MineMonths.LIE_DAY));

  private final ReconcileRules rules;
  private final int mines;

  /** With so many mines of each kind, by the rules as they are shipped. */
  public ReconcileCheck(ReconcileRules rules, int mines) {
    this.rules = rules;
    this.mines = mines;
  }

  @Override
  public String folder() {
    return "";
  }

  /** Of each shift, whether there is a clue. */
  private record Judged(List<Instant> shifts, List<Boolean> clues) {}

  /**
   * What came out for mines of one kind.
   *
   * @param found how many of those that lie
   * @param days until it was, the middle one
   * @param falseClues begun in a week of a mine that does not lie
   */
  public record Outcome(int found, double days, double falseClues) {}

  /** Runs mines of one kind. */
  public Outcome ours(Lie lie, double part) {
    return outcome(lie, part, this::judged);
  }

  private Outcome naive(Lie lie, double part) {
    return outcome(lie, part, this::naively);
  }

  private Outcome outcome(Lie lie, double part, Function<List<ShiftBook>, Judged> judge) {
    List<Double> days = new ArrayList<>();
    long begun = 0;
    long shifts = 0;
    for (int mine = 0; mine < mines; mine++) {
      Judged judged = judge.apply(MineMonths.of(lie, part, SEED + mine));
      boolean found = false;
      boolean before = false;
      for (int at = FIRST_DAY * MineMonths.SLOTS; at < judged.shifts().size(); at++) {
        boolean clue = judged.clues().get(at);
        boolean lies = lie != Lie.NONE && !judged.shifts().get(at).isBefore(LIE);
        boolean begins = clue && !before;
        shifts += lies ? 0 : 1;
        begun += begins && !lies ? 1 : 0;
        if (begins && lies && !found) {
          found = true;
          Duration until = Duration.between(LIE, judged.shifts().get(at)).plus(MineMonths.SHIFT);
          days.add(until.toHours() / 24.0);
        }
        before = clue;
      }
    }
    double[] sorted = days.stream().mapToDouble(day -> day).sorted().toArray();
    double middle = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    return new Outcome(days.size(), middle, begun / (shifts / SHIFTS_A_WEEK));
  }

  private Judged judged(List<ShiftBook> shifts) {
    List<Verdict> verdicts = new Reconciliation(shifts, Instant.MIN, rules).since(Instant.MIN);
    return new Judged(
        verdicts.stream().map(each -> each.shift().begin()).toList(),
        verdicts.stream().map(Verdict::clue).toList());
  }

  private Judged naively(List<ShiftBook> shifts) {
    return new Judged(
        shifts.stream().map(ShiftBook::begin).toList(), NaiveBooks.clues(shifts, rules));
  }

  @Override
  public Section run(Path recordings) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of(
            "clues in a week of a mine that hides nothing",
            ours(Lie.NONE, 0).falseClues(),
            naive(Lie.NONE, 0).falseClues(),
            Figure.Aim.LESS));
    for (Lie lie : Lie.values()) {
      for (double part : lie == Lie.NONE ? new double[0] : PARTS) {
        Outcome ours = ours(lie, part);
        Outcome naive = naive(lie, part);
        String kind = String.format(Locale.ROOT, "%s, a face of %.0f %%: ", words(lie), 100 * part);
        figures.add(
            Figure.of(kind + "found, of " + mines, ours.found(), naive.found(), Figure.Aim.MORE));
        figures.add(
            Figure.of(
                kind + "days until it is, the middle one",
                ours.days(),
                naive.days(),
                Figure.Aim.LESS));
      }
    }
    return new Section(
        "Made-up mines that hide a face",
        mines
            + " mines a kind, three shifts a day for "
            + MineMonths.DAYS
            + " days, seed "
            + SEED
            + "; the face is hidden from day "
            + MineMonths.LIE_DAY,
        "the row `reconcile` of rules/platform.yaml as it is shipped",
        "Truth is what was made up; a clue that begins before the face is hidden is a false one,"
            + " also at mines that lie later. At honest mines there are weak weeks, days off, rain,"
            + " a fan that is turned up, a heading that is driven faster, a meter that is changed,"
            + " tables that do not come. A clue that begins after that day counts as found,"
            + " whatever it rests on. Naive: two things, each above mean and three standard"
            + " deviations of its own shifts of the slot, as often; it knows no places, so what it"
            + " finds of people at an unplanned place, it finds by chance. Whoever made the mines"
            + " made the rule: what a mine does that nobody thought of is not in them.",
        figures);
  }

  private static String words(Lie lie) {
    return lie.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
