package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule.Guard;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One course for every kind of judging: a new kind is a row here. */
public final class Courses {
  private Courses() {}

  /** All of them. */
  public static Stream<Course> all() {
    return Stream.of(gas(), lines(), GroundCourses.all(), PeopleCourses.all())
        .flatMap(each -> each);
  }

  private static Stream<Course> gas() {
    return Stream.of(
        limit(),
        change(),
        trend(),
        lost(),
        flat(),
        plausible(),
        chatter(),
        feed(),
        compound(),
        reported());
  }

  private static Course limit() {
    return Course.of("limit", Plans.methane(1, 20, 30))
        .says(0, "T0", 1.2)
        .says(10, "T0", 1.2)
        .cut()
        .says(20, "T0", 1.2)
        .says(30, 60, 10, "T0", second -> 1.6)
        .says(60, 100, 10, "T0", second -> 0.4)
        .says(100, 130, 10, "T0", second -> 1.2)
        .says(130, "T0", Double.NaN, Quality.SENSOR_FAULT)
        .says(140, "T0", 1.2)
        .finds(300, "r", OPENED, RAISED, CLEARED, OPENED, BLIND, SEEN, BLIND);
  }

  private static Course change() {
    return Course.of("change", Early.methane(1, 1, Early.CHANGE))
        .says(0, 600, 10, "T0", second -> 0.3)
        .says(600, 640, 10, "T0", second -> 0.7)
        .cut()
        .says(640, 660, 10, "T0", second -> 0.7)
        .says(660, 900, 10, "T0", second -> 0.3)
        .finds(910, "change", OPENED, CLEARED);
  }

  private static Course trend() {
    return Course.of("trend", Early.methane(1, 1, Early.TREND))
        .says(0, 1_000, 10, "T0", second -> 0.2 + 0.0005 * second)
        .cut()
        .says(1_000, 1_400, 10, "T0", second -> 0.2 + 0.0005 * second)
        .says(1_400, 2_400, 10, "T0", second -> 0.9)
        .finds(2_410, "trend", OPENED, CLEARED);
  }

  private static Course lost() {
    return Course.of("lost while rising", Early.methane(1, 1, Early.CHANGE, Early.LOST))
        .says(0, "T0", 0.8)
        .cut()
        .says(10, "T0", 0.8)
        .says(200, 260, 10, "T0", second -> 0.8)
        .finds(270, "lost", OPENED, CLEARED);
  }

  private static Course flat() {
    Plan early = Early.methane(1, 2, Early.FLAT);
    List<PointPlan> points =
        early.points().stream()
            .map(point -> Early.told(point, Sensor.Reporting.PERIODIC, 0.02))
            .toList();
    Course.Writer course =
        Course.of("flat", Plans.plan(1, points, List.of(Plans.rule("r", 0, 0), Early.FLAT)));
    for (int second = 0; second < 2_400; second += 10) {
      course.says(second, "T0", 0.31).says(second, "T1", second % 20 == 0 ? 0.4 : 0.3);
      if (second == 1_200) {
        course.cut();
      }
    }
    return course.says(2_400, "T0", 0.35).finds(2_410, "flat", OPENED, CLEARED);
  }

  private static Course plausible() {
    Plan plan = MaintenanceTest.gated(Measure.WATER_LEVEL, Guard.BOTH_WAYS);
    return Course.of("plausible", plan)
        .says(0, 300, 10, "P", second -> 0.5)
        .says(300, "P", 5.0)
        .cut()
        .says(310, 400, 10, "P", second -> 0.5)
        .finds(410, "gate", OPENED, CLEARED);
  }

  private static Course chatter() {
    return Course.of("chatter", Early.methane(1, 1, Early.CHATTER))
        .says(0, 120, 10, "T0", second -> second % 60 == 0 ? 1.2 : 0.5)
        .cut()
        .says(120, 180, 10, "T0", second -> second % 60 == 0 ? 1.2 : 0.5)
        .says(180, 1_100, 10, "T0", second -> 0.5)
        .finds(1_110, "chatter", OPENED, CLEARED);
  }

  private static Course feed() {
    return Course.of("interlock", InterlockWatchTest.plan(1, InterlockRule.Type.FEED_LIVE))
        .says(0, "A", 1)
        .says(0, "T", 0.4)
        .says(40, "A", 1)
        .says(40, "T", 1.5)
        .cut()
        .says(50, "A", 1)
        .says(50, "T", 1.6)
        .says(90, "A", 0)
        .says(90, 140, 10, "T", second -> 1.6)
        .says(140, "A", 0)
        .finds(150, "lock", OPENED, CLEARED);
  }

  private static Course compound() {
    CompoundRule own =
        new CompoundRule(
            "own",
            "综合",
            "own",
            "heading",
            new ZoneId("face"),
            List.of(
                new Operand("alarm", new PointId("T0"), "r"),
                new Operand("fan", new PointId("FAN"), "")),
            "alarm && !fan",
            Severity.ORANGE,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Plans.SOURCE);
    Plan plan =
        Plans.plan(
            1,
            List.of(Plans.point("T0", Measure.METHANE, "r"), Plans.point("FAN", Measure.SWITCH)),
            List.of(Plans.rule("r", 0, 0), own));
    return Course.of("compound", plan)
        .says(0, "FAN", 0)
        .says(1, "T0", 1.2)
        .cut()
        .says(10, "T0", 1.2)
        .says(15, "FAN", 0)
        .says(30, "T0", 0.4)
        .says(40, "FAN", 0)
        .says(51, "T0", 0.4)
        .finds(60, "own", OPENED, CLEARED);
  }

  private static Course reported() {
    OwnAlarmRule rule =
        new OwnAlarmRule("own", OwnAlarm.Kind.OVER_LIMIT, "自报", "own", Severity.BLUE, Plans.SOURCE);
    Plan plan =
        Plans.plan(
            1,
            List.of(Plans.point("T0", Measure.METHANE, "r")),
            List.of(Plans.rule("r", 0, 0), rule));
    return Course.of("reported", plan)
        .says(0, "T0", 0.4)
        .add(raised(10, null))
        .cut()
        .add(raised(20, null))
        .add(raised(40, Bench.instant(35)))
        .finds(50, "own", OPENED, CLEARED);
  }

  private static Course.Raised raised(int second, @Nullable Instant over) {
    Subject gas = Subject.of(new PointId("T0"));
    OwnAlarm alarm =
        new OwnAlarm(
            OwnAlarm.Kind.OVER_LIMIT, gas, null, Bench.instant(5), over, Map.of("max", "1.3"));
    return new Course.Raised(second, "gw", new OwnAlarms(List.of(alarm)));
  }

  /** Course through gateways: what is cut off is told at its root. */
  private static Stream<Course> lines() {
    Plan plan = CutOffMine.plan(1);
    return Stream.of(network(plan), substation(plan), line(plan), missing(plan), unseen(plan));
  }

  private static Course network(Plan plan) {
    return Course.of("network", plan)
        .says(0, "gw-1", "A1", "A2", "B1")
        .says(0, "gw-2", "C1")
        .cut()
        .says(5, "gw-1", "A1", "A2", "B1")
        .add(new Course.State(10, "gw-1", GatewayStatus.State.CUT))
        .says(20, "gw-2", "C1")
        .says(60, "gw-2", "C1")
        .says(91, "gw-1", "A1", "A2", "B1")
        .says(91, "gw-2", "C1")
        .finds(100, "o-NETWORK", OPENED, CLEARED);
  }

  private static Course substation(Plan plan) {
    Course.Writer course = Course.of("substation", plan).says(0, "gw-1", "A1", "A2", "B1");
    course.cut().says(2, "gw-1", "A1", "A2", "B1");
    for (int second = 10; second <= 90; second += 10) {
      course.says(second, "gw-1", "B1").says(second, "gw-2", "C1");
    }
    return course.says(100, "gw-1", "A1", "A2", "B1").finds(110, "o-SUBSTATION", OPENED, CLEARED);
  }

  private static Course line(Plan plan) {
    Course.Writer course = Course.of("line", plan).says(0, "gw-1", "A1", "A2", "B1");
    course.cut().says(2, "gw-1", "A1", "A2", "B1");
    for (int second = 10; second <= 90; second += 10) {
      course.says(second, "gw-1", "A2", "B1").says(second, "gw-2", "C1");
    }
    return course.says(100, "gw-1", "A1", "A2", "B1").finds(110, "o-LINE", OPENED, CLEARED);
  }

  private static Course missing(Plan plan) {
    Course.Writer course = Course.of("missing", plan);
    for (int second = 0; second <= 700; second += 10) {
      course.says(second, "gw-1", "A1", "A2", "B1");
      if (second == 300) {
        course.cut();
      }
    }
    return course.says(710, "gw-2", "C1").finds(720, "o-MISSING", OPENED, CLEARED);
  }

  private static Course unseen(Plan plan) {
    Course.Writer course = Course.of("unseen", plan);
    for (int second = 0; second <= 2_000; second += 10) {
      course.says(second, "gw-1", "A2", "B1").says(second, "gw-2", "C1");
      if (second < 10 || second > 1_900) {
        course.says(second, "gw-1", "A1");
      } else {
        course.says(second, "A1", 0.3, Quality.CALIBRATION);
      }
      if (second == 900) {
        course.cut();
      }
    }
    return course.finds(2_010, "o-UNSEEN", OPENED, CLEARED);
  }
}
