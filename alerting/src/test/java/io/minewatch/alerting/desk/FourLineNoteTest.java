package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts as they come, while a call waits. */
class FourLineNoteTest extends FourLinesDatabase {
  @Test
  void aCallWaitsForNoPlanButTheOneAtHand() {
    List<Finding> asked = new ArrayList<>();
    FourLines.RuleOf rules =
        finding -> {
          asked.add(finding);
          return null;
        };
    Finding point = silence("a", null);
    assertThat(FourLines.outage(List.of(point), rules).line()).isEqualTo(FourLine.LINE);
    assertThat(asked).containsExactly(point);
    asked.clear();
    assertThat(FourLine.isOfItsRule(point)).isTrue();
    Finding gateway = about(point, Subject.of(new GatewayId("gw-01")));
    assertThat(FourLines.outage(List.of(gateway), rules).line()).isEqualTo(FourLine.NETWORK);
    assertThat(asked).as("what a gateway is cut from says its subject").isEmpty();
  }

  @Test
  void whatIsFlaggedAsNoMeasurementIsNoBrokenLineWhenItsRuleLeavesThePlan() throws Exception {
    FourLines lines = lines(1);
    database.write(
        () -> {
          store.fourLines().made(CLOCK.instant());
          return store.findings().keep(silence("a", null)); // its rule said: heard, and flagged
        });
    note(silence("a", T.plusSeconds(90)));
    note(silence("a", T.plusSeconds(91)), plan(OutageRule.Of.LINE)); // the rule is another's by now
    Span all = new Span(T, CLOCK.instant());
    assertThat(lines.judged(Set.of(code(0)), all, Spans.NONE, CLOCK.instant())).isEmpty();

    note(silence("b", null));
    note(silence("b", T.plusSeconds(90)));
    assertThat(lines.judged(Set.of(code(0)), all, Spans.NONE, CLOCK.instant()))
        .as("what was one ends")
        .singleElement()
        .satisfies(one -> assertThat(one.outage().ended()).isEqualTo(T.plusSeconds(90)));
  }

  @Test
  void whileOldFindingsAreCountedAFlaggedPointIsNoBrokenLineEither() throws Exception {
    FourLines lines = lines(1);
    database.write(
        () -> {
          store.findings().keep(silence("a", null));
          return store.findings().keep(silence("b", null));
        });
    note(silence("a", T.plusSeconds(90)));
    assertThat(has("a")).as("its turn comes").isFalse();
    Plan then = plan(OutageRule.Of.UNSEEN);
    database.write(
        () -> {
          store.fourLines().keep(FourLines.outage(List.of(silence("b", null)), any -> null));
          store.outbox().plan("plan", then);
          return then;
        });
    FourLineFill fill = new FourLineFill(store, CLOCK);
    while (fill.some()) {
      assertThat(lines.isWhole()).isFalse();
    }
    assertThat(lines.isWhole()).isTrue();
    assertThat(has("a")).isFalse();
    assertThat(has("b")).as("taken for one before").isFalse();
  }

  private boolean has(String id) {
    return store.fourLines().has(silence(id, null).id());
  }

  private static Finding about(Finding like, Subject subject) {
    return new Finding(
        like.id(),
        like.fact(),
        like.kind(),
        like.mine(),
        subject,
        null,
        null,
        "",
        like.check(),
        like.rule(),
        like.severity(),
        like.onset(),
        like.measured(),
        like.received(),
        like.judged(),
        null,
        like.quality(),
        0,
        Double.NaN,
        like.onset(),
        1,
        Map.of());
  }

  private void note(Finding fact) {
    note(fact, null);
  }

  private void note(Finding fact, @Nullable Plan plan) {
    database.write(
        () -> {
          store.findings().keep(fact);
          FourLines.note(store, store.findings().facts(fact.id()), plan);
          return fact;
        });
  }
}
