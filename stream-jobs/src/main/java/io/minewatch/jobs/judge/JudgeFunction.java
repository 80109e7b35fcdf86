package io.minewatch.jobs.judge;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.receipt.ReceiptDesk;
import io.minewatch.jobs.state.MineState;
import io.minewatch.jobs.state.MineStateSerializer;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the messages of many mines, keyed by mine. Keeps state and one timer for each mine;
 * decides nothing. Receipts are written at each checkpoint and leave with the mine's next summary
 * after it has completed.
 */
public final class JudgeFunction extends KeyedProcessFunction<String, Envelope, Outgoing>
    implements CheckpointedFunction, CheckpointListener {
  private static final long NOT_YET = Long.MIN_VALUE;

  private final JudgeLimits limits;

  // Set by open, which Flink calls before anything else.
  private transient ValueState<MineState> states;
  private transient Intake intake;
  private transient Replies replies;
  private transient ReceiptDesk receipts;
  private transient long resumed;
  private transient JudgeMeters meters;

  @SuppressWarnings("NullAway.Init")
  public JudgeFunction(JudgeLimits limits) {
    this.limits = limits;
  }

  @Override
  public void open(OpenContext context) {
    states =
        getRuntimeContext().getState(new ValueStateDescriptor<>("mine", new MineStateSerializer()));
    intake = new Intake(limits);
    receipts = new ReceiptDesk(Topic.Kind.RECEIPT_JUDGED);
    resumed = NOT_YET;
    MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("minewatch");
    meters = new JudgeMeters(metrics);
    replies = new Replies(limits, metrics.counter("findings_unanswered_overflow_total"));
  }

  @Override
  public void processElement(Envelope message, Context ctx, Collector<Outgoing> out)
      throws Exception {
    meters.received();
    Topic topic = Topic.parse(message.topic());
    if (topic == null) {
      meters.unaddressed(); // no mine is named, so there is nobody to tell
      return;
    }
    MineState state = state();
    JudgeMeters.Before before = JudgeMeters.Before.of(state);
    Verdicts verdicts = new Verdicts();
    Moment moment = moment(ctx.timerService().currentProcessingTime());
    intake.take(state, message, topic, moment, verdicts);
    meters.judged(before, state, verdicts);
    finish(topic.mine(), state, moment, verdicts, ctx.timerService(), out);
  }

  @Override
  public void onTimer(long at, OnTimerContext ctx, Collector<Outgoing> out) throws Exception {
    MineState state = state();
    JudgeMeters.Before before = JudgeMeters.Before.of(state);
    state.timerIs(MineState.NO_TIMER);
    Verdicts verdicts = new Verdicts();
    Moment moment = moment(Math.max(at, ctx.timerService().currentProcessingTime()));
    intake.onTime(state, moment, verdicts);
    meters.judged(before, state, verdicts);
    finish(new MineCode(ctx.getCurrentKey()), state, moment, verdicts, ctx.timerService(), out);
    if (state.isForgettable()) {
      states.clear();
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {} // the mines are keyed

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    receipts.snapshot(
        context.getCheckpointId(), Instant.ofEpochMilli(context.getCheckpointTimestamp()));
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    receipts.completed(checkpoint);
  }

  private MineState state() throws Exception {
    MineState known = states.value();
    return known == null ? new MineState() : known;
  }

  /** Judging resumes with the first thing that is done after a start. */
  private Moment moment(long now) {
    if (resumed == NOT_YET) {
      resumed = now;
    }
    return new Moment(now, resumed);
  }

  private void finish(
      MineCode mine,
      MineState state,
      Moment moment,
      Verdicts verdicts,
      TimerService timers,
      Collector<Outgoing> out)
      throws Exception {
    replies.send(mine, state, moment.now(), verdicts, out::collect);
    if (state.memory() != null) {
      receipts.touched(mine.value(), state.memory().gateways());
    }
    if (verdicts.summary() != null) {
      receipts.handOut(mine.value(), out::collect);
    }
    setTimer(state, timers);
    states.update(state);
  }

  /** Moves the one timer forward if it must ring sooner. One that rings early changes nothing. */
  private void setTimer(MineState state, TimerService timers) {
    long wakeAt = intake.wakeAt(state);
    if (wakeAt < state.timerAt()) {
      if (state.timerAt() != MineState.NO_TIMER) {
        timers.deleteProcessingTimeTimer(state.timerAt());
      }
      timers.registerProcessingTimeTimer(wakeAt);
      state.timerIs(wakeAt);
    }
  }
}
