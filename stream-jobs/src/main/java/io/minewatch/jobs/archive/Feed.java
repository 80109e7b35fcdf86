package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.state.FeedState;
import io.minewatch.jobs.state.FeedStateSerializer;
import io.minewatch.jobs.state.Origins;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import java.util.LongSummaryStatistics;
import java.util.Objects;
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
  boolean isNew(Envelope message, Topic topic) throws IOException {
    FeedState known = states.value();
    FeedState state = known == null ? new FeedState() : known;
    boolean isNew = state.gateways().isNew(Origins.of(message, gatewayOf(topic)));
    states.update(state);
    return isNew;
  }

  /**
   * Takes what a gateway that numbers says of itself: what it gave up will never come. One of which
   * nothing came has nothing to be told.
   */
  void onStatus(GatewayStatus status, Envelope message, Topic topic) throws IOException {
    FeedState state = states.value();
    GatewayMemory gateway = state == null ? null : state.gateways().of(gatewayOf(topic));
    if (state != null && gateway != null) {
      gateway.onStatus(status, message.receivedMillis());
      states.update(state);
    }
  }

  /** Looks at the clock of the gateway whose message was just counted, and gives it. */
  Sorting.Clock learn(Envelope message, Topic topic, ReadingBatch batch) throws IOException {
    GatewayId id = gatewayOf(topic);
    FeedState state = counted();
    GatewayMemory gateway = state.gateways().of(id);
    LongSummaryStatistics times = soundTimes(batch, message.receivedMillis());
    if (gateway != null) {
      gateway.shift(times.getMax(), Origins.of(message, id));
    }
    Sorting.Clock clock = clock(message, topic);
    if (times.getCount() > 0) {
      clock.heard(times.getMin(), times.getMax());
    }
    states.update(state);
    return clock;
  }

  /**
   * The clock by which the message that was just counted was stamped: that of what one gateway
   * sends of one kind, for a mine's systems each have one. The backfill lane tells nothing of it.
   * Where nothing is numbered a message sent again is not known, so the clock is not watched: each
   * time stands for one reading.
   */
  Sorting.Clock clock(Envelope message, Topic topic) throws IOException {
    FeedState state = counted();
    String stream = gatewayOf(topic) + "/" + topic.kind();
    boolean numbered = message.sequence() >= 0;
    states.update(state);
    return new Sorting.Clock() {
      @Override
      public void heard(long oldest, long newest) {
        if (numbered && message.lane() == Lane.LIVE) {
          state.toldTimes().heard(stream, oldest, newest);
        }
      }

      @Override
      public Lines.Place place(long measured) {
        boolean again = numbered && state.toldTimes().isAgain(stream, measured);
        return again ? Lines.Place.AGAIN : Lines.Place.OWN;
      }
    };
  }

  private FeedState counted() throws IOException {
    return Objects.requireNonNull(states.value(), "a message was counted before");
  }

  private static GatewayId gatewayOf(Topic topic) {
    return Objects.requireNonNull(topic.gateway(), "what is counted is of a gateway");
  }

  /** The measured times that are sound; of none the highest is {@link Long#MIN_VALUE}. */
  private static LongSummaryStatistics soundTimes(ReadingBatch batch, long received) {
    LongSummaryStatistics times = new LongSummaryStatistics();
    for (int i = 0; i < batch.size(); i++) {
      long measured = batch.measuredMillis(i);
      if (Sorting.isSound(measured, received)) {
        times.accept(measured);
      }
    }
    return times;
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
    long at = now - Math.floorMod(now, ROUND_MILLIS);
    for (Summary.Gateway gateway : state.gateways().summaries()) {
      lines.addFeed(mine.value(), gateway, at);
    }
    for (GatewayMemory gateway : state.gateways().all()) {
      gateway.changedHoles().forEach(hole -> lines.addHole(mine.value(), gateway.id(), hole));
    }
    states.update(state);
  }
}
