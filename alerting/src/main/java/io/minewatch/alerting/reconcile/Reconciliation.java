package io.minewatch.alerting.reconcile;

import io.minewatch.alerting.reconcile.Pair.Witness;
import io.minewatch.alerting.reconcile.Verdict.Disagreement;
import io.minewatch.alerting.reconcile.Verdict.Stood;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles the shifts of a mine as an accountant does (因素来源分析比对): who works a face that nobody
 * knows of takes people, air, power, explosives, and has gas, water and rock, that the output which
 * is told does not explain.
 *
 * <p>Each pair is judged by itself against the mine's own shifts of the same slot; a clue is what
 * moves together: two witnesses that no one harmless cause moves, in the same shift, and that
 * again. Nothing is added up to a score.
 *
 * <p><i>Late, missing, double</i>: each shift is looked at as it is known now, so what comes late
 * is judged by the next look; what is missing counts neither for nor against; a shift is there
 * once.
 */
public final class Reconciliation {
  private final List<ShiftBook> shifts;
  private final Instant from;
  private final ReconcileRules rules;
  private final Map<Integer, List<Residual>> residuals = new HashMap<>();

  /**
   * Opens the books of a mine.
   *
   * @param shifts one after the other, also those of which nothing is known
   * @param from what was before it is no baseline: the registry told of other workplaces
   */
  public Reconciliation(List<ShiftBook> shifts, Instant from, ReconcileRules rules) {
    this.shifts = List.copyOf(shifts);
    for (int i = 1; i < shifts.size(); i++) {
      if (!shifts.get(i - 1).begin().isBefore(shifts.get(i).begin())) {
        throw new IllegalArgumentException("shifts follow one another, was " + shifts.get(i));
      }
    }
    this.from = from;
    this.rules = rules;
  }

  /** How the books stand at each shift from an instant on, the oldest first. */
  public List<Verdict> since(Instant instant) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int at = 0; at < shifts.size(); at++) {
      if (!shifts.get(at).begin().isBefore(instant)) {
        verdicts.add(at(at));
      }
    }
    return verdicts;
  }

  private Verdict at(int at) {
    List<Disagreement> disagreements = new ArrayList<>();
    for (Pair pair : Pair.values()) {
      Disagreement one = disagreement(pair, at);
      if (one != null) {
        disagreements.add(one);
      }
    }
    List<Stood> stood = stood(at);
    Set<Pair> pairs = EnumSet.noneOf(Pair.class);
    disagreements.forEach(each -> pairs.add(each.pair()));
    int together = count(at, shift -> movesTogether(shift, pairs));
    boolean clue = !stood.isEmpty() || together >= rules.shifts();
    return new Verdict(shifts.get(at), residuals(at), disagreements, stood, clue);
  }

  private @Nullable Disagreement disagreement(Pair pair, int at) {
    IntPredicate disagrees = shift -> tooMuch(pair, shift) != null;
    int many = count(at, disagrees);
    int newest = newest(at, disagrees);
    Residual last = newest < 0 ? null : tooMuch(pair, newest);
    return many < rules.shifts() || last == null
        ? null
        : new Disagreement(pair, shifts.get(first(at, disagrees)).begin(), many, last);
  }

  private @Nullable Residual tooMuch(Pair pair, int at) {
    for (Residual each : residuals(at)) {
      if (each.pair() == pair && each.disagrees()) {
        return each;
      }
    }
    return null;
  }

  private List<Stood> stood(int at) {
    Set<String> places = new TreeSet<>();
    for (int each = Math.max(0, at - rules.recent() + 1); each <= at; each++) {
      places.addAll(shifts.get(each).unplanned().keySet());
    }
    double least = rules.stood().toMinutes() / 60.0;
    List<Stood> stood = new ArrayList<>();
    for (String place : places) {
      IntPredicate there = shift -> hours(shift, place) >= least;
      int many = count(at, there);
      if (many >= rules.shifts()) {
        Instant since = shifts.get(first(at, there)).begin();
        stood.add(new Stood(place, hours(newest(at, there), place), since, many));
      }
    }
    return stood;
  }

  private double hours(int at, String place) {
    return shifts.get(at).unplanned().getOrDefault(place, 0.0);
  }

  /** How many of the recent shifts. */
  private int count(int at, IntPredicate that) {
    int many = 0;
    for (int each = Math.max(0, at - rules.recent() + 1); each <= at; each++) {
      many += that.test(each) ? 1 : 0;
    }
    return many;
  }

  /** The newest shift that does; -1 if none did. */
  private static int newest(int at, IntPredicate that) {
    int newest = at;
    while (newest >= 0 && !that.test(newest)) {
      newest--;
    }
    return newest;
  }

  /** The first of those that follow one another with less than the recent shifts between. */
  private int first(int at, IntPredicate that) {
    int first = newest(at, that);
    for (int each = first - 1; each >= 0 && first - each < rules.recent(); each--) {
      first = that.test(each) ? each : first;
    }
    return first;
  }

  /** Whether, of these pairs, two that no one harmless cause moves are too much in one shift. */
  private boolean movesTogether(int at, Set<Pair> pairs) {
    Set<Witness> seen = EnumSet.noneOf(Witness.class);
    for (Residual each : residuals(at)) {
      if (each.disagrees() && pairs.contains(each.pair())) {
        seen.add(each.pair().witness());
      }
    }
    if (seen.contains(Witness.WATER) || seen.contains(Witness.AIR)) {
      seen.remove(Witness.POWER); // pumps in rain, a fan that is turned up: one cause
    }
    return seen.size() > 1;
  }

  private List<Residual> residuals(int at) {
    return residuals.computeIfAbsent(at, this::judged);
  }

  private List<Residual> judged(int at) {
    List<Residual> judged = new ArrayList<>();
    for (Pair pair : Pair.values()) {
      Residual one = residual(pair, at);
      if (one != null) {
        judged.add(one);
      }
    }
    return List.copyOf(judged);
  }

  private @Nullable Residual residual(Pair pair, int at) {
    Double of = shifts.get(at).value(pair.of());
    Double by = by(pair, at);
    if (of == null || by == null) {
      return null;
    }
    List<Integer> before = baseline(pair, at);
    if (before.size() < rules.least()) {
      return null;
    }
    double[] bys = new double[before.size()];
    double[] ofs = new double[before.size()];
    for (int i = 0; i < bys.length; i++) {
      bys[i] = number(by(pair, before.get(i)));
      ofs[i] = number(shifts.get(before.get(i)).value(pair.of()));
    }
    Fit fit = Fit.of(pair.form(), bys, ofs);
    double expected = fit == null ? Double.NaN : fit.expected(by, pair.form());
    if (fit == null || Double.isNaN(expected)) {
      return null;
    }
    double over = (of - expected) / expected;
    double deviations = over / Math.max(fit.usual(), rules.accuracy());
    boolean disagrees = over > rules.share() && deviations > rules.deviations();
    Instant begin = shifts.get(at).begin();
    return new Residual(pair, begin, of, expected, over, deviations, before.size(), disagrees);
  }

  /** Only those in which both are known are asked. */
  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  private @Nullable Double by(Pair pair, int at) {
    Factor by = pair.by();
    if (by != null) {
      return shifts.get(at).value(by);
    }
    return at == 0 ? null : shifts.get(at - 1).value(pair.of());
  }

  /**
   * Shifts of the same slot before the recent ones, in which both are known: the newest of them.
   */
  private List<Integer> baseline(Pair pair, int at) {
    List<Integer> before = new ArrayList<>();
    int slot = shifts.get(at).slot();
    for (int each = at - rules.recent(); each >= 0 && before.size() < rules.baseline(); each--) {
      ShiftBook shift = shifts.get(each);
      if (shift.begin().isBefore(from)) {
        break;
      }
      if (shift.slot() == slot && shift.value(pair.of()) != null && by(pair, each) != null) {
        before.add(each);
      }
    }
    return before;
  }
}
