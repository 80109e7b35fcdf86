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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of the mine's own systems as findings of their own. They open and end by the word of those
 * systems alone; nothing of ours is changed by them. What was over before we heard of it, or comes
 * in the backfill lane, is a past fact.
 *
 * <p>Late, missing, double: an alarm is told again and again while it stands, and changes nothing;
 * that it is not told any more does not end it; one that ended is not opened by an older file. The
 * end that is told late ends it all the same: what ended does not begin again under its begin.
 */
public final class ReportedWatch implements Watch {
  /** Kinds of alarm of subjects that are remembered; of one more nothing is told but that. */
  public static final int MOST = 5_000;

  /** So long what does not stand is remembered; our time, milliseconds. */
  private static final long REMEMBERED = 86_400_000L;

  private final Map<OwnAlarm.Kind, OwnAlarmRule> rules = new EnumMap<>(OwnAlarm.Kind.class);

  /** By kind and subject. */
  private final TreeMap<String, Course> all = new TreeMap<>();

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
    Course course = rule == null ? null : course(alarm, told.now());
    if (rule == null || course == null) {
      return false;
    }
    course.received = told.now();
    long begin = alarm.begin().toEpochMilli();
    Teller teller = new Teller(reported, rule, told);
    if (alarm.end() == null) {
      stands(course, begin, teller);
    } else {
      ends(course, begin, alarm.end(), teller);
    }
    return true;
  }

  private @Nullable Course course(OwnAlarm alarm, long now) {
    String key = alarm.kind() + "\n" + alarm.subject();
    Course known = all.get(key);
    if (known == null && all.size() >= MOST) {
      all.values().removeIf(course -> !course.isOpen() && now - course.received > REMEMBERED);
    }
    if (known == null && all.size() < MOST) {
      known = new Course();
      all.put(key, known);
    }
    return known;
  }

  private static void stands(Course course, long begin, Teller teller) {
    if (course.standing.contains(begin) || course.ended.contains(begin)) {
      return;
    }
    if (teller.reported().lane() == Lane.BACKFILL) {
      if (!course.past.contains(begin)) {
        Course.note(course.past, begin);
        teller.tell(FindingKind.OPENED, begin, begin, Lane.BACKFILL);
      }
      return;
    }
    if (!course.isOpen()) {
      course.onset = begin;
      teller.tell(FindingKind.OPENED, begin, begin, Lane.LIVE);
    }
    Course.note(course.standing, begin);
  }

  private static void ends(Course course, long begin, Instant at, Teller teller) {
    if (course.ended.contains(begin)) {
      return;
    }
    Course.note(course.ended, begin);
    long end = at.toEpochMilli();
    boolean toldPast = course.past.remove((Long) begin);
    if (course.standing.remove((Long) begin)) {
      if (!course.isOpen()) {
        teller.tell(FindingKind.CLEARED, course.onset, end, Lane.LIVE);
      }
    } else {
      if (!toldPast) {
        teller.tell(FindingKind.OPENED, begin, begin, Lane.BACKFILL);
      }
      teller.tell(FindingKind.CLEARED, begin, end, Lane.BACKFILL);
    }
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    all.forEach(
        (key, course) -> {
          OwnAlarmRule rule = rules.get(kind(key));
          if (rule != null && course.isOpen()) {
            open.accept(rule.id(), subject(key));
          }
        });
  }

  private static OwnAlarm.Kind kind(String key) {
    return OwnAlarm.Kind.valueOf(key.substring(0, key.indexOf('\n')));
  }

  private static Subject subject(String key) {
    return Subject.parse(key.substring(key.indexOf('\n') + 1));
  }

  @Override
  public void pass(Tape tape) {
    List<Map.Entry<String, Course>> passed =
        tape.list(
            all.entrySet(),
            each -> {
              tape.text(each.getKey());
              each.getValue().pass(tape);
              return each;
            },
            played -> Map.entry(played.text(""), new Course().pass(played)));
    if (tape.isPlaying()) {
      all.clear();
      passed.forEach(each -> all.put(each.getKey(), each.getValue()));
    }
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof ReportedWatch older) {
      older.all.forEach(
          (key, course) -> {
            OwnAlarmRule rule = rules.get(kind(key));
            OwnAlarmRule was = older.rules.get(kind(key));
            if (rule != null && was != null && rule.id().equals(was.id())) {
              all.put(key, course);
            } else {
              older.lose(key, course, told);
            }
          });
    }
  }

  @Override
  public void end(Told told) {
    all.forEach((key, course) -> lose(key, course, told));
  }

  /** What stands and has no rule any more: a person closes it. */
  private void lose(String key, Course course, Told told) {
    OwnAlarmRule rule = rules.get(kind(key));
    if (rule != null && course.isOpen()) {
      Instant onset = Instant.ofEpochMilli(course.onset);
      OwnAlarm last = new OwnAlarm(rule.of(), subject(key), null, onset, null, Map.of());
      About about = new About(last.subject(), null, null, "");
      new Teller(new Reported(last, about, Lane.LIVE, course.received), rule, told)
          .tell(FindingKind.BLIND, course.onset, course.onset, Lane.LIVE);
    }
  }

  /** Makes findings of one alarm. */
  private record Teller(Reported reported, OwnAlarmRule rule, Told told) {
    void tell(FindingKind kind, long onset, long measured, Lane lane) {
      About about = reported.about();
      Instant began = Instant.ofEpochMilli(onset);
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
              kind == FindingKind.BLIND ? rule.severity().raised() : rule.severity(),
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
              reported.alarm().detail());
      told.tell(lane == Lane.LIVE ? finding : finding.asPast());
    }
  }
}
