package io.minewatch.alerting.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.seal.SealCourses.Way;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By the numbers as they are shipped: how many who work on are found, how many who do not. */
class SealMeasuredTest {
  /** Of each way; by command more. */
  private static final int MINES = Integer.getInteger("minewatch.seal-mines", 6);

  private static final int HOURS = (int) SealCourses.STOPPED.toHours();
  private static final double HOURS_A_WEEK = 168;
  private static final int NEVER = -1;

  /** Who keeps the stop is looked at every so many hours: twice in a shift. */
  private static final int KEPT_STEP = 4;

  private static final SealRules RULES =
      RulePackLoader.load(Path.of("../rules")).inspection().seal();

  /** Hours after the stop until there is a clue, looked at by the hour. */
  private static int found(List<Course> courses) {
    for (int hour = 1; hour <= HOURS; hour++) {
      if (Seal.isClue(Seal.signs(courses, SealCourses.after(hour), RULES), RULES)) {
        return hour;
      }
    }
    return NEVER;
  }

  @Test
  void whoWorksOnIsFoundInWhicheverWay() {
    for (Way way : Way.values()) {
      if (way != Way.KEPT) {
        int found = 0;
        int inFirstShift = 0;
        long hours = 0;
        for (int mine = 0; mine < MINES; mine++) {
          int hour = found(SealCourses.of(way, mine));
          found += hour == NEVER ? 0 : 1;
          inFirstShift += hour != NEVER && hour <= SealCourses.SHIFT_HOURS ? 1 : 0;
          hours += Math.max(0, hour);
        }
        System.out.printf(
            "seal, generated: %s found %d of %d, %d in the first shift, after %.1f h%n",
            way, found, MINES, inFirstShift, (double) hours / Math.max(1, found));
        assertThat(found).as(way.name()).isGreaterThanOrEqualTo(MINES * 9 / 10);
      }
    }
  }

  @Test
  void whoKeepsTheStopRaisesFewerThanAClueInAMineWeek() {
    int weeks = 0;
    Set<Sign.Kind> kinds = new HashSet<>();
    for (int mine = 0; mine < MINES; mine++) {
      List<Course> courses = SealCourses.of(Way.KEPT, 1_000 + mine);
      Set<Integer> clues = new HashSet<>();
      for (int hour = KEPT_STEP; hour <= HOURS; hour += KEPT_STEP) {
        List<Sign> signs = Seal.signs(courses, SealCourses.after(hour), RULES);
        if (Seal.isClue(signs, RULES)) {
          clues.add((int) (hour / HOURS_A_WEEK));
          signs.forEach(each -> kinds.add(each.kind()));
        }
      }
      weeks += clues.size();
    }
    double rate = weeks / (MINES * HOURS / HOURS_A_WEEK);
    System.out.printf(
        "seal, generated: %.4f false clues a mine-week of %d mines, %s%n", rate, MINES, kinds);
    assertThat(rate).isLessThan(1);
  }
}
