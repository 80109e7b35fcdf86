package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.jobs.state.FeedState;
import io.minewatch.jobs.state.FeedStateSerializer;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** What came of the gateways of the mine at hand, and the rounds in which it is told. */
final class Feed {
  /** How often receipts leave, as seldom as the judge job's. */
  static final long ROUND_MILLIS = 5_000;

  /** How often the state of the feed becomes a line: enough for a curve, next to no load. */
  static final long LINE_MILLIS = 15_000;

  private final ValueState<FeedState> states;

  Feed(RuntimeContext flink) {
    states = flink.getState(new ValueStateDescriptor<>("feed", new FeedStateSerializer()));
  }

  /** Null while no message of a gateway has come. */
  @Nullable FeedState state() throws IOException {
    return states.value();
  }

  /** Counts a message; tells whether it is here for the first time. */
  boolean isNew(Envelope message, GatewayId gateway) throws IOException {
    FeedState known = states.value();
    FeedState state = known == null ? new FeedState() : known;
    boolean isNew = state.gateways().isNew(origin(message, gateway));
    states.update(state);
    return isNew;
  }

  /**
   * Takes what a gateway that numbers says of itself: what it gave up will never come. One of which
   * nothing came has nothing to be told.
   */
  void onStatus(GatewayStatus status, Envelope message, GatewayId id) throws IOException {
    FeedState state = states.value();
    GatewayMemory gateway = state == null ? null : state.gateways().of(id);
    if (state != null && gateway != null) {
      gateway.onStatus(status, message.receivedMillis());
      states.update(state);
    }
  }

  /** Looks at the clock of the gateway whose message was just counted. */
  void learn(Envelope message, GatewayId id, ReadingBatch batch) throws IOException {
    FeedState state = states.value();
    GatewayMemory gateway = state == null ? null : state.gateways().of(id);
    if (state != null && gateway != null) {
      gateway.shift(newest(batch, message.receivedMillis()), origin(message, id));
      states.update(state);
    }
  }

  private static long newest(ReadingBatch batch, long received) {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < batch.size(); i++) {
      long measured = batch.measuredMillis(i);
      latest = Sorting.isSound(measured, received) ? Math.max(latest, measured) : latest;
    }
    return latest;
  }

  private static Origin origin(Envelope message, GatewayId gateway) {
    return new Origin(
        message.topic(),
        gateway,
        message.session(),
        message.sequence(),
        message.lane(),
        message.receivedMillis());
  }

  /** Sets the timer of the next round if none is set and there is something to tell. */
  void arm(TimerService timers) throws IOException {
    FeedState state = states.value();
    if (state != null && state.timerAt() == FeedState.NO_TIMER) {
      long now = timers.currentProcessingTime();
      state.timerIs(next(now, ROUND_MILLIS));
      if (state.linesDue() == FeedState.NO_TIMER) {
        state.linesAreDue(next(now, LINE_MILLIS));
      }
      timers.registerProcessingTimeTimer(state.timerAt());
      states.update(state);
    }
  }

  /** Whether this timer is the round's; then the next one may be set. */
  boolean isRound(long at) throws IOException {
    FeedState state = states.value();
    if (state == null || state.timerAt() != at) {
      return false;
    }
    state.timerIs(FeedState.NO_TIMER);
    states.update(state);
    return true;
  }

  /** The first multiple after a time: a round that was held up does not move those after it. */
  private static long next(long now, long every) {
    return now - Math.floorMod(now, every) + every;
  }

  /** Writes the lines of a round, if they are due. */
  void write(MineCode mine, long now, Lines lines) throws IOException {
    FeedState state = states.value();
    if (state == null || now < state.linesDue()) {
      return;
    }
    state.linesAreDue(next(now, LINE_MILLIS));
    states.update(state);
    long at = now - Math.floorMod(now, ROUND_MILLIS);
    for (Summary.Gateway gateway : state.gateways().summaries()) {
      lines.addFeed(mine.value(), gateway, at);
    }
  }
}
