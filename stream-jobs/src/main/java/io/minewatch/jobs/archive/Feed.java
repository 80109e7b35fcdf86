package io.minewatch.jobs.archive;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Envelope;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.state.FeedState;
import io.minewatch.jobs.state.FeedStateSerializer;
import io.minewatch.jobs.state.Origins;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.store.Lines;
import java.io.IOException;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** What came of the gateways of the mine at hand, and the rounds in which it is told. */
final class Feed {
  /** How often receipts leave, as seldom as the judge job's. */
  static final long ROUND_MILLIS = 5_000;

  /** How often the state of the feed becomes a line: enough for a curve, next to no load. */
  static final long LINE_MILLIS = 15_000;

  private final ValueState<FeedState> states;
  private final Counter received;
  private final Counter duplicate;

  Feed(RuntimeContext flink) {
    MetricGroup metrics = flink.getMetricGroup().addGroup("minewatch");
    received = metrics.counter("messages_received_total");
    duplicate = metrics.counter("messages_duplicate_total");
    states = flink.getState(new ValueStateDescriptor<>("feed", new FeedStateSerializer()));
  }

  /** Counts a message of whatever kind, and gives it back. */
  Envelope counted(Envelope message) {
    received.inc();
    return message;
  }

  /** Null while no message of a gateway has come. */
  @Nullable FeedState state() throws IOException {
    return states.value();
  }

  /** Takes note of a message; null if it was here before. */
  @Nullable Taken take(Envelope message, Topic topic) throws IOException {
    FeedState known = states.value();
    FeedState state = known == null ? new FeedState() : known;
    Origin origin = Origins.of(message, gatewayOf(topic));
    boolean isNew = state.gateways().isNew(origin);
    states.update(state);
    if (!isNew) {
      duplicate.inc();
    }
    return isNew ? new Taken(state, origin, origin.gateway() + "/" + topic.kind()) : null;
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

  /**
   * A message that was just counted, here for the first time. It holds the state as long as the
   * message is at hand, and keeps what it learns there.
   */
  final class Taken {
    private final FeedState state;
    private final Origin origin;
    private final String stream;
    private final @Nullable GatewayMemory gateway;

    private Taken(FeedState state, Origin origin, String stream) {
      this.state = state;
      this.origin = origin;
      this.stream = stream;
      gateway = state.gateways().of(origin.gateway());
    }

    /**
     * Looks at the clock of its gateway, and says what it means where the message tells times that
     * were told before: the clock was put back only if all of a message that came in its turn are.
     */
    Rewrite.Cause learn(ReadingBatch batch) throws IOException {
      LongSummaryStatistics times = soundTimes(batch, origin.received());
      if (gateway != null) {
        gateway.shift(times.getMax(), origin);
      }
      Sorting.Clock clock = clock(times);
      boolean putBack = gateway != null && gateway.leads() && times.getMax() <= clock.toldBefore();
      return putBack ? Rewrite.Cause.CLOCK_PUT_BACK : Rewrite.Cause.UNEXPLAINED;
    }

    /**
     * The clock by which it was stamped: that of what one gateway sends of one kind, for a mine's
     * systems each have one. Only what comes in its turn tells how that clock goes. Where nothing
     * is numbered a message sent again is not known, so the clock is not watched: each time stands
     * for one reading.
     *
     * @param times its sound times
     */
    Sorting.Clock clock(LongSummaryStatistics times) throws IOException {
      if (times.getCount() > 0 && gateway != null && gateway.leads()) {
        state.toldTimes().heard(stream, times.getMin(), times.getMax());
      }
      states.update(state);
      boolean numbered = origin.sequence() >= 0;
      return new Sorting.Clock(numbered ? state.toldTimes().before(stream) : Long.MIN_VALUE);
    }
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
    for (Summary.Gateway gateway : state.gateways().summaries(0)) {
      lines.addFeed(mine.value(), gateway, at);
    }
    for (GatewayMemory gateway : state.gateways().all()) {
      gateway.changedHoles().forEach(hole -> lines.addHole(mine.value(), gateway.id(), hole));
    }
    states.update(state);
  }
}
