package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.place.Fix;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.muster.Dated;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.muster.Person;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.watch.Sighting;
import io.minewatch.judge.watch.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the positions of one message, one after the other. */
final class FixJudge {
  private final MineMemory memory;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;

  /** Null while nobody watches people. */
  private final @Nullable Told told;

  FixJudge(MineMemory memory, Origin origin, Moment moment, Verdicts out) {
    this.memory = memory;
    this.origin = origin;
    this.moment = moment;
    this.out = out;
    this.told = memory.watches.isEmpty() ? null : out.told(memory, moment);
  }

  /**
   * Takes all of them.
   *
   * @param gateway where the message was taken in; null for one that is not watched
   * @return whether an open order is concerned
   */
  boolean take(List<Fix> fixes, @Nullable GatewayMemory gateway) {
    long newest = newest(fixes);
    long shift = gateway == null ? 0 : gateway.lag(newest, origin);
    long behind = gateway == null ? 0 : behind(gateway, newest);
    boolean concerned = false;
    for (Fix fix : fixes) {
      long event = fix.at().toEpochMilli() - shift;
      concerned |= take(fix, new Dated(event, origin.received(), behind));
    }
    return concerned;
  }

  /** What does not come in its turn lay somewhere: of it nothing is known but its stamp. */
  private long behind(GatewayMemory gateway, long newest) {
    boolean inTurn = origin.sequence() < 0 || gateway.leads();
    return inTurn && newest != Freshness.NEVER
        ? memory.people.behind(origin.gateway(), newest, origin.received())
        : 0;
  }

  /** The newest time of the message, or {@link Freshness#NEVER}. */
  private long newest(List<Fix> fixes) {
    long latest = Freshness.NEVER;
    for (Fix fix : fixes) {
      long at = fix.at().toEpochMilli();
      latest = ReadingJudge.isAbsurd(at, origin.received()) ? latest : Math.max(latest, at);
    }
    return latest;
  }

  private boolean take(Fix fix, Dated when) {
    if (ReadingJudge.isAbsurd(fix.at().toEpochMilli(), origin.received())) {
      refuse(RejectReason.ABSURD_TIME, "card " + fix.card() + ": seen at " + fix.at());
      return false;
    }
    People.Outcome outcome = memory.people.onFix(fix, when, memory.index.zones());
    switch (outcome) {
      case UNKNOWN_ZONE -> refuse(RejectReason.UNKNOWN_ZONE, place(fix));
      case CONTRADICTORY ->
          refuse(RejectReason.CONTRADICTORY_POSITION, place(fix) + ", underground");
      case TOO_MANY ->
          refuse(
              RejectReason.TOO_LARGE,
              place(fix) + ": more than " + People.MAX_CARDS + " cards inside");
      case MOVED, STAYED, LATE -> {}
    }
    watch(fix, when.event(), outcome == People.Outcome.LATE);
    boolean moved =
        switch (outcome) {
          case MOVED, UNKNOWN_ZONE, CONTRADICTORY -> true;
          case STAYED, LATE, TOO_MANY -> false;
        };
    return moved && memory.orders.onMove(fix.card().value(), memory.people);
  }

  private void watch(Fix fix, long event, boolean late) {
    Told tell = told;
    Person person = tell == null ? null : memory.people.of(fix.card().value());
    if (tell != null && person != null) {
      String gateway = origin.gateway().value();
      Sighting seen = new Sighting(person, fix, gateway, event, origin.received(), late);
      memory.watches.each(watch -> watch.onFix(seen, tell));
    }
  }

  private void refuse(RejectReason reason, String detail) {
    out.refuse(reason, detail, origin, moment.now());
  }

  private static String place(Fix fix) {
    return "card " + fix.card() + " in zone " + fix.zone();
  }
}
