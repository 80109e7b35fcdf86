package io.minewatch.validation.check;

import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.reconcile.ShiftBook;
import java.util.ArrayList;
import java.util.List;

/** Each thing by itself against the mean and three standard deviations of its own shifts. */
final class NaiveBooks {
  private static final double DEVIATIONS = 3;

  private NaiveBooks() {}

  /** Of each shift, whether two things were above in so many of the recent ones. */
  static List<Boolean> clues(List<ShiftBook> shifts, ReconcileRules rules) {
    List<Boolean> above = new ArrayList<>();
    List<Boolean> clues = new ArrayList<>();
    for (int at = 0; at < shifts.size(); at++) {
      int many = 0;
      for (Factor factor : Factor.values()) {
        many += isAbove(shifts, at, factor, rules) ? 1 : 0;
      }
      above.add(many > 1);
      long recent =
          above.subList(Math.max(0, at - rules.recent() + 1), at + 1).stream()
              .filter(each -> each)
              .count();
      clues.add(recent >= rules.shifts());
    }
    return clues;
  }

  private static boolean isAbove(
      List<ShiftBook> shifts, int at, Factor factor, ReconcileRules rules) {
    ShiftBook shift = shifts.get(at);
    Double value = shift.values().get(factor);
    int known = 0;
    double sum = 0;
    double squares = 0;
    for (int each = at - rules.recent(); each >= 0 && known < rules.baseline(); each--) {
      Double before = shifts.get(each).values().get(factor);
      if (before != null && shifts.get(each).slot() == shift.slot()) {
        known++;
        sum += before;
        squares += before * before;
      }
    }
    if (value == null || known < rules.least()) {
      return false;
    }
    double mean = sum / known;
    double deviation = Math.sqrt(Math.max(0, squares / known - mean * mean));
    return value > mean + DEVIATIONS * deviation;
  }
}
