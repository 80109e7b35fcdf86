package io.minewatch.ingest.files.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A late file sent as now ends alarms; one of now sent as late raises none. */
class NewestFilesTest {
  private static final int TWO_HOURS = 7_200;

  private final NewestFiles files = new NewestFiles();
  private int content;

  @Test
  void theSameBytesAreADoubleHoweverOftenTheyCome() {
    FileHead head = head("RYSS", 0);
    assertThat(files.isDouble(head, new byte[] {1})).isFalse();
    assertThat(files.isDouble(head, new byte[] {1})).as("only looked at").isFalse();
    files.keep(head, new byte[] {1}, List.of(), Dropped.MADE);
    files.keep(head("RYSS", 300), new byte[] {2}, List.of(), Dropped.MADE);
    assertThat(files.isDouble(head, new byte[] {1})).isTrue();
    assertThat(files.isDouble(head("CDSS", 0), new byte[] {1})).isFalse();
    for (int i = 0; i < NewestFiles.MAX_FILES; i++) {
      files.keep(head, new byte[] {3, (byte) i}, List.of(), Dropped.MADE);
    }
    assertThat(files.isDouble(head, new byte[] {1})).as("forgotten").isFalse();
  }

  @Test
  void otherBytesOfTheSameTimeAreACorrection() {
    assertThat(late("a", 0, 0)).isFalse();
    assertThat(late("a", 0, 1)).isFalse();
  }

  @Test
  void kindsMinesAndNamesDoNotTouchEachOther() {
    assertThat(late("a", 300, 300)).isFalse();
    assertThat(late("b", 0, 301)).isFalse();
    assertThat(files.isLate(head("CDSS", 0), "a", came(301))).isTrue();
    assertThat(files.isLate(head("RYSS", 0), "a", came(301))).isFalse();
    FileHead other = new FileHead("f", "CDSS", new MineCode("610631015"), Dropped.MADE, List.of());
    assertThat(files.isLate(other, "a", came(301))).isFalse();
  }

  @Test
  void aNameThatWasForgottenBeyondTheLimitIsOfThePresent() {
    late("a", 300, 300);
    for (int i = 0; i < NewestFiles.MAX_NAMES; i++) {
      late("n" + i, 300, 300);
    }
    assertThat(late("a", 0, 301)).isFalse();
    assertThat(late("n9999", 0, 301)).isTrue();
  }

  /** One old file with each new one, at the pace of the clock, for as long as it takes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 30, 300, 600})
  void anOldFileBesideEachNewOneIsLateToTheLast(int period) {
    late("a", -period, -period); // two arrivals tell the period
    for (int i = 0; i < 200; i++) {
      assertThat(late("a", period * i, period * i)).isFalse();
      assertThat(late("a", period * i - 3 * period, period * i + period / 2)).isTrue();
    }
  }

  /** The clock goes wrong by so much; the last column: most seconds until it is the present. */
  @ParameterizedTest
  @CsvSource({
    "1, -7200, 10",
    "10, -7200, 20",
    "30, -7200, 60",
    "30, -20, 20",
    "300, -7200, 600",
    "600, -7200, 1200",
    "1200, -7200, 2400",
    "3600, -7200, 3600",
    "7200, -14400, 3600",
    "10, 7200, 20",
    "3600, 7200, 3600",
  })
  void aClockThatWasPutCostsTwoPeriodsAtMost(int period, int by, int most) {
    for (int i = 0; i < 20; i++) {
      assertThat(late("a", period * i, period * i)).isFalse();
    }
    for (int times = 1; times <= 3; times++) { // again and again, and it costs no more
      int from = 20 * period * times;
      for (int i = 0; i < 20; i++) {
        int came = from + period * i;
        boolean late = late("a", came + by * times, came);
        int sinceNewest = period * (i + 1);
        assertThat(late && sinceNewest >= most).as("%s s after the newest", sinceNewest).isFalse();
      }
    }
  }

  /** An upload of ten files each five minutes, and then the clock is put back. */
  @Test
  void ofFilesInBatchesThoseOfTwoPeriodsAtMostAreLate() {
    int late = 0;
    for (int batch = 0; batch < 20; batch++) {
      for (int i = 0; i < 10; i++) {
        int made = 300 * batch + 30 * i - (batch < 10 ? 0 : TWO_HOURS);
        late += late("a", made, 300 * batch + 290 + i % 2) ? 1 : 0;
      }
      assertThat(late).as("batch %s", batch).isBetween(batch < 10 ? 0 : 10, batch < 10 ? 0 : 11);
    }
  }

  /** What is left over of a batch comes at any time before the next. */
  @ParameterizedTest
  @ValueSource(ints = {1, 11, 60, 150, 299, 599})
  void aStragglerOfABatchIsLate(int after) {
    for (int batch = 0; batch < 5; batch++) {
      for (int i = 0; i < 10; i++) {
        late("a", 300 * batch + 30 * i, 300 * batch + 290);
      }
    }
    assertThat(late("a", 1_305, 1_490 + after)).isTrue();
  }

  @Test
  void threeSystemsOfDifferentPointsByClocksOfTheirOwnAreAllOfThePresent() {
    for (int i = 0; i < 50; i++) {
      assertThat(late("a", 60 * i, 60 * i)).isFalse();
      assertThat(late("b", 60 * i - 120, 60 * i + 2)).isFalse();
      assertThat(late("c", 60 * i - TWO_HOURS, 60 * i + 3)).isFalse();
    }
  }

  @Test
  void filesOfOneCycleThatHoldDifferentPointsMayOvertakeEachOther() {
    for (int i = 0; i < 10; i++) {
      assertThat(late("b", 60 * i + 1, 60 * i + 5)).isFalse();
      assertThat(late("a", 60 * i, 60 * i + 6)).isFalse();
    }
  }

  @Test
  void ofTwoSystemsOfTheSamePointsTheOneBehindIsThePresentOnceTheOtherIsSilent() {
    for (int i = 0; i < 10; i++) {
      assertThat(late("a", 60 * i, 60 * i)).isFalse();
      assertThat(late("a", 60 * i - 120, 60 * i + 2)).isTrue();
    }
    assertThat(late("a", 480, 602)).isTrue();
    assertThat(late("a", 540, 662)).isFalse();
    assertThat(late("a", 600, 722)).isFalse();
  }

  @Test
  void aHeapOfLateFilesIsLateToTheLast() {
    for (int i = 0; i < 10; i++) {
      late("a", 60 * i, 60 * i);
    }
    for (int i = 1; i < 500; i++) {
      assertThat(late("a", i, 541 + i / 5)).isTrue();
    }
  }

  /** A minute is taken for the period until two arrivals told it. */
  @Test
  void afterAStartWhatIsOlderIsLateForTwoMinutes() {
    assertThat(late("a", 0, 0)).isFalse();
    assertThat(late("a", -30, 119)).isTrue();
    assertThat(late("a", -30, 120)).isFalse();
  }

  /** Three hours without a file are an outage: they make no period of three hours. */
  @Test
  void anOutageMakesTheNextWrongClockCostFourPeriodsAtMost() {
    for (int i = 0; i < 10; i++) {
      late("a", 30 * i, 30 * i);
    }
    int up = 3 * 3_600;
    assertThat(late("a", up, up)).isFalse();
    assertThat(late("a", up + 30 - TWO_HOURS, up + 30)).isTrue();
    assertThat(late("a", up + 120 - TWO_HOURS, up + 120)).isFalse();
  }

  private boolean late(String name, int made, int came) {
    FileHead head =
        new FileHead(
            "f",
            "CDSS",
            new MineCode(Dropped.MINE),
            came(made),
            Duration.ofSeconds(made - came),
            List.of());
    boolean late = files.isLate(head, name, came(came));
    content++;
    byte[] bytes = {(byte) content, (byte) (content >> 8), (byte) (content >> 16)};
    files.keep(head, bytes, List.of(name), came(came));
    return late;
  }

  private static Instant came(int seconds) {
    return Dropped.MADE.plusSeconds(seconds);
  }

  private static FileHead head(String type, int seconds) {
    return new FileHead(
        "f", type, new MineCode(Dropped.MINE), Dropped.MADE.plusSeconds(seconds), List.of());
  }
}
