package io.minewatch.jobs.judge;

import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.state.Budget;
import io.minewatch.jobs.state.MineState;
import io.minewatch.judge.mine.Verdicts;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;

/**
 * Turns verdicts into messages: findings first, because somebody is waiting, new ones before those
 * that alerting has not said to have. The summary is retained; the rest are events. Refusals over
 * the mine's budget are counted and not told.
 */
final class Replies {
  private static final int AGAIN_PER_SECOND = 200;

  private final JudgeLimits limits;
  private final Counter overflow;
  private final Budget again = new Budget();

  /**
   * @param overflow counts findings that are left to the broker because too many are unanswered
   */
  Replies(JudgeLimits limits, Counter overflow) {
    this.limits = limits;
    this.overflow = overflow;
  }

  void send(MineCode mine, MineState state, long now, Verdicts verdicts, Consumer<Outgoing> to) {
    for (Finding finding : verdicts.findings()) {
      byte[] payload = Messages.write(finding);
      overflow.inc(state.unanswered().sent(payload, now));
      to.accept(finding(mine, payload));
    }
    for (byte[] again : state.unanswered().due(now, () -> room(now))) {
      to.accept(finding(mine, again));
    }
    if (verdicts.muster() != null) {
      to.accept(event(Topic.Kind.MUSTER, mine, verdicts.muster()));
    }
    if (verdicts.summary() != null) {
      to.accept(
          Outgoing.retained(
              Topic.of(Topic.Kind.SUMMARY, mine).toString(),
              Messages.write(verdicts.summary()),
              ContentTypes.JSON));
    }
    for (Rejection rejection : verdicts.rejections()) {
      if (state.rejections().take(now, limits.rejectionsPerSecond(), limits.rejectionsBurst())) {
        to.accept(event(Topic.Kind.REJECTED, mine, rejection));
      }
    }
  }

  /** Of all mines of this task: what goes again is not to stand before what is new. */
  private boolean room(long now) {
    return again.take(now, AGAIN_PER_SECOND, AGAIN_PER_SECOND);
  }

  private static Outgoing finding(MineCode mine, byte[] payload) {
    return Outgoing.event(
        Topic.of(Topic.Kind.FINDINGS, mine).toString(), payload, ContentTypes.JSON);
  }

  private static Outgoing event(Topic.Kind kind, MineCode mine, Object message) {
    return Outgoing.event(
        Topic.of(kind, mine).toString(), Messages.write(message), ContentTypes.JSON);
  }
}
