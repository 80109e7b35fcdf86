package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition over nothing but findings of rules that are about no points: only time passes. */
class CompoundTimeTest {
  private static final PeopleRule FULL = Pit.rule(Asks.MINE_FULL, 2, 0, 0);
  private static final PeopleRule DISTRESS = Pit.rule(Asks.DISTRESS, 0, 0, 0);
  private static final int OVER_AT = 20;

  private final Pit pit = new Pit(Pit.plan(FULL, DISTRESS, own()));

  private static CompoundRule own() {
    return new CompoundRule(
        "own",
        "综合",
        "own",
        "mine-full",
        new ZoneId("face"),
        List.of(new Operand("full", null, FULL.id()), new Operand("call", null, DISTRESS.id())),
        "full || call",
        Severity.ORANGE,
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  /** Three are in from 10 on, and two from {@link #OVER_AT} on; nothing more is heard. */
  private void fullAndOver() {
    pit.crowd(10, "p", 3, "face");
    pit.say(OVER_AT, "gw", Pit.fix(OVER_AT, "p-1", "surface"));
  }

  private List<String> ofOwn() {
    return pit.told.stream()
        .filter(each -> each.rule().equals("own"))
        .map(each -> each.kind() + " " + each.detail().get("full"))
        .toList();
  }

  @ParameterizedTest(name = "{0} s after it was over: {1}")
  @CsvSource({"29, 1", "30, 2", "31, 2"})
  void isOverByTimeAlone(int after, int facts) {
    fullAndOver();
    pit.time(OVER_AT + after);

    assertThat(ofOwn()).hasSize(facts).first().isEqualTo("OPENED true");
    assertThat(ofOwn().subList(1, facts)).allMatch("CLEARED false"::equals);
  }

  @Test
  void wakesForItAndNotBefore() {
    fullAndOver();
    assertThat(pit.memory.watches.wakeAt()).isGreaterThan(Bench.millis(OVER_AT));
    pit.quiet(OVER_AT + 1, OVER_AT + 30);

    assertThat(ofOwn()).containsExactly("OPENED true", "CLEARED false");
  }

  @Test
  void wakesForItAfterARestartAndForNothingOnceItIsOver() {
    fullAndOver();
    pit.memory = ListTape.copy(pit.memory);
    assertThat(pit.memory.watches.named("compound").wakeAt()).isEqualTo(Bench.millis(OVER_AT + 30));
    pit.time(OVER_AT + 30);

    assertThat(pit.memory.watches.named("compound").wakeAt()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatHoldsAgainIsNotOver() {
    fullAndOver();
    pit.say(OVER_AT + 10, "gw", Pit.distress(OVER_AT + 10, "p-2", "face"));
    pit.time(OVER_AT + 40);

    assertThat(ofOwn()).containsExactly("OPENED true");
  }

  @Test
  void theTimeInWhichNobodyListenedDoesNotCount() {
    fullAndOver();
    pit.restart(OVER_AT + 100);
    pit.time(OVER_AT + 100);
    pit.time(OVER_AT + 129);
    assertThat(ofOwn()).containsExactly("OPENED true");
    pit.time(OVER_AT + 130);

    assertThat(ofOwn()).containsExactly("OPENED true", "CLEARED false");
  }
}
