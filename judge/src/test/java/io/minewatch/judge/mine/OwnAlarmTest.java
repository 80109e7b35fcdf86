package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the mine's own systems raise is told beside our judging, and neither touches the other. */
class OwnAlarmTest extends OwnAlarmBench {
  @Test
  void anAlarmOpensOnceAndEndsByTheWordOfItsSystem() {
    assertThat(told(10, Lane.LIVE, alarm(GAS, 5, STANDS))).containsExactly(OPENED);
    Finding opened = finding();
    assertThat(opened.check()).isEqualTo(Check.REPORTED);
    assertThat(opened.severity()).isEqualTo(Severity.BLUE);
    assertThat(opened.hazard()).isEqualTo(Hazard.GAS);
    assertThat(opened.zone()).isEqualTo(new ZoneId("face"));
    assertThat(opened.onset()).isEqualTo(Bench.instant(5));
    assertThat(opened.detail()).containsEntry("max", "1.3");

    assertThat(told(40, Lane.LIVE, alarm(GAS, 5, STANDS))).isEmpty();
    assertThat(told(70, Lane.LIVE, alarm(GAS, 5, 60))).containsExactly(CLEARED);
    assertThat(finding().id()).isEqualTo(opened.id());
    assertThat(finding().measured()).isEqualTo(Bench.instant(60));
    assertThat(told(80, Lane.LIVE, alarm(GAS, 5, STANDS))).as("an older file").isEmpty();
    assertThat(told(90, Lane.LIVE, alarm(GAS, 85, STANDS))).containsExactly(OPENED);
  }

  @Test
  void aCallForHelpIsAFindingOfPeopleWhereTheSystemSaysThatTheCardIs() {
    assertThat(told(10, Lane.LIVE, alarm(CARD, 5, STANDS))).containsExactly(OPENED);
    assertThat(finding().severity()).isEqualTo(Severity.RED);
    assertThat(finding().hazard()).isEqualTo(Hazard.PEOPLE);
    assertThat(finding().zone()).isEqualTo(new ZoneId("return"));
    bench.fix(20, "7", "return"); // a position that does not call ends nothing
    assertThat(bench.kinds()).isEmpty();
    bench.timeIs(100_000); // nor does silence
    assertThat(bench.kinds()).doesNotContain(CLEARED);
  }

  @Test
  void theEndOfTheirAlarmEndsNoneOfOurs() {
    assertThat(bench.reading(1, "T0", 1.2)).containsExactly(OPENED);
    told(10, Lane.LIVE, alarm(GAS, 1, STANDS));
    assertThat(told(20, Lane.LIVE, alarm(GAS, 1, 15))).containsExactly(CLEARED);
    assertThat(finding().check()).isEqualTo(Check.REPORTED);
    assertThat(bench.reading(21, "T0", 1.6)).as("ours goes on").containsExactly(FindingKind.RAISED);
    assertThat(bench.reading(31, "T0", 0.2)).containsExactly(CLEARED);
    assertThat(finding().check()).isEqualTo(Check.LIMIT);
  }

  @Test
  void whatWasOverBeforeWeHeardOfItIsAPastFact() {
    assertThat(told(50, Lane.LIVE, alarm(GAS, 5, 40))).containsExactly(OPENED, CLEARED);
    assertThat(bench.last.findings()).allMatch(f -> f.lane() == Lane.BACKFILL);
    assertThat(told(60, Lane.LIVE, alarm(GAS, 5, 40))).isEmpty();
  }

  @Test
  void theBackfillLaneOpensNothingLiveAndIsToldOnce() {
    assertThat(told(50, Lane.BACKFILL, alarm(CARD, 5, STANDS))).containsExactly(OPENED);
    assertThat(finding().lane()).isEqualTo(Lane.BACKFILL);
    assertThat(told(51, Lane.BACKFILL, alarm(CARD, 5, STANDS))).isEmpty();
    assertThat(told(60, Lane.LIVE, alarm(CARD, 5, STANDS))).containsExactly(OPENED);
    assertThat(finding().lane()).isEqualTo(Lane.LIVE);
    assertThat(told(70, Lane.BACKFILL, alarm(CARD, 5, 65)))
        .as("the end of what stands ends it, however late it is told")
        .containsExactly(CLEARED);
    assertThat(finding().lane()).isEqualTo(Lane.LIVE);
  }

  @Test
  void aClockPutBackHidesNoAlarm() {
    told(7_200, Lane.LIVE, alarm(GAS, 7_190, STANDS));
    told(7_210, Lane.LIVE, alarm(GAS, 7_190, 7_205));
    assertThat(told(7_220, Lane.LIVE, alarm(GAS, 20, STANDS))).containsExactly(OPENED);
  }

  @Test
  void aCallForHelpThatWasOverBeforeWeHeardOfItIsToldLive() {
    assertThat(told(50, Lane.LIVE, alarm(CARD, 5, 20))).containsExactly(OPENED, CLEARED);
    assertThat(bench.last.findings()).allMatch(f -> f.lane() == Lane.LIVE);
    assertThat(told(60, Lane.LIVE, alarm(CARD, 5, 20))).as("listed again").isEmpty();
    assertThat(told(100_000, Lane.LIVE, alarm(CARD, 30, 40))).containsExactly(OPENED, CLEARED);
    assertThat(bench.last.findings())
        .as("over for more than a day")
        .allMatch(f -> f.lane() == Lane.BACKFILL);
  }

  @Test
  void aCallForHelpIsOfPeopleWhateverItWasToldOf() {
    OwnAlarm help =
        new OwnAlarm(OwnAlarm.Kind.DISTRESS, GAS, null, Bench.instant(5), null, Map.of());
    assertThat(told(10, Lane.LIVE, help)).containsExactly(OPENED);
    assertThat(finding().hazard()).isEqualTo(Hazard.PEOPLE);
  }

  @Test
  void anOwnConditionOverThemIsLookedAtInItsTimeAndHoldsWhileOneStands() {
    CompoundRule own =
        new CompoundRule(
            "own",
            "综合",
            "own",
            "heading",
            new ZoneId("face"),
            List.of(new Operand("theirs", null, "own-DISTRESS")),
            "theirs",
            Severity.ORANGE,
            Duration.ofSeconds(2),
            Duration.ZERO,
            Plans.SOURCE);
    bench.memory = new Bench(plan(1, own)).memory;
    told(10, Lane.LIVE, alarm(CARD, 5, STANDS), alarm(CARD, 6, STANDS));
    assertThat(bench.memory.nextLook).isLessThanOrEqualTo(Bench.millis(12));
    bench.timeIs(12);
    assertThat(bench.kinds()).containsExactly(OPENED);
    assertThat(told(20, Lane.LIVE, alarm(CARD, 6, 15))).containsExactly(CLEARED);
    bench.memory = ListTape.copy(bench.memory);
    assertThat(told(30, Lane.LIVE, alarm(CARD, 5, 25)))
        .as("theirs, and then ours")
        .containsExactly(CLEARED, CLEARED);
  }

  @Test
  void whatCannotBeIsRefusedAndTheRestIsTaken() {
    OwnAlarm unknown =
        new OwnAlarm(OwnAlarm.Kind.SLOPE, GAS, null, Bench.instant(5), null, Map.of());
    assertThat(
            told(
                10,
                Lane.LIVE,
                alarm(GAS, 1_000_000, STANDS),
                alarm(GAS, 9, 8),
                alarm(GAS, 11, -86_390),
                unknown,
                alarm(GAS, 5, STANDS)))
        .containsExactly(OPENED);
    assertThat(bench.last.rejections())
        .extracting(refused -> refused.reason())
        .containsExactly(
            RejectReason.ABSURD_TIME,
            RejectReason.ABSURD_TIME,
            RejectReason.ABSURD_TIME,
            RejectReason.UNKNOWN_ALARM);
  }

  @Test
  void aDoubledMessageChangesNothingAndThePointNeedNotBeKnown() {
    OwnAlarm stranger = alarm(Subject.of(new PointId("X9")), 5, STANDS);
    assertThat(told(10, Lane.LIVE, 7, stranger)).containsExactly(OPENED);
    assertThat(finding().zone()).isNull();
    assertThat(told(11, Lane.LIVE, 7, alarm(GAS, 5, STANDS))).isEmpty();
  }
}
