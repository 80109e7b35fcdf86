package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.record.Records;
import io.minewatch.jobs.series.SeriesBatch;
import io.minewatch.jobs.state.FeedState;
import io.minewatch.series.root.RootKey;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the messages of one mine into lines, one batch for one message. Keyed by mine.
 *
 * <p>A mine whose plan has not come yet is waited for, bounded; then its readings are kept as
 * unregistered: nothing that can be read is lost. What is refused is counted by reason only: the
 * judge job sees the same message and tells of it on the rejected topic.
 *
 * <p>What came of each gateway is counted when it is turned into lines, not while it waits, and a
 * doubled message is left out. Its receipt is written at each checkpoint, which completes only when
 * the lines before it are in the store, and leaves with the next round.
 */
public final class ArchiveFunction extends KeyedProcessFunction<String, Envelope, SeriesBatch>
    implements CheckpointedFunction, CheckpointListener {
  /** Receipts for the gateways, and the data roots. */
  public static final OutputTag<Outgoing> RECEIPTS = new OutputTag<>("receipts", Records.OUTGOING);

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFunction.class);

  private final Waiting waiting;
  private final TypeInformation<Envelope> envelopes;
  private final @Nullable RootKey rootKey;

  private transient long restored;
  private transient MineState state;
  private transient Feed feed;
  private transient Tellings tellings;
  private transient Registers registers;
  private transient Windows windows;
  private transient Readings readings;
  private transient Lines lines;
  private transient Sorting.Refusals refusals;
  private transient Reports reports;

  /** Describes the function; without a root key nothing is summed up. */
  public ArchiveFunction(
      Waiting waiting, TypeInformation<Envelope> envelopes, @Nullable RootKey rootKey) {
    this.waiting = waiting;
    this.envelopes = envelopes;
    this.rootKey = rootKey;
  }

  @Override
  public void open(OpenContext context) {
    state = new MineState(getRuntimeContext(), envelopes, waiting.strangers());
    feed = new Feed(getRuntimeContext());
    Sums sums = new Sums(getRuntimeContext(), rootKey, restored);
    tellings = new Tellings(sums);
    registers = new Registers();
    windows = new Windows(getRuntimeContext(), restored);
    lines = new Lines();
    refusals = new CountedRefusals(getRuntimeContext().getMetricGroup());
    readings =
        new Readings(new Sorting(lines, refusals, sums), windows, sums, state::admitStranger);
    reports = new Reports(state::admitOwnAlarm, refusals);
  }

  @Override
  public void processElement(Envelope message, Context context, Collector<SeriesBatch> out)
      throws Exception {
    Topic topic = Topic.parse(feed.counted(message).topic());
    if (topic == null) {
      refusals.add(RejectReason.WRONG_TOPIC);
      return;
    }
    switch (topic.kind()) {
      case PLAN -> takePlan(message, context.getCurrentKey(), out);
      case READINGS -> {
        if (state.plan() != null || state.waitedEnough()) {
          write(message, topic, out);
        } else {
          hold(message, context, out);
        }
      }
      case POSITIONS -> needsNoPlan(message, topic, Sightings::write, out);
      case OWN_ALARMS -> needsNoPlan(message, topic, reports, out);
      case STATUS -> takeStatus(message, topic);
      default -> refusals.add(RejectReason.WRONG_TOPIC);
    }
    remember(context.getCurrentKey(), context.timerService());
  }

  private void needsNoPlan(
      Envelope message, Topic topic, Writing writing, Collector<SeriesBatch> out)
      throws IOException {
    Feed.Taken taken = feed.take(message, topic);
    if (taken == null) {
      return;
    }
    RejectReason refused = writing.write(message, topic, taken, lines);
    if (refused != null) {
      refusals.add(refused);
    }
    emit(message, "", out);
  }

  private void remember(String mine, TimerService timers) throws IOException {
    FeedState known = feed.state();
    if (known != null) {
      tellings.touched(mine, known.gateways());
      feed.arm(timers);
    }
  }

  private void takePlan(Envelope message, String mine, Collector<SeriesBatch> out)
      throws Exception {
    if (message.payload().length > 0) {
      try {
        registers.put(mine, message.payload());
      } catch (WireException e) {
        refusals.add(e.reason());
        LOG.warn("The plan of mine {} cannot be read, the one before stays: {}", mine, e.detail());
        return;
      }
      state.takePlan(message.payload());
      windows.plan(registers.of(mine, message.payload()));
      release(out);
    } else {
      registers.remove(mine);
      state.forgetPlan();
    }
  }

  /** Not while messages wait here: they came, whatever their gateway has given up since. */
  private void takeStatus(Envelope message, Topic topic) throws IOException {
    if (message.payload().length > 0 && (state.plan() != null || state.waitedEnough())) {
      try {
        feed.onStatus(Messages.read(message.payload(), GatewayStatus.class), message, topic);
      } catch (WireException e) {
        refusals.add(e.reason());
      }
    }
  }

  private void hold(Envelope message, Context context, Collector<SeriesBatch> out)
      throws Exception {
    int held = state.hold(message);
    if (held == 1) {
      TimerService timers = context.timerService();
      timers.registerProcessingTimeTimer(waiting.until(timers.currentProcessingTime()));
    } else if (held >= waiting.messages()) {
      giveUpWaiting(context.getCurrentKey(), out);
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<SeriesBatch> out)
      throws Exception {
    String mine = context.getCurrentKey();
    if (feed.isRound(at)) {
      long now = context.timerService().currentProcessingTime();
      feed.write(new MineCode(mine), now, lines);
      windows.write(new MineCode(mine), now, lines, () -> emitRound(mine, out));
      emitRound(mine, out);
      tellings.handOut(mine, each -> context.output(RECEIPTS, each));
    } else if (state.plan() == null && !state.waitedEnough()) {
      giveUpWaiting(mine, out);
    }
    remember(mine, context.timerService());
  }

  /** All state is keyed; which checkpoint it is of tells what that one holds. */
  @Override
  public void initializeState(FunctionInitializationContext context) {
    restored = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    windows.begin(context.getCheckpointId());
    tellings.snapshot(context.getCheckpointId(), context.getCheckpointTimestamp());
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    tellings.completed(checkpoint);
    windows.complete(checkpoint);
  }

  private void giveUpWaiting(String mine, Collector<SeriesBatch> out) throws Exception {
    LOG.warn("No plan of mine {} has come: its readings are kept as unregistered", mine);
    state.stopWaiting();
    release(out);
  }

  private void release(Collector<SeriesBatch> out) throws Exception {
    for (Envelope message : state.takeHeld()) {
      Topic topic = Topic.parse(message.topic());
      if (topic != null) {
        write(message, topic, out);
      }
    }
  }

  private void write(Envelope message, Topic topic, Collector<SeriesBatch> out) throws Exception {
    Feed.Taken taken = feed.take(message, topic);
    if (taken != null) {
      try {
        emit(
            message,
            readings.write(message, topic, taken, registers.of(topic.mine().value(), state.plan())),
            out);
      } catch (WireException e) {
        refusals.add(e.reason());
      }
    }
  }

  private void emitRound(String mine, Collector<SeriesBatch> out) {
    if (lines.count() > 0) {
      String topic = Topic.PREFIX + mine + "/feed";
      out.collect(new SeriesBatch(topic, "", -1, lines.count(), lines.take()));
    }
  }

  private void emit(Envelope message, String doubt, Collector<SeriesBatch> out) {
    if (lines.count() > 0) {
      out.collect(SeriesBatch.of(message, lines, doubt));
    }
  }
}
