package io.minewatch.judge.reported;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Reported;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of the mine's own systems as findings of their own, one for each begin. They open and end
 * by the word of those systems alone; nothing of ours is changed by them. What was over before we
 * heard of it, or comes in the backfill lane, is a past fact; but a call for help that was over by
 * then is told live, for somebody pressed.
 *
 * <p>Late, missing, double: an alarm is told again and again while it stands, and changes nothing;
 * that it is not told any more does not end it; one that ended is not opened by an older file. The
 * end that is told late ends it all the same: what ended does not begin again under its begin.
 *
 * <p>Room is always made: what is over goes first, then what was untold for longest, which turns
 * blind, and a call for help only when there is nothing else.
 */
public final class ReportedWatch implements Watch {
  /** Alarms that are remembered. */
  public static final int MOST = 5_000;

  /** So long what does not stand is remembered after it was last told; milliseconds. */
  private static final long REMEMBERED = 86_400_000L;

  /** A call for help that was over for longer when we heard of it is a past fact; milliseconds. */
  private static final long STILL_CALLS = 86_400_000L;

  /** What goes first when there is no room. */
  private static final Comparator<Course> GOES_FIRST =
      Comparator.comparing(Course::stands)
          .thenComparing(Course::callsForHelp)
          .thenComparingLong(course -> course.received)
          .thenComparing(course -> course.key);

  private final Map<OwnAlarm.Kind, OwnAlarmRule> rules = new EnumMap<>(OwnAlarm.Kind.class);

  /** By kind, subject and begin. */
  private final TreeMap<String, Course> all = new TreeMap<>();

  /** When what does not stand was last looked through, so that it is once a message; our time. */
  private long agedAt = Long.MIN_VALUE;

  private ReportedWatch(List<OwnAlarmRule> of) {
    of.forEach(rule -> rules.put(rule.of(), rule));
  }

  /** Null for a plan without such a rule. */
  public static @Nullable Watch of(Plan plan) {
    List<OwnAlarmRule> rules = plan.rulesOf(OwnAlarmRule.class);
    return rules.isEmpty() ? null : new ReportedWatch(rules);
  }

  @Override
  public String name() {
    return "reported";
  }

  @Override
  public boolean onReported(Reported reported, Told told) {
    OwnAlarm alarm = reported.alarm();
    OwnAlarmRule rule = rules.get(alarm.kind());
    if (rule == null) {
      return false;
    }
    age(told.now());
    String key = Course.key(alarm.kind(), alarm.subject(), alarm.begin().toEpochMilli());
    Course known = all.get(key);
    if (known == null) {
      makeRoom(told);
      known = new Course(alarm, reported.about(), rule.severity(), Course.Stage.ENDED);
      all.put(key, known);
      known.received = told.now();
      begins(known, reported, told);
    } else {
      known.received = told.now();
      goesOn(known, reported, told);
    }
    return true;
  }

  private void begins(Course course, Reported reported, Told told) {
    Instant end = reported.alarm().end();
    boolean pastLane = reported.lane() == Lane.BACKFILL;
    if (end == null) {
      course.stage = pastLane ? Course.Stage.PAST : Course.Stage.STANDS;
      tell(course, FindingKind.OPENED, course.begin, reported.lane(), reported, told);
      return;
    }
    long over = end.toEpochMilli();
    boolean calls = !pastLane && course.callsForHelp() && reported.received() - over <= STILL_CALLS;
    Lane lane = calls ? Lane.LIVE : Lane.BACKFILL;
    tell(course, FindingKind.OPENED, course.begin, lane, reported, told);
    tell(course, FindingKind.CLEARED, over, lane, reported, told);
  }

  private void goesOn(Course course, Reported reported, Told told) {
    Instant end = reported.alarm().end();
    if (course.stage == Course.Stage.ENDED) {
      return;
    }
    if (end != null) {
      Lane lane = course.stands() ? Lane.LIVE : Lane.BACKFILL;
      course.stage = Course.Stage.ENDED;
      tell(course, FindingKind.CLEARED, end.toEpochMilli(), lane, reported, told);
    } else if (course.stage == Course.Stage.PAST && reported.lane() == Lane.LIVE) {
      course.stage = Course.Stage.STANDS;
      tell(course, FindingKind.OPENED, course.begin, Lane.LIVE, reported, told);
    }
  }

  private void age(long now) {
    if (now != agedAt) {
      agedAt = now;
      all.values().removeIf(course -> !course.stands() && now - course.received > REMEMBERED);
    }
  }

  private void makeRoom(Told told) {
    if (all.size() >= MOST) {
      Course goes = Collections.min(all.values(), GOES_FIRST);
      all.remove(goes.key);
      lose(goes, told);
    }
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    for (Course course : all.values()) {
      OwnAlarmRule rule = rules.get(course.kind);
      if (rule != null && course.stands()) {
        open.accept(rule.id(), course.about.subject());
      }
    }
  }

  @Override
  public void pass(Tape tape) {
    List<Course> passed = tape.list(all.values(), course -> course.record(tape), Course::play);
    if (tape.isPlaying()) {
      all.clear();
      passed.forEach(course -> all.put(course.key, course));
    }
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof ReportedWatch older) {
      older.all.forEach(
          (key, course) -> {
            OwnAlarmRule rule = rules.get(course.kind);
            OwnAlarmRule was = older.rules.get(course.kind);
            if (rule != null && was != null && rule.id().equals(was.id())) {
              all.put(key, course);
            } else {
              older.lose(course, told);
            }
          });
    }
  }

  @Override
  public void end(Told told) {
    all.values().forEach(course -> lose(course, told));
  }

  /**
   * What stands and is not watched any more: a person closes it. It gets no worse by that, so that
   * what called nobody calls nobody.
   */
  private void lose(Course course, Told told) {
    if (course.stands()) {
      Instant begin = Instant.ofEpochMilli(course.begin);
      OwnAlarm last =
          new OwnAlarm(course.kind, course.about.subject(), null, begin, null, Map.of());
      Reported as = new Reported(last, course.about, Lane.LIVE, course.received, 0);
      tell(course, FindingKind.BLIND, course.begin, Lane.LIVE, as, told);
    }
  }

  private void tell(
      Course course, FindingKind kind, long measured, Lane lane, Reported reported, Told told) {
    OwnAlarmRule rule = rules.get(course.kind);
    if (rule == null) {
      return;
    }
    About about = course.about;
    Instant began = Instant.ofEpochMilli(course.begin);
    Map<String, String> detail = new TreeMap<>(reported.alarm().detail());
    detail.put(Finding.REPORTED, course.kind.name());
    Finding finding =
        new Finding(
                FindingIds.of(told.mine(), about.subject().toString(), rule.id(), began),
                kind == FindingKind.OPENED ? 0 : 1,
                kind,
                told.mine(),
                about.subject(),
                about.zone(),
                about.measure(),
                about.unit(),
                Check.REPORTED,
                rule.id(),
                course.severity,
                began,
                Instant.ofEpochMilli(measured),
                Instant.ofEpochMilli(reported.received()),
                Instant.ofEpochMilli(told.now()),
                null,
                Quality.GOOD,
                0,
                0,
                began,
                told.planVersion(),
                detail)
            .byClock(reported.ahead());
    told.tell(lane == Lane.LIVE ? finding : finding.asPast());
  }
}
