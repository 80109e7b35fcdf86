package io.minewatch.jobs.judge;

import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Outgoing;
import io.minewatch.domain.wire.Topic;
import io.minewatch.jobs.state.MineState;
import io.minewatch.judge.mine.Verdicts;
import java.util.function.Consumer;

/**
 * Turns verdicts into messages: findings first, because somebody is waiting. The summary is
 * retained; the rest are events. Refusals over the mine's budget are counted and not told.
 */
final class Replies {
  private final JudgeLimits limits;

  Replies(JudgeLimits limits) {
    this.limits = limits;
  }

  void send(MineCode mine, MineState state, long now, Verdicts verdicts, Consumer<Outgoing> to) {
    for (Finding finding : verdicts.findings()) {
      to.accept(event(Topic.Kind.FINDINGS, mine, finding));
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

  private static Outgoing event(Topic.Kind kind, MineCode mine, Object message) {
    return Outgoing.event(
        Topic.of(kind, mine).toString(), Messages.write(message), ContentTypes.JSON);
  }
}
