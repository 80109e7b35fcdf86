package io.minewatch.bench.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.bench.limit.LimitHarness;
import io.minewatch.bench.script.Calendar;
import io.minewatch.bench.workload.Cursor;
import io.minewatch.bench.workload.Mine;
import io.minewatch.bench.workload.Mix;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Told OPENED =
      new Told("990000000001", "CH4-0001", "r", 0, FindingKind.OPENED, Severity.ORANGE, 1, 1);
  private static final Told CLEARED =
      new Told("990000000001", "CH4-0001", "r", 1, FindingKind.CLEARED, Severity.ORANGE, 1, 2);

  @Test
  void isCleanWhenAllIsToldOnceInAnyOrder() {
    assertThat(Score.of(List.of(OPENED, CLEARED), List.of(CLEARED, OPENED)).isClean()).isTrue();
  }

  @Test
  void namesWhatIsMissing() {
    Score score = Score.of(List.of(OPENED, CLEARED), List.of(OPENED));

    assertThat(score.missed()).containsExactly(CLEARED);
    assertThat(score.isClean()).isFalse();
  }

  @Test
  void aFactToldTwiceIsOneTooMany() {
    Score score = Score.of(List.of(OPENED), List.of(OPENED, OPENED));

    assertThat(score.surplus()).containsExactly(OPENED);
    assertThat(score.isClean()).isFalse();
  }

  @Test
  void aWrongColourIsBothMissedAndTooMany() {
    Told wrong =
        new Told("990000000001", "CH4-0001", "r", 0, FindingKind.OPENED, Severity.RED, 1, 1);
    Score score = Score.of(List.of(OPENED), List.of(wrong));

    assertThat(score.missed()).containsExactly(OPENED);
    assertThat(score.surplus()).containsExactly(wrong);
  }

  @Test
  void aFloodHasEveryKindOfFactAndTheLimitHarnessFindsThemAll() {
    Mix mix = Mix.national(3, 60, 1_767_225_600_000L).withAlarms(Mix.Alarms.FLOOD);
    Workload workload = new Workload(mix);
    List<Told> expected = Oracle.expected(workload, 2);
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    expected.forEach(fact -> kinds.add(fact.kind()));
    LimitHarness harness = new LimitHarness(workload.mines().stream().map(Mine::plan).toList());
    Cursor cursor = workload.messages(0, 2 * Calendar.PERIOD_TICKS);
    for (Parcel parcel = cursor.next(); parcel != null; parcel = cursor.next()) {
      harness.judge(parcel);
    }

    // A level is held until restored, so nothing is ever lowered.
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(FindingKind.LOWERED)));
    assertThat(Score.of(expected, harness.told()).inWords()).startsWith("all ");
  }

  @Test
  void theHarnessMissesWhatItIsNotSent() {
    Workload workload = new Workload(Mix.national(3, 2, 1_767_225_600_000L));
    LimitHarness harness = new LimitHarness(workload.mines().stream().map(Mine::plan).toList());
    List<Parcel> sent = new ArrayList<>();
    Cursor cursor = workload.messages(0, Calendar.PERIOD_TICKS);
    for (Parcel parcel = cursor.next(); parcel != null; parcel = cursor.next()) {
      sent.add(parcel);
    }
    sent.subList(0, sent.size() - 1).forEach(harness::judge);

    Score score = Score.of(Oracle.expected(workload, 1), harness.told());

    assertThat(score.missed()).hasSize(1);
  }
}
