package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Reported;
import io.minewatch.judge.watch.Told;
import java.time.Instant;
import java.util.List;

/**
 * Takes the alarms of the mine's own systems, one after the other. A point or zone that the plan
 * does not know is told all the same, under the name that the system gave it.
 */
final class OwnAlarmJudge {
  private final MineMemory memory;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;

  OwnAlarmJudge(MineMemory memory, Origin origin, Moment moment, Verdicts out) {
    this.memory = memory;
    this.origin = origin;
    this.moment = moment;
    this.out = out;
  }

  void take(List<OwnAlarm> alarms) {
    Told told = out.told(memory, moment);
    for (OwnAlarm alarm : alarms) {
      Instant end = alarm.end();
      if (isAbsurd(alarm.begin()) || (end != null && isAbsurd(end)) || alarm.endsBeforeItBegins()) {
        refuse(RejectReason.ABSURD_TIME, alarm, "from " + alarm.begin() + " to " + end);
      } else if (!memory.watches.reported(
          new Reported(alarm, about(alarm), origin.lane(), origin.received()), told)) {
        refuse(RejectReason.UNKNOWN_ALARM, alarm, "the plan has no rule for it");
      }
    }
  }

  private boolean isAbsurd(Instant at) {
    return ReadingJudge.isAbsurd(at.toEpochMilli(), origin.received());
  }

  private void refuse(RejectReason reason, OwnAlarm alarm, String why) {
    String what = "own alarm " + alarm.kind() + " of " + alarm.subject() + ": " + why;
    out.refuse(reason, what, origin, moment.now());
  }

  private About about(OwnAlarm alarm) {
    Subject subject = alarm.subject();
    int p = subject.kind() == Subject.Kind.POINT ? memory.index.find(subject.id(), 0) : -1;
    if (p >= 0) {
      PointPlan point = memory.index.point(p);
      return new About(subject, point.zone(), point.measure(), point.measure().unit());
    }
    ZoneId said = subject.kind() == Subject.Kind.ZONE ? new ZoneId(subject.id()) : alarm.zone();
    return new About(subject, memory.index.zones().isKnown(said) ? said : null, null, "");
  }
}
