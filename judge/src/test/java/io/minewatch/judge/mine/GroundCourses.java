package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.VelocityRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Courses of slopes, water and tailings ponds. */
final class GroundCourses {
  private static final int DAY = 86_400;

  private GroundCourses() {}

  static Stream<Course> all() {
    return Stream.of(slope(), velocity(), appraisal(), drainage(), sump(), rain(), pond());
  }

  /** Steady at 1 mm a day, then six times as fast, then still. */
  private static double millimetres(int second) {
    double day = second / (double) DAY;
    return day + 5 * Math.max(0, Math.min(day, 50) - 30) - Math.max(0, day - 50);
  }

  private static Course slope() {
    return Course.of("slope", SlopeWatchTest.plan(1, 1.0))
        .says(0, 33 * DAY, DAY, "GP-01", GroundCourses::millimetres)
        .cut()
        .says(33 * DAY, 80 * DAY, DAY, "GP-01", GroundCourses::millimetres)
        .finds(80 * DAY, "slope", OPENED, RAISED, RAISED, CLEARED);
  }

  private static Course velocity() {
    VelocityRule appraised =
        new VelocityRule(
            "appraised",
            "鉴定",
            "appraised",
            List.of(
                new VelocityRule.Step(3, Severity.YELLOW), new VelocityRule.Step(9, Severity.RED)),
            Duration.ofDays(2),
            Plans.SOURCE);
    return Course.of("velocity", SlopeWatchTest.plan(1, 1_000.0, appraised))
        .says(0, 33 * DAY, DAY, "GP-01", GroundCourses::millimetres)
        .cut()
        .says(33 * DAY, 80 * DAY, DAY, "GP-01", GroundCourses::millimetres)
        .finds(80 * DAY, "appraised", OPENED, CLEARED);
  }

  private static Course appraisal() {
    Instant appraised = Bench.instant(0).minus(Duration.ofDays(180));
    return Course.of("appraisal", SlopeWatchTest.plan(1, 1.0, SlopeWatchTest.appraisal(appraised)))
        .says(0, DAY, DAY / 4, "GP-01", GroundCourses::millimetres)
        .cut()
        .says(DAY, 4 * DAY, DAY / 4, "GP-01", GroundCourses::millimetres)
        .finds(4 * DAY, "appraisal", OPENED);
  }

  private static Course drainage() {
    return Course.of("drainage", WaterMine.plan(1, WaterMine.drain()))
        .says(0, "P1", 1)
        .says(0, "P2", 0)
        .says(0, "P3", 1)
        .says(0, "Q", 300)
        .says(10, "Q", 300)
        .cut()
        .says(20, 40, 10, "Q", second -> 300)
        .says(40, 60, 10, "Q", second -> 520)
        .says(60, 110, 10, "Q", second -> 100)
        .finds(300, "drain", OPENED, RAISED, CLEARED);
  }

  private static Course sump() {
    return Course.of("sump", WaterMine.plan(1, WaterMine.sump()))
        .says(0, 300, 10, "L", second -> 2 + 0.8 * (second - 600) / 3_600)
        .cut()
        .says(300, 700, 10, "L", second -> 2 + 0.8 * (second - 600) / 3_600)
        .says(700, 2_000, 10, "L", second -> 2 - 0.8 * (second - 700) / 3_600)
        .finds(2_010, "sump", OPENED, CLEARED);
  }

  private static Course rain() {
    RainRule rule = WaterMine.rain(RainRule.Report.AMOUNT);
    return Course.of("rain", WaterMine.plan(1, rule))
        .says(0, 1_800, 60, "R", second -> 1)
        .cut()
        .says(1_800, 3_600, 60, "R", second -> 1)
        .finds(4_000, "rain", OPENED, BLIND);
  }

  private static Course pond() {
    Course.Writer course = Course.of("pond", WaterMine.plan(1, WaterMine.pond()));
    for (int second = 0; second < 100; second += 10) {
      double metres = second < 30 ? 140 : 160;
      for (String point : List.of("B1", "B2", "B3", "B4")) {
        course.says(second, point, metres);
      }
      if (second == 10) {
        course.cut();
      }
    }
    return course.finds(
        110, "pond", OPENED, OPENED, OPENED, OPENED, OPENED, CLEARED, CLEARED, CLEARED, CLEARED,
        CLEARED);
  }
}
