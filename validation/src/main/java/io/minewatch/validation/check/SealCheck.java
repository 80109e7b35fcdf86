package io.minewatch.validation.check;

import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Seal;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.validation.madeup.SealCourses;
import io.minewatch.validation.madeup.SealCourses.Way;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Mines that work on behind their seal, and mines that keep the stop: made up. */
public final class SealCheck implements Check {
  private static final int HOURS = (int) SealCourses.STOPPED.toHours();
  private static final double HOURS_A_WEEK = 168;
  private static final int NEVER = -1;

  /** Who keeps the stop is looked at every so many hours: twice in a shift. */
  private static final int KEPT_STEP = 4;

  /** Seeds of those that keep it are others than of those that do not. */
  private static final int KEPT_SEED = 1_000;

  private final SealRules rules;
  private final int mines;

  /** With so many mines of each way, by the rules as they are shipped. */
  public SealCheck(SealRules rules, int mines) {
    this.rules = rules;
    this.mines = mines;
  }

  @Override
  public String folder() {
    return "";
  }

  /**
   * How those of one way were found.
   *
   * @param inFirstShift how many of them in the first shift after the stop
   * @param hours to the clue, the mean
   */
  public record Found(int found, int inFirstShift, double hours) {}

  /** Runs mines that work on in one way, looked at by the hour. */
  public Found found(Way way) {
    int found = 0;
    int first = 0;
    long hours = 0;
    for (int mine = 0; mine < mines; mine++) {
      int hour = hour(SealCourses.of(way, mine));
      found += hour == NEVER ? 0 : 1;
      first += hour != NEVER && hour <= SealCourses.SHIFT_HOURS ? 1 : 0;
      hours += Math.max(0, hour);
    }
    return new Found(found, first, found == 0 ? Double.NaN : (double) hours / found);
  }

  private int hour(List<Course> courses) {
    for (int hour = 1; hour <= HOURS; hour++) {
      if (isClue(courses, hour)) {
        return hour;
      }
    }
    return NEVER;
  }

  private boolean isClue(List<Course> courses, int hour) {
    return Seal.isClue(Seal.signs(courses, SealCourses.after(hour), rules), rules);
  }

  /** Which share of the weeks of mines that keep the stop holds a clue. */
  public double falseWeeks() {
    int weeks = 0;
    for (int mine = 0; mine < mines; mine++) {
      List<Course> courses = SealCourses.of(Way.KEPT, KEPT_SEED + mine);
      Set<Integer> clues = new HashSet<>();
      for (int hour = KEPT_STEP; hour <= HOURS; hour += KEPT_STEP) {
        if (isClue(courses, hour)) {
          clues.add((int) (hour / HOURS_A_WEEK));
        }
      }
      weeks += clues.size();
    }
    return weeks / (mines * HOURS / HOURS_A_WEEK);
  }

  @Override
  public Section run(Path recordings) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.alone(
            "weeks of a mine that keeps the stop with a clue", Figure.number(falseWeeks())));
    for (Way way : Way.values()) {
      if (way != Way.KEPT) {
        Found found = found(way);
        String words = way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        figures.add(Figure.alone(words + ": found, of " + mines, "" + found.found()));
        figures.add(Figure.alone(words + ": in the first shift", "" + found.inFirstShift()));
        figures.add(
            Figure.alone(words + ": hours to the clue, mean", Figure.number(found.hours())));
      }
    }
    return new Section(
        "Made-up mines that work behind their seal",
        mines + " mines a way, ten days of stop after a fortnight of work, in quarters of an hour",
        "the rows `seal-…` of rules/platform.yaml as they are shipped",
        "Truth is what was made up, by who made the rules: at night from 20:00 to 08:00, or round"
            + " the clock, each way seen by that alone. Honest mines have people and rides for"
            + " upkeep, a hoist that stands by, rain, pumps at night, trials, sales from the yard.",
        figures);
  }
}
