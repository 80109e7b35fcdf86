package io.minewatch.alerting.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How the books of a mine stand at one shift.
 *
 * @param residuals of this shift, those that could be judged
 * @param disagreements of this shift and the recent ones before it, enough of them
 * @param stood where people stood that no plan knows, for long enough in enough shifts
 * @param clue whether it is enough for a clue
 */
public record Verdict(
    ShiftBook shift,
    List<Residual> residuals,
    List<Disagreement> disagreements,
    List<Stood> stood,
    boolean clue) {
  /**
   * A pair that disagrees again and again.
   *
   * @param since the first shift of those that follow one another
   * @param shifts how many of the recent ones
   * @param newest the newest residual that is too much
   */
  public record Disagreement(Pair pair, Instant since, int shifts, Residual newest) {
    /** In both languages, with its figures. */
    public String words() {
      return String.format(
          Locale.ROOT,
          "%s %s: %s %s, 预期 expected %s, %+.0f%% (%.1f×), 自 since %s",
          pair.chinese(),
          pair.english(),
          figure(newest.seen()),
          pair.of().unit(),
          figure(newest.expected()),
          100 * newest.over(),
          newest.deviations(),
          since);
    }
  }

  /**
   * People at a place that no plan knows.
   *
   * @param hours of people, in the newest shift with enough of them
   * @param since the first shift of those that follow one another
   * @param shifts how many of the recent ones
   */
  public record Stood(String place, double hours, Instant since, int shifts) {
    /** In both languages, with its figures. */
    public String words() {
      return String.format(
          Locale.ROOT,
          "计划外地点有人停留 people stood where no plan knows a place, %s: %.1f h, 自 since %s",
          place,
          hours,
          since);
    }
  }

  /** As exact as a person reads it. */
  private static String figure(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
  }

  public Verdict {
    residuals = List.copyOf(residuals);
    disagreements = List.copyOf(disagreements);
    stood = List.copyOf(stood);
  }
}
