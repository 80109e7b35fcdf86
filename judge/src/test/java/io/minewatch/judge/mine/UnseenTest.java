package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Quality;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A point that is heard and measures nothing is not seen: no flag hides it for ever. */
class UnseenTest extends CutOffMine {
  /** All points are heard every ten seconds; of A1 this is said. */
  private void flagged(int from, int to, Quality quality) {
    for (int second = from; second < to; second += 10) {
      say(second, "gw-1", quality, "A1");
      say(second, "gw-1", Quality.GOOD, "A2", "B1");
      say(second, "gw-2", Quality.GOOD, "C1");
      pass(second, second + 9);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Quality.class,
      names = {"CALIBRATION", "UNDER_RANGE", "SUSPECT"})
  void aPointThatMeasuresNothingUnderAFlagForTooLongIsAFindingOfItsOwn(Quality flag) {
    allSpeak(0);
    flagged(10, 1_810, flag);
    assertThat(told).isEmpty();
    flagged(1_810, 1_840, flag);

    assertThat(said()).containsExactly("OPENED o-UNSEEN A1");
    assertThat(told.get(0).severity()).isEqualTo(Severity.YELLOW);
    assertThat(told.get(0).quality()).isEqualTo(flag);
    assertThat(told.get(0).detail()).containsExactly(Map.entry("flag", flag.name()));

    memory = ListTape.copy(memory);
    flagged(1_840, 1_900, flag);
    assertThat(told).hasSize(1);
    flagged(1_900, 1_910, Quality.GOOD);
    assertThat(said()).endsWith("CLEARED o-UNSEEN A1");
  }

  @Test
  void oneFlagAfterAnotherIsOneTimeAndAMeasurementBetweenEndsIt() {
    allSpeak(0);
    flagged(10, 900, Quality.CALIBRATION);
    flagged(900, 1_840, Quality.UNDER_RANGE);
    assertThat(said()).containsExactly("OPENED o-UNSEEN A1");

    told.clear();
    flagged(1_840, 1_850, Quality.GOOD);
    flagged(1_850, 3_600, Quality.CALIBRATION);
    flagged(3_600, 3_610, Quality.GOOD);
    flagged(3_610, 5_400, Quality.CALIBRATION);
    assertThat(said()).containsExactly("CLEARED o-UNSEEN A1");
  }

  @Test
  void whatBreaksAfterAFlagIsTheBrokenLineAndDoesNotEndTheFlag() {
    allSpeak(0);
    flagged(10, 1_840, Quality.CALIBRATION);
    flagged(1_840, 1_900, Quality.DISCONNECTED);
    assertThat(said()).containsExactly("OPENED o-UNSEEN A1", "OPENED o-LINE A1");

    told.clear();
    flagged(1_900, 1_910, Quality.CALIBRATION);
    flagged(1_910, 3_000, Quality.DISCONNECTED);
    flagged(3_000, 5_000, Quality.GOOD);
    assertThat(said())
        .containsExactly(
            "CLEARED o-LINE A1", "OPENED o-LINE A1", "CLEARED o-LINE A1", "CLEARED o-UNSEEN A1");
  }

  @Test
  void aFlagBlindsAnAlarmThatStandsWhenItHasLastedTooLong() {
    Bench mine = new Bench(plan(1));
    mine.reading(0, "A1", 1.2);
    for (int second = 10; second < 1_800; second += 10) {
      assertThat(mine.reading(second, "A1", 0.1, Quality.CALIBRATION)).isEmpty();
    }
    mine = copied(mine);
    assertThat(mine.reading(1_800, "A1", 0.1, Quality.CALIBRATION))
        .containsExactly(FindingKind.BLIND);
    Finding blind = mine.last.findings().get(0);
    assertThat(blind.severity()).isEqualTo(Severity.RED);
    assertThat(blind.quality()).isEqualTo(Quality.CALIBRATION);
    assertThat(mine.reading(1_810, "A1", 0.1, Quality.CALIBRATION)).isEmpty();
    assertThat(mine.reading(1_820, "A1", 1.3)).containsExactly(FindingKind.SEEN);
  }

  private static Bench copied(Bench mine) {
    mine.memory = ListTape.copy(mine.memory);
    return mine;
  }
}
