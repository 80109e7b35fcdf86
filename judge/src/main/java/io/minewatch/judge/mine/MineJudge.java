package io.minewatch.judge.mine;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.watch.Told;
import java.util.List;

/**
 * Judges everything that happens to one mine. Each method takes what is known, what came and when,
 * changes what is known and says what follows; the same three give the same outcome always. No
 * clock, no I/O.
 *
 * <p>Late, missing, double: a message seen before (gateway, session, sequence) is dropped and
 * counted; a reading sent before the last one judged of its point is counted; missing ones darken
 * the point in time. Readings of the backfill lane are judged by their limits alone and apart
 * ({@link BacklogJudge}): what is found there is a past fact and raises no live call. Of positions
 * of that lane only calls for help are judged; what the mine's own systems raised and comes there
 * is told as a past fact too.
 *
 * <p>After each call the owner is to call {@link #onTime} at {@link #wakeAt} or soon after.
 */
public final class MineJudge {
  /** How often a mine is summed up and its heads are counted when nothing happens. */
  public static final long SUMMARY_EVERY_MILLIS = 5_000;

  private MineJudge() {}

  /** Judges the readings of one message of which nothing is refused. */
  public static void onReadings(
      MineMemory memory, ReadingBatch batch, Origin origin, Moment moment, Verdicts out) {
    onReadings(memory, batch, List.of(), origin, moment, out);
  }

  /**
   * Judges the readings of one message.
   *
   * @param refused records of it that could not be read, or not be taken as they came; a message of
   *     which some are is here all the same
   */
  public static void onReadings(
      MineMemory memory,
      ReadingBatch batch,
      List<RefusedRecord> refused,
      Origin origin,
      Moment moment,
      Verdicts out) {
    GatewayMemory gateway = memory.gateways().of(origin.gateway());
    if (gateway != null && !gateway.isNew(origin)) {
      out.countDouble();
      return;
    }
    for (RefusedRecord each : refused) {
      if (each.isTaken()) {
        out.note(each.reason(), each.detail(), origin, moment.now());
      } else {
        out.refuse(each.reason(), each.detail(), origin, moment.now());
      }
    }
    if (origin.lane() == Lane.BACKFILL) {
      Backlog.Columns runs = memory.backlog.sent(memory.index, origin.received());
      new BacklogJudge(memory, runs, origin, moment, out).by(gateway).judge(batch);
      memory.tally.rejected += out.endMessage(origin, moment.now());
      return;
    }
    Told told = out.told(memory, moment);
    String sender = origin.gateway().value();
    memory.watches.each(watch -> watch.onMessage(sender, told));
    long newest = new ReadingJudge(memory, gateway, origin, moment, out).judge(batch);
    memory.lastReading = Math.max(memory.lastReading, newest);
    wake(memory);
    memory.tally.rejected += out.endMessage(origin, moment.now());
  }

  /**
   * Takes the positions of one message.
   *
   * @param refused what could not be read of the message, in words
   */
  public static void onFixes(
      MineMemory memory,
      List<Fix> fixes,
      List<String> refused,
      Origin origin,
      Moment moment,
      Verdicts out) {
    GatewayMemory gateway = memory.gateways().of(origin.gateway());
    if (gateway != null && !gateway.isNew(origin)) {
      out.countDouble();
      return;
    }
    for (String detail : refused) {
      out.refuse(RejectReason.UNREADABLE, detail, origin, moment.now());
    }
    if (origin.lane() == Lane.BACKFILL) {
      new BacklogCalls(memory, gateway, origin, moment, out).take(fixes);
      memory.tally.rejected += out.endMessage(origin, moment.now());
      return;
    }
    boolean concerned = new FixJudge(memory, origin, moment, out).take(fixes, gateway);
    TimeJudge time = new TimeJudge(memory, moment, out);
    if (concerned) {
      time.muster();
    }
    time.people();
    memory.tally.rejected += out.endMessage(origin, moment.now());
  }

  /** Takes what the mine's own systems raised or ended, of one message. */
  public static void onOwnAlarms(
      MineMemory memory, OwnAlarms alarms, Origin origin, Moment moment, Verdicts out) {
    GatewayMemory gateway = memory.gateways().of(origin.gateway());
    if (gateway != null && !gateway.isNew(origin)) {
      out.countDouble();
      return;
    }
    new OwnAlarmJudge(memory, gateway, origin, moment, out).take(alarms);
    wake(memory);
    memory.tally.rejected += out.endMessage(origin, moment.now());
  }

  /** Takes what a gateway says of itself. It clears nothing and hides nothing. */
  public static void onStatus(
      MineMemory memory, GatewayStatus status, Origin origin, Moment moment, Verdicts out) {
    GatewayMemory gateway = memory.gateways().of(origin.gateway());
    if (gateway != null) {
      gateway.onStatus(status, origin.received());
      Told told = out.told(memory, moment);
      String name = origin.gateway().value();
      memory.watches.each(watch -> watch.onStatus(name, status, origin.received(), told));
      wake(memory);
    }
  }

  /** What a watch was told may bring the next look forward. */
  private static void wake(MineMemory memory) {
    memory.nextLook = Math.min(memory.nextLook, memory.watches.wakeAt());
  }

  /**
   * Takes note of a message that cannot be read: it came, and need not be sent again.
   *
   * @return whether it is here for the first time
   */
  public static boolean onUnreadable(MineMemory memory, Origin origin, Verdicts out) {
    boolean isNew = memory.gateways().isNew(origin);
    if (!isNew) {
      out.countDouble();
    }
    return isNew;
  }

  /** Takes a plan; one that is not newer changes nothing. It holds from now on. */
  public static void onPlan(MineMemory memory, Plan plan, Moment moment, Verdicts out) {
    if (!plan.mine().equals(memory.mine())) {
      throw new IllegalArgumentException("a plan of " + plan.mine() + " for " + memory.mine());
    }
    if (plan.version() > memory.plan().version()) {
      PlanChange.apply(memory, plan, moment, out);
    }
  }

  /** Takes an order book; a newer one is answered by a muster at once. */
  public static void onOrders(MineMemory memory, OrderBook book, Moment moment, Verdicts out) {
    if (memory.orders.onBook(book, memory.people)) {
      new TimeJudge(memory, moment, out).muster();
    }
  }

  /** Lets time pass. A call that is not due changes nothing. */
  public static void onTime(MineMemory memory, Moment moment, Verdicts out) {
    TimeJudge judge = new TimeJudge(memory, moment, out);
    if (moment.now() >= memory.nextLook) {
      judge.look();
    }
    if (moment.now() >= memory.nextSummary) {
      judge.muster();
      judge.people();
      judge.summary();
      memory.nextSummary = moment.now() + SUMMARY_EVERY_MILLIS;
    }
  }

  /** Counts a message that could not be read at all, or is not told any more. */
  public static void countRejected(MineMemory memory, long messages) {
    memory.tally.rejected += messages;
  }

  /**
   * Our time at which something may be found by time, milliseconds since 1970 UTC: for whoever asks
   * neither for summaries nor for people.
   */
  public static long lookAt(MineMemory memory) {
    return memory.nextLook;
  }

  /** Our time at which {@link #onTime} is due, milliseconds since 1970 UTC. */
  public static long wakeAt(MineMemory memory) {
    return Math.min(memory.nextLook, memory.nextSummary);
  }
}
