package io.minewatch.jobs.judge;

import io.minewatch.domain.feed.FindingsReceipt;
import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Positions;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.domain.withdrawal.OrderBook;
import io.minewatch.jobs.state.MineState;
import io.minewatch.jobs.state.Origins;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages and hands what they say to the judge. What cannot be read is refused with its
 * reason; what comes before the plan is held, within {@link JudgeLimits}.
 */
final class Intake {
  private final JudgeLimits limits;
  private final ReadingBatch batch = new ReadingBatch();

  Intake(JudgeLimits limits) {
    this.limits = limits;
  }

  void take(MineState state, Envelope message, Topic topic, Moment moment, Verdicts out) {
    try {
      MineMemory memory = state.memory();
      if (topic.kind() == Topic.Kind.PLAN) {
        onPlan(state, message, topic, moment, out);
      } else if (topic.kind() == Topic.Kind.FINDINGS_RECEIPT) {
        onReceipt(state, message, topic, moment.now());
      } else if (memory == null) {
        hold(state, message, topic, moment, out);
      } else {
        judge(memory, message, topic, moment, out);
      }
    } catch (WireException e) {
      if (isFirst(state, message, topic, out)) {
        refuse(state, message, new RefusedRecord(e.reason(), e.detail()), moment, out);
      }
    }
  }

  /** What cannot be read came all the same: its number is seen, and it is refused once. */
  private static boolean isFirst(MineState state, Envelope message, Topic topic, Verdicts out) {
    MineMemory memory = state.memory();
    GatewayId gateway = topic.gateway();
    return memory == null
        || gateway == null
        || topic.kind() == Topic.Kind.STATUS
        || MineJudge.onUnreadable(memory, Origins.of(message, gateway), out);
  }

  private void judge(MineMemory memory, Envelope message, Topic topic, Moment moment, Verdicts out)
      throws WireException {
    switch (topic.kind()) {
      case READINGS -> {
        List<RefusedRecord> refused = new ArrayList<>();
        Senml.read(message, topic, batch, refused);
        MineJudge.onReadings(
            memory, batch, refused, Origins.of(message, gatewayOf(topic)), moment, out);
      }
      case POSITIONS -> {
        List<String> refused = new ArrayList<>();
        List<Fix> fixes = Positions.read(message.payload(), refused);
        MineJudge.onFixes(
            memory, fixes, refused, Origins.of(message, gatewayOf(topic)), moment, out);
      }
      case OWN_ALARMS -> {
        OwnAlarms alarms = Messages.read(message.payload(), OwnAlarms.class);
        MineJudge.onOwnAlarms(memory, alarms, Origins.of(message, gatewayOf(topic)), moment, out);
      }
      case ORDERS -> {
        OrderBook book = Messages.read(message.payload(), OrderBook.class);
        requireSame(topic, book.mine());
        MineJudge.onOrders(memory, book, moment, out);
      }
      case STATUS -> {
        GatewayStatus status = status(message, topic);
        if (status != null) {
          MineJudge.onStatus(memory, status, Origins.of(message, status.gateway()), moment, out);
        }
      }
      default -> throw new WireException(RejectReason.WRONG_TOPIC, "not for judging: " + topic);
    }
  }

  private static @Nullable GatewayStatus status(Envelope message, Topic topic)
      throws WireException {
    if (message.payload().length == 0) {
      return null; // the retained status was taken back; the last one known stands
    }
    GatewayStatus status = Messages.read(message.payload(), GatewayStatus.class);
    requireSame(topic, status.mine());
    if (!status.gateway().equals(gatewayOf(topic))) {
      throw new WireException(
          RejectReason.WRONG_TOPIC, "gateway " + status.gateway() + " by the topic " + topic);
    }
    return status;
  }

  private void onPlan(MineState state, Envelope message, Topic topic, Moment moment, Verdicts out)
      throws WireException {
    if (message.payload().length == 0) {
      return; // the retained plan was taken back; judging goes on by the last one known
    }
    Plan plan = Messages.read(message.payload(), Plan.class);
    requireSame(topic, plan.mine());
    MineMemory memory = state.memory();
    if (memory != null && plan.version() <= memory.plan().version()) {
      return; // known: plans are published again whenever a broker may have forgotten them
    }
    requireJudgeable(memory, plan, moment);
    if (memory == null) {
      state.begin(plan, message.payload(), moment.now());
      replay(state, moment, out);
    } else {
      MineJudge.onPlan(memory, plan, moment, out);
      state.planIs(message.payload());
    }
  }

  private static void onReceipt(MineState state, Envelope message, Topic topic, long now)
      throws WireException {
    FindingsReceipt receipt = Messages.read(message.payload(), FindingsReceipt.class);
    requireSame(topic, receipt.mine());
    state.unanswered().taken(receipt.taken(), now);
  }

  /**
   * A plan that cannot be judged by is refused whole, and the one before goes on. Where none is, a
   * condition that can never be true leaves no mine unjudged: the summary says what is not judged.
   */
  private static void requireJudgeable(@Nullable MineMemory before, Plan plan, Moment moment)
      throws WireException {
    try {
      MineMemory next = new MineMemory(plan, moment.now());
      if (before != null) {
        next.requireJudgeable();
      }
    } catch (IllegalArgumentException e) {
      throw new WireException(RejectReason.UNREADABLE, "plan " + plan.version() + ": " + e);
    }
  }

  private void replay(MineState state, Moment moment, Verdicts out) {
    List<Envelope> waiting = new ArrayList<>(state.held().release());
    Envelope orders = state.heldOrders();
    if (orders != null) {
      waiting.add(orders);
      state.holdOrders(null);
    }
    for (Envelope message : waiting) {
      Topic topic = Topic.parse(message.topic());
      if (topic != null) {
        take(state, message, topic, moment, out);
      }
    }
  }

  private void hold(MineState state, Envelope message, Topic topic, Moment moment, Verdicts out) {
    if (topic.kind() == Topic.Kind.ORDERS) {
      state.holdOrders(message);
    } else if (!state
        .held()
        .hold(message, moment.now(), limits.heldMessages(), limits.heldBytes())) {
      refuseUnplanned(state, message, moment, out);
    }
  }

  /** Gives up what has waited too long for its plan. */
  void onTime(MineState state, Moment moment, Verdicts out) {
    MineMemory memory = state.memory();
    if (memory != null) {
      MineJudge.onTime(memory, moment, out);
    } else if (moment.now() >= wakeAt(state)) {
      for (Envelope message : state.held().release()) {
        refuseUnplanned(state, message, moment, out);
      }
    }
  }

  /** When {@link #onTime} is due, or {@link MineState#NO_TIMER}. */
  long wakeAt(MineState state) {
    MineMemory memory = state.memory();
    if (memory != null) {
      return Math.min(MineJudge.wakeAt(memory), state.unanswered().wakeAt());
    }
    return state.held().isEmpty() ? MineState.NO_TIMER : state.held().since() + limits.heldMillis();
  }

  private static void refuseUnplanned(
      MineState state, Envelope message, Moment moment, Verdicts out) {
    String why = "no plan of this mine has come";
    refuse(state, message, new RefusedRecord(RejectReason.UNKNOWN_MINE, why), moment, out);
  }

  private static void refuse(
      MineState state, Envelope message, RefusedRecord why, Moment moment, Verdicts out) {
    state.countRejected();
    byte[] payload = message.payload();
    int length = Math.min(payload.length, Rejection.MAX_EXCERPT);
    out.tell(
        new Rejection(
            Instant.ofEpochMilli(moment.now()),
            "judge",
            message.topic(),
            why.reason(),
            why.detail(),
            message.session(),
            message.sequence(),
            new String(payload, 0, length, StandardCharsets.UTF_8)));
  }

  private static GatewayId gatewayOf(Topic topic) throws WireException {
    if (topic.gateway() == null) {
      throw new WireException(RejectReason.WRONG_TOPIC, "no gateway in " + topic);
    }
    return topic.gateway();
  }

  private static void requireSame(Topic topic, MineCode inside) throws WireException {
    if (!topic.mine().equals(inside)) {
      throw new WireException(
          RejectReason.WRONG_TOPIC, "of mine " + inside + ", but came by " + topic);
    }
  }
}
