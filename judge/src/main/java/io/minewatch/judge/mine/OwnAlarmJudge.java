package io.minewatch.judge.mine;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.domain.reading.Lane;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Reported;
import io.minewatch.judge.watch.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes the alarms of the mine's own systems, one after the other. A point or zone that the plan
 * does not know is told all the same, under the name that the system gave it.
 */
final class OwnAlarmJudge {
  private final MineMemory memory;
  private final @Nullable GatewayMemory gateway;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;

  /**
   * Takes one message.
   *
   * @param gateway where it was taken in; null for one that is not watched
   */
  OwnAlarmJudge(
      MineMemory memory,
      @Nullable GatewayMemory gateway,
      Origin origin,
      Moment moment,
      Verdicts out) {
    this.memory = memory;
    this.gateway = gateway;
    this.origin = origin;
    this.moment = moment;
    this.out = out;
  }

  void take(OwnAlarms alarms) {
    Told told = out.told(memory, moment);
    long ahead = ahead(alarms.told());
    Instant came = Instant.ofEpochMilli(origin.received());
    for (OwnAlarm alarm : alarms.alarms()) {
      Instant end = alarm.end();
      if (isAbsurd(alarm.begin())
          || (end != null && isAbsurd(end))
          || alarm.endsBeforeItBegins(came)) {
        refuse(RejectReason.ABSURD_TIME, alarm, "from " + alarm.begin() + " to " + end);
      } else if (!memory.watches.reported(
          new Reported(alarm, about(alarm), origin.lane(), origin.received(), ahead), told)) {
        refuse(RejectReason.UNKNOWN_ALARM, alarm, "the plan has no rule for it");
      }
    }
  }

  /**
   * By how much the clock of the system is ahead of ours. That it told of an alarm before it came
   * here is certain; that it is behind, or what it was while a message waited, only the readings of
   * its gateway can say, which may be of another clock.
   */
  private long ahead(@Nullable Instant told) {
    long error = gateway == null ? 0 : gateway.clock().error();
    long least = told == null ? 0 : told.toEpochMilli() - origin.received();
    if (ClockAhead.isFar(least, 0)) {
      return origin.lane() == Lane.LIVE ? least : Math.max(least, error);
    }
    return told == null || origin.lane() == Lane.BACKFILL ? error : Math.min(0, error);
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
