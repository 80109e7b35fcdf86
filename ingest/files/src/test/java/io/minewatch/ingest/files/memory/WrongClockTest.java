package io.minewatch.ingest.files.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a host whose clock is ahead, and of one that is put right; times in seconds. */
class WrongClockTest {
  private static final int TWO_HOURS = 7_200;
  private static final String POINT = "a";

  private NewestFiles files = new NewestFiles();
  private int content;

  /** A file that comes now, made so long ago by a clock that is ahead by so much. */
  private boolean late(int came, int ago, int ahead) {
    FileHead head =
        new FileHead(
            "f",
            "CDSS",
            new MineCode(Dropped.MINE),
            Dropped.MADE.plusSeconds(came - ago + ahead),
            Duration.ofSeconds(ahead - ago),
            List.of());
    Instant at = Dropped.MADE.plusSeconds(came);
    boolean late = files.isLate(head, POINT, at);
    content++;
    files.keep(head, new byte[] {(byte) content, (byte) (content >> 8)}, List.of(POINT), at);
    return late;
  }

  private void steady(int period, int files, int ago, int ahead) {
    for (int i = -files; i < 0; i++) {
      assertThat(late(period * i, ago, ahead)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "10, 0", "10, 20", "30, 5", "300, 0", "300, 290", "600, 30"})
  void aClockThatWasAheadAndIsPutRightCostsNothing(int period, int ago) {
    steady(period, 20, ago, TWO_HOURS);
    for (int i = 0; i < 20; i++) {
      assertThat(late(period * i, ago, 0)).as("file %s", i).isFalse();
    }
  }

  /** A wrong header is not judged as now, and what comes after it is. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void aSingleFileFromTheFutureIsLateAndMakesNoOtherSo(int ago) {
    steady(30, 10, ago, 0);
    assertThat(late(-15, ago, TWO_HOURS)).isTrue();
    for (int i = 0; i < 10; i++) {
      assertThat(late(30 * i, ago, 0)).isFalse();
    }
  }

  /** By how much the clock is ahead, and how old the straggler is. */
  @ParameterizedTest
  @CsvSource({
    "310, 60",
    "310, 120",
    "310, 290",
    "360, 60",
    "360, 300",
    "600, 60",
    "600, 300",
    "600, 580",
    "7200, 60",
    "7200, 600",
    "7200, 3600",
    "7200, 7100",
    "7200, 9000"
  })
  void aStragglerOfAClockThatIsAheadIsLate(int ahead, int ago) {
    steady(30, 10, 2, ahead);
    assertThat(late(-15, ago, ahead)).isTrue();
    assertThat(late(0, 2, ahead)).isFalse();
  }

  /** An hour of files that waited for the clock to be put right, beside those of now. */
  @Test
  void filesOfTheWrongClockThatComeAfterItWasPutRightAreLateToTheLast() {
    steady(30, 10, 2, 0);
    for (int i = 0; i < 120; i++) {
      assertThat(late(30 * i, 2, 0)).isFalse();
      assertThat(late(30 * i + 10, 3_600 - 30 * i, TWO_HOURS)).isEqualTo(true);
    }
  }

  /** It may be one wrong header: only when nothing else comes any more it is the clock. */
  @ParameterizedTest
  @ValueSource(ints = {10, 30, 300})
  void aClockThatGoesAheadCostsTwoPeriods(int period) {
    steady(period, 20, 2, 0);
    for (int i = 0; i < 20; i++) {
      assertThat(late(period * i, 2, TWO_HOURS)).isEqualTo(i < 1);
    }
  }

  /** From five minutes on it is far ahead, and nothing jumped. */
  @Test
  void aClockThatDriftsFarAheadCostsNothing() {
    steady(30, 10, 2, 290);
    for (int i = 0; i < 40; i++) {
      assertThat(late(30 * i, 2, 290 + i)).as("ahead by %s s", 290 + i).isFalse();
    }
  }

  @ParameterizedTest(name = "from {0} s ahead to {1} s: late {2}")
  @CsvSource({"240, 300, false", "250, 310, false", "250, 311, true", "0, 301, true"})
  void aJumpIsOneOfMoreThanAMinuteToFarAhead(int from, int to, boolean jumped) {
    steady(30, 10, 0, from);
    assertThat(late(0, 0, to)).isEqualTo(jumped);
  }

  /** Two hours ahead, right, two behind, again and again. */
  @Test
  void aClockThatJumpsToAndFroCostsTwoPeriodsAtMost() {
    int[] off = {TWO_HOURS, 0, -TWO_HOURS, TWO_HOURS, -TWO_HOURS, 0};
    steady(30, 20, 2, 0);
    for (int i = 0; i < 20 * off.length; i++) {
      boolean late = late(30 * i, 2, off[i / 20]);
      assertThat(late && i % 20 >= 2).as("file %s, off by %s", i, off[i / 20]).isFalse();
    }
  }

  @Test
  void aRestartKnowsThatTheClockWasAhead() {
    steady(30, 10, 2, TWO_HOURS);
    FileHead any = new FileHead("f", "CDSS", new MineCode(Dropped.MINE), Dropped.MADE, List.of());
    NewestFiles.Name known = Objects.requireNonNull(files.known(any, POINT));
    files = new NewestFiles();
    files.restore(known, Dropped.MADE);

    assertThat(late(5, 600, TWO_HOURS)).as("a straggler").isTrue();
    assertThat(late(10, 2, 0)).as("put right meanwhile").isFalse();
  }
}
