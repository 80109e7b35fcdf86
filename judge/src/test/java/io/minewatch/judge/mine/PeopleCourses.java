package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.PeopleRule.Named;
import io.minewatch.domain.plan.PeopleRule.Numbers;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Courses of people: each question, and a withdrawal. */
final class PeopleCourses {
  private static final int HOUR = 3_600;
  private static final String[] TOUR = {"shaft", "haulage", "face", "return", "face", "haulage"};

  private PeopleCourses() {}

  static Stream<Course> all() {
    return Stream.of(
        crowd(Asks.CROWDED, 100, MineStatus.WORKING),
        crowd(Asks.CROWDED_WORKPLACE, 100, MineStatus.WORKING),
        crowd(Asks.IDLE_MINE, 10, MineStatus.SUSPENDED),
        crowd(Asks.MINE_FULL, 10, MineStatus.WORKING),
        unknownPlace(),
        noLeader(),
        overtime(),
        restricted(),
        distress(),
        silent(),
        twoPlaces(),
        twoCards(),
        parked(),
        withdrawal());
  }

  private static String id(Asks asks) {
    return "r-" + asks.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static PeopleRule card(Asks asks, double limit, double tolerance, int within) {
    Numbers numbers = new Numbers(limit, tolerance, Duration.ofSeconds(within), 3);
    return Pit.rule(asks, numbers, 0, 60, Named.NOBODY);
  }

  /** Eleven are where ten may be, and after three minutes one leaves. */
  private static Course crowd(Asks asks, double limit, MineStatus status) {
    Plan plan = Pit.plan(1, status, Pit.rule(asks, limit, 60, 60));
    Course.Writer course = Course.of(asks.name(), plan);
    for (int second = 10; second < 400; second += 30) {
      course.crowd(second, second < 180 ? 11 : 10, "face");
      if (second >= 180) {
        course.sees(second + 1, Pit.fix(second + 1, "p-11", "surface"));
      }
      if (second == 40) {
        course.cut();
      }
    }
    return course.finds(400, id(asks), OPENED, CLEARED);
  }

  private static Course unknownPlace() {
    return Course.of("UNKNOWN_PLACE", Pit.plan(Pit.rule(Asks.UNKNOWN_PLACE, 0, 60, 0)))
        .sees(10, Pit.fix(10, "a", "gone"), Pit.fix(10, "b", "gone"))
        .cut()
        .sees(40, Pit.fix(40, "a", "gone"), Pit.fix(40, "b", "gone"))
        .sees(80, Pit.fix(80, "a", "face"), Pit.fix(80, "b", "surface"))
        .finds(90, id(Asks.UNKNOWN_PLACE), OPENED, CLEARED);
  }

  private static Course noLeader() {
    Course.Writer course =
        Course.of("NO_LEADER", Pit.plan(Pit.rule(Asks.NO_LEADER, 1, 300, 0)))
            .sees(10, Pit.fix(10, "leader-1", "shaft"));
    for (int second = 20; second < 700; second += 30) {
      course.crowd(second, 2, "face");
      if (second == 110) {
        course.sees(second, Pit.fix(second, "leader-1", "surface")).cut();
      }
    }
    return course
        .sees(700, Pit.fix(700, "leader-2", "shaft"))
        .finds(710, id(Asks.NO_LEADER), OPENED, CLEARED);
  }

  private static Course overtime() {
    Course.Writer course = Course.of("OVERTIME", Pit.plan(Pit.rule(Asks.OVERTIME, 1, 0, 0)));
    for (int second = 10; second < HOUR + 200; second += 30) {
      course.sees(second, Pit.fix(second, "a", second == 10 ? "shaft" : "face"));
      if (second == 1_810) {
        course.cut();
      }
    }
    return course
        .sees(HOUR + 200, Pit.fix(HOUR + 200, "a", "surface"))
        .finds(HOUR + 300, id(Asks.OVERTIME), OPENED, CLEARED);
  }

  private static Course restricted() {
    Named keeper =
        new Named(
            List.of(),
            List.of(new PeopleRule.Allowed(new ZoneId("store"), List.of(new CardId("keeper")))));
    PeopleRule rule =
        Pit.rule(Asks.RESTRICTED, new Numbers(0, 0, Duration.ZERO, 3), 30, 30, keeper);
    return Course.of("RESTRICTED", Pit.plan(rule))
        .sees(10, Pit.fix(10, "keeper", "store"), Pit.fix(10, "thief", "store"))
        .cut()
        .sees(25, Pit.fix(25, "thief", "store"))
        .sees(40, Pit.fix(40, "thief", "store"))
        .sees(60, Pit.fix(60, "thief", "surface"))
        .finds(70, id(Asks.RESTRICTED), OPENED, CLEARED);
  }

  private static Course distress() {
    return Course.of("DISTRESS", Pit.plan(Pit.rule(Asks.DISTRESS, 0, 0, 60)))
        .sees(10, Pit.fix(10, "a", "face"))
        .sees(40, Pit.distress(40, "a", "face"))
        .cut()
        .sees(70, Pit.fix(70, "a", "face"))
        .sees(100, Pit.fix(100, "a", "face"))
        .sees(130, Pit.fix(130, "a", "face"))
        .finds(140, id(Asks.DISTRESS), OPENED, CLEARED);
  }

  /** Two are in; one is heard no more, then again. */
  private static Course silent() {
    Course.Writer course = Course.of("SILENT", Pit.plan(Pit.rule(Asks.SILENT, 0, 60, 30)));
    for (int second = 10; second < 400; second += 30) {
      course.sees(second, Pit.fix(second, "b", "face"));
      if (second < 70 || second > 280) {
        course.sees(second + 1, Pit.fix(second + 1, "a", "face"));
      }
      if (second == 10) {
        course.cut();
      }
    }
    return course.finds(400, id(Asks.SILENT), OPENED, CLEARED);
  }

  private static Course twoPlaces() {
    Course.Writer course =
        Course.of("TWO_PLACES", Pit.plan(card(Asks.TWO_PLACES, 3, 20, 600)))
            .sees(10, Pit.fix(10, "a", "shaft"))
            .sees(29, Pit.fix(29, "a", "face"))
            .sees(48, Pit.fix(48, "a", "shaft"))
            .cut();
    for (int second = 67; second <= 760; second += 30) {
      course.sees(second, Pit.fix(second, "a", "face"));
    }
    return course.finds(800, id(Asks.TWO_PLACES), OPENED, CLEARED);
  }

  private static Course twoCards() {
    Course.Writer course = Course.of("TWO_CARDS", Pit.plan(card(Asks.TWO_CARDS, 4, 3, HOUR)));
    for (int second = 10; second < 8 * 600; second += 30) {
      String zone = TOUR[second / 600 % TOUR.length];
      course.sees(
          second,
          Pit.fix(second, "a", zone, zone + "-st", 20),
          Pit.fix(second, "b", zone, zone + "-st", 21.5));
      if (second == 2_410) {
        course.cut();
      }
    }
    return course.finds(8 * 600, id(Asks.TWO_CARDS), OPENED);
  }

  private static Course parked() {
    Course.Writer course = Course.of("PARKED", Pit.plan(card(Asks.PARKED, 50, 3, HOUR)));
    for (int second = 10; second <= HOUR + 10; second += 30) {
      double moves = second / 30 % 40;
      course.sees(
          second,
          Pit.fix(second, "nail", "face", "st", 20 + second / 30 % 3),
          Pit.fix(second, "p1", "face", "st", moves),
          Pit.fix(second, "p2", "face", "st", -moves));
      if (second == 1_810) {
        course.cut();
      }
    }
    return course
        .sees(HOUR + 80, Pit.fix(HOUR + 80, "nail", "face", "st", 30))
        .sees(HOUR + 140, Pit.fix(HOUR + 140, "nail", "face", "st", 34))
        .finds(HOUR + 150, id(Asks.PARKED), OPENED, CLEARED);
  }

  private static Course withdrawal() {
    Order order =
        new Order(
            new OrderId("o1"),
            "i1",
            Grade.SURFACE,
            Reason.HARMFUL_GAS,
            List.of(new ZoneId("face")),
            "撤人",
            false,
            Bench.instant(0),
            Bench.instant(30));
    return Course.of("withdrawal", Pit.plan(Pit.rule(Asks.DISTRESS, 0, 0, 60)))
        .crowd(10, 3, "face")
        .add(new Course.Ordered(30, new OrderBook(Plans.MINE, 1, List.of(order))))
        .crowd(40, 1, "surface")
        .cut()
        .crowd(70, 3, "surface")
        .finds(100, id(Asks.DISTRESS));
  }
}
