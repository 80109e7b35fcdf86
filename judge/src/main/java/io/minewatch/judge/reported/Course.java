package io.minewatch.judge.reported;

import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import org.jspecify.annotations.Nullable;

/**
 * What one alarm did so far, known by kind, subject and begin: a clock put back neither hides one
 * nor ends one. Holds what was told of it, so that its end is told of the same place. Times are
 * milliseconds since 1970 UTC.
 */
final class Course {
  /** How far it is. */
  enum Stage {
    /** A finding is open. */
    STANDS,
    /** Told as a past fact, and not known to have ended. */
    PAST,
    /** Over: no older file brings it back. */
    ENDED
  }

  final OwnAlarm.Kind kind;
  final About about;
  final long begin;
  final Severity severity;

  /** By which it is known, and put in order. */
  final String key;

  Stage stage;

  /** When it was last told of; our time. */
  long received;

  Course(OwnAlarm alarm, About about, Severity severity, Stage stage) {
    this(alarm.kind(), about, alarm.begin().toEpochMilli(), severity, stage);
  }

  private Course(OwnAlarm.Kind kind, About about, long begin, Severity severity, Stage stage) {
    this.kind = kind;
    this.about = about;
    this.begin = begin;
    this.severity = severity;
    this.key = key(kind, about.subject(), begin);
    this.stage = stage;
  }

  boolean stands() {
    return stage == Stage.STANDS;
  }

  boolean callsForHelp() {
    return kind == OwnAlarm.Kind.DISTRESS;
  }

  static String key(OwnAlarm.Kind kind, Subject subject, long begin) {
    return kind + "\n" + subject + "\n" + begin;
  }

  /** Recording changes nothing: a checkpoint is written while judging goes on. */
  Course record(Tape tape) {
    pass(tape, this);
    return this;
  }

  static Course play(Tape tape) {
    Subject none = new Subject(Subject.Kind.CONDITION, "none");
    About about = new About(none, null, null, "");
    return pass(tape, new Course(OwnAlarm.Kind.DISTRESS, about, 0, Severity.BLUE, Stage.ENDED));
  }

  private static Course pass(Tape tape, Course held) {
    ZoneId zoneHeld = held.about.zone();
    Measure measureHeld = held.about.measure();
    OwnAlarm.Kind kind = OwnAlarm.Kind.valueOf(tape.text(held.kind.name()));
    Subject subject = Subject.parse(tape.text(held.about.subject().toString()));
    String zone = tape.text(zoneHeld == null ? "" : zoneHeld.value());
    String measure = tape.text(measureHeld == null ? "" : measureHeld.name());
    About about =
        about(
            subject,
            zone.isEmpty() ? null : new ZoneId(zone),
            measure.isEmpty() ? null : Measure.valueOf(measure));
    long begin = tape.whole(held.begin);
    Severity severity = Severity.valueOf(tape.text(held.severity.name()));
    Stage stage = Stage.valueOf(tape.text(held.stage.name()));
    Course passed = new Course(kind, about, begin, severity, stage);
    passed.received = tape.whole(held.received);
    return passed;
  }

  private static About about(Subject subject, @Nullable ZoneId zone, @Nullable Measure measure) {
    return new About(subject, zone, measure, measure == null ? "" : measure.unit());
  }
}
