package io.minewatch.judge.mine;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.feed.GatewayMemory;
import io.minewatch.judge.feed.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls for help in positions that come late: told as past facts, so that none is lost. Where
 * people are, and how many, late positions do not tell.
 *
 * <p>Late, missing, double: a card calls from the first of its positions that says so until the
 * first later one that does not; doubled messages are left out before.
 */
final class BacklogCalls {
  private final MineMemory memory;
  private final Origin origin;
  private final Moment moment;
  private final Verdicts out;
  private final @Nullable PeopleRule rule;
  private final long ahead;

  BacklogCalls(
      MineMemory memory,
      @Nullable GatewayMemory gateway,
      Origin origin,
      Moment moment,
      Verdicts out) {
    this.memory = memory;
    this.ahead = gateway == null ? 0 : gateway.clock().error();
    this.origin = origin;
    this.moment = moment;
    this.out = out;
    this.rule =
        memory.plan().rulesOf(PeopleRule.class).stream()
            .filter(each -> each.asks() == PeopleRule.Asks.DISTRESS)
            .findAny()
            .orElse(null);
  }

  void take(List<Fix> fixes) {
    for (Fix fix : fixes) {
      if (ReadingJudge.isAbsurd(fix.at().toEpochMilli(), origin.received())) {
        out.refuse(
            RejectReason.ABSURD_TIME,
            "card " + fix.card() + ": seen at " + fix.at(),
            origin,
            moment.now());
      } else if (rule != null) {
        take(fix, rule);
      }
    }
  }

  private void take(Fix fix, PeopleRule asked) {
    String card = fix.card().value();
    long at = fix.at().toEpochMilli();
    if (fix.distress()) {
      Long began = memory.backlog.calls(card, at, origin.received());
      if (began != null) {
        out.tell(finding(fix, asked, FindingKind.OPENED, began));
      }
    } else {
      Long began = memory.backlog.calm(card, at);
      if (began != null) {
        out.tell(finding(fix, asked, FindingKind.CLEARED, began));
      }
    }
  }

  private Finding finding(Fix fix, PeopleRule asked, FindingKind kind, long began) {
    Subject subject = Subject.of(fix.card());
    Instant onset = Instant.ofEpochMilli(began);
    double limit = asked.numbers().limit();
    return new Finding(
            FindingIds.of(memory.mine(), subject.toString(), asked.id(), onset),
            kind == FindingKind.OPENED ? 0 : 1,
            kind,
            memory.mine(),
            subject,
            fix.zone(),
            null,
            asked.asks().unit(),
            Check.PEOPLE,
            asked.id(),
            asked.severity(),
            onset,
            fix.at(),
            Instant.ofEpochMilli(origin.received()),
            Instant.ofEpochMilli(moment.now()),
            null,
            Quality.GOOD,
            limit,
            limit,
            onset,
            memory.plan().version(),
            Map.of())
        .asPast()
        .byClock(ahead);
  }
}
