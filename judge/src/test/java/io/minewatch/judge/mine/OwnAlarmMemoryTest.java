package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.reported.ReportedWatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered of the alarms of the mine's own systems: each by its begin, and how long. */
class OwnAlarmMemoryTest extends OwnAlarmBench {
  @Test
  void everyBeginIsAFindingOfItsOwn() {
    assertThat(told(10, Lane.LIVE, alarm(CARD, 5, STANDS))).containsExactly(OPENED);
    Finding first = finding();
    assertThat(told(90, Lane.LIVE, alarm(CARD, 85, STANDS)))
        .as("pressed again while the first was never ended")
        .containsExactly(OPENED);
    Finding second = finding();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.onset()).isEqualTo(Bench.instant(85));
    bench.memory = ListTape.copy(bench.memory);
    assertThat(told(100, Lane.LIVE, alarm(CARD, 85, 95))).containsExactly(CLEARED);
    assertThat(finding().id()).isEqualTo(second.id());
    assertThat(told(110, Lane.LIVE, alarm(CARD, 5, 105))).containsExactly(CLEARED);
    assertThat(finding().id()).isEqualTo(first.id());
  }

  @Test
  void whichBeginWasHeardFirstChangesNoName() {
    told(10, Lane.LIVE, alarm(GAS, 5, STANDS), alarm(GAS, 7, STANDS));
    List<FindingId> inOrder = bench.last.findings().stream().map(Finding::id).toList();
    Bench other = new Bench(plan(1, own(OwnAlarm.Kind.OVER_LIMIT, Severity.BLUE)));
    bench.memory = other.memory;
    told(10, Lane.LIVE, alarm(GAS, 7, STANDS), alarm(GAS, 5, STANDS));
    assertThat(bench.last.findings().stream().map(Finding::id))
        .containsExactlyInAnyOrderElementsOf(inOrder);
  }

  @Test
  void aDayOfEndsIsRememberedHoweverManyThereAre() {
    int many = 40;
    OwnAlarm[] ended = new OwnAlarm[many];
    for (int i = 0; i < many; i++) {
      ended[i] = alarm(GAS, i, i + 1);
    }
    assertThat(told(100, Lane.LIVE, ended)).hasSize(2 * many);
    assertThat(told(200, Lane.LIVE, ended)).as("the same file once more").isEmpty();
    assertThat(told(300, Lane.LIVE, alarm(GAS, 0, STANDS))).as("an older file").isEmpty();
  }

  @Test
  void whatIsOverIsForgottenAfterADayHoweverFewThereAre() {
    int day = 86_400;
    told(10, Lane.LIVE, alarm(GAS, 1, 5), alarm(GAS, 6, STANDS));
    told(10, Lane.BACKFILL, alarm(GAS, 7, STANDS));
    assertThat(told(10 + day, Lane.LIVE, alarm(GAS, 1, 5))).as("a day after").isEmpty();
    assertThat(told(11 + 2 * day, Lane.LIVE, alarm(GAS, 1, 5))).containsExactly(OPENED, CLEARED);
    assertThat(told(11 + 2 * day, Lane.BACKFILL, alarm(GAS, 7, STANDS)))
        .as("what is past and was never told to be over goes too")
        .containsExactly(OPENED);
    assertThat(told(12 + 2 * day, Lane.LIVE, alarm(GAS, 6, STANDS))).as("it stands").isEmpty();
  }

  @Test
  void aFullMemoryRefusesNothingAndTellsWhatItLosesSightOf() {
    told(10, Lane.LIVE, alarm(CARD, 1, STANDS));
    told(11, Lane.LIVE, alarm(GAS, 2, STANDS));
    for (int i = 2; i < ReportedWatch.MOST; i++) {
      Subject each = Subject.of(new PointId("P" + i));
      told(20, Lane.LIVE, sequence++, alarm(each, 5, STANDS));
    }
    assertThat(told(30, Lane.LIVE, alarm(CARD, 25, STANDS))).containsExactly(BLIND, OPENED);
    assertThat(bench.last.rejections()).isEmpty();
    assertThat(finding().subject()).as("untold for longest, and no call for help").isEqualTo(GAS);
    assertThat(told(40, Lane.LIVE, alarm(CARD, 1, 35))).containsExactly(CLEARED);
    Subject one = Subject.of(new PointId("P1"));
    assertThat(told(50, Lane.LIVE, alarm(one, 45, STANDS)))
        .as("what is over makes room first")
        .containsExactly(OPENED);
  }

  @Test
  void whatStandsIsHeldOverAPlanAndOverARestartAndEndsBlindWithoutItsRule() {
    told(10, Lane.LIVE, alarm(GAS, 5, STANDS));
    told(11, Lane.LIVE, alarm(CARD, 6, STANDS));
    assertThat(bench.plan(20, plan(2, own(OwnAlarm.Kind.OVER_LIMIT, Severity.BLUE)))).isEmpty();
    bench.memory = ListTape.copy(bench.memory);
    assertThat(told(30, Lane.LIVE, alarm(GAS, 5, STANDS))).isEmpty();
    assertThat(bench.plan(40, plan(3))).containsExactly(BLIND);
    assertThat(finding().subject()).isEqualTo(GAS);
    assertThat(finding().severity()).as("what called nobody calls nobody").isEqualTo(Severity.BLUE);
    assertThat(finding().zone()).isEqualTo(new ZoneId("face"));
    assertThat(finding().hazard()).isEqualTo(Hazard.GAS);
    assertThat(told(50, Lane.LIVE, alarm(CARD, 6, 45))).containsExactly(CLEARED);
  }
}
