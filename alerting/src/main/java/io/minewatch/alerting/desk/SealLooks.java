package io.minewatch.alerting.desk;

import io.minewatch.alerting.desk.SealDesk.Heard;
import io.minewatch.alerting.desk.SealDesk.Look;
import io.minewatch.alerting.desk.SealTimes.Shift;
import io.minewatch.alerting.fourline.MinePlace;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Seal;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.Sign;
import io.minewatch.alerting.seal.Stopped;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a mine stood behind its seal, shift by shift. Changes nothing. */
final class SealLooks {
  /** How far back before the stop is compared with. */
  static final Duration WORKED = Duration.ofDays(14);

  /** How far back shifts are looked at, and what was at rest since the stop. */
  static final Duration REST = Duration.ofDays(30);

  private final Store store;
  private final SealRules rules;

  SealLooks(Store store, SealRules rules) {
    this.store = store;
    this.rules = rules;
  }

  /** The shifts of a stop in which these instants lie, and all between, the newest first. */
  List<Look> of(MineEntry mine, Instant from, Instant to, Instant now) {
    ShiftPlan shifts = mine.plan().shifts();
    ZoneId zone = MinePlace.zone(shifts);
    List<Version> told = SealTimes.told(store, mine.plan().mine().value());
    Instant first = later(from, now.minus(REST));
    Map<Instant, List<Course>> courses = new HashMap<>(); // by the begin of the stop
    List<Look> looks = new ArrayList<>();
    Instant begin = shift(shifts, zone, now);
    Instant end = now;
    while (end.isAfter(first)) {
      SealTimes times =
          begin.isAfter(to) ? null : SealTimes.of(told, mine, new Shift(begin, end), zone);
      if (times != null) {
        Stopped stopped =
            new Stopped(times.since(), begin, times.until(), zone, SealDesk.WINDOW, times.worked());
        List<Course> seen =
            courses.computeIfAbsent(
                times.since(), any -> courses(mine.plan().mine().value(), times, now));
        looks.add(look(times, stopped, seen));
      }
      end = begin;
      begin = shift(shifts, zone, begin.minusMillis(1));
    }
    return looks;
  }

  private Look look(SealTimes times, Stopped stopped, List<Course> courses) {
    List<Sign> signs = Seal.signs(courses, stopped, rules);
    List<Heard> heard = new ArrayList<>();
    for (Course each : courses) {
      int windows = each.values().subMap(stopped.shift(), stopped.now()).size();
      heard.add(new Heard(each.watched(), each.point(), windows, each.values().lastKey()));
    }
    boolean clue = Seal.isClue(signs, rules);
    return new Look(
        times.status(), stopped.since(), stopped.shift(), stopped.now(), signs, clue, heard);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What was before the stop, and what has been since, the newest of it. */
  private List<Course> courses(String mine, SealTimes times, Instant now) {
    Stopped.Worked worked = times.worked();
    List<Course> courses = new ArrayList<>();
    if (worked != null) {
      Instant from = later(worked.from(), worked.to().minus(WORKED));
      courses.addAll(store.seals().courses(mine, from, worked.to()));
    }
    Instant rest = later(times.since(), now.minus(REST));
    courses.addAll(store.seals().courses(mine, rest, now));
    return Course.joined(courses);
  }

  /** The begin of the shift in which now lies. */
  private static Instant shift(ShiftPlan shifts, ZoneId zone, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    Instant begun = Instant.MIN;
    for (LocalDate each : List.of(day.minusDays(1), day)) {
      for (LocalTime begin : shifts.begins()) {
        Instant at = each.atTime(begin).atZone(zone).toInstant();
        begun = at.isAfter(now) ? begun : at;
      }
    }
    return begun;
  }
}
