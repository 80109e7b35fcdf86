package io.minewatch.ingest.files.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileHead;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestFilesTest {
  private final NewestFiles files = new NewestFiles();
  private int arrivals;

  @Test
  void anOlderFileNeverReplacesNewerState() {
    assertThat(take("RYSS", 300, 1)).isEqualTo(Freshness.NEWEST);
    assertThat(take("RYSS", 0, 2)).isEqualTo(Freshness.OLDER);
    assertThat(take("RYSS", 600, 3)).isEqualTo(Freshness.NEWEST);
  }

  @Test
  void theSameBytesAreADuplicateHoweverOftenTheyCome() {
    assertThat(take("RYSS", 0, 1)).isEqualTo(Freshness.NEWEST);
    assertThat(take("RYSS", 0, 1)).isEqualTo(Freshness.DUPLICATE);
    assertThat(take("RYSS", 300, 2)).isEqualTo(Freshness.NEWEST);
    assertThat(take("RYSS", 0, 1)).isEqualTo(Freshness.DUPLICATE);
  }

  @Test
  void otherBytesOfTheSameTimeAreACorrection() {
    assertThat(take("RYXX", 0, 1)).isEqualTo(Freshness.NEWEST);
    assertThat(take("RYXX", 0, 2)).isEqualTo(Freshness.NEWEST);
  }

  @Test
  void kindsAndMinesDoNotTouchEachOther() {
    assertThat(take("RYSS", 300, 1)).isEqualTo(Freshness.NEWEST);
    assertThat(take("CDSS", 0, 1)).isEqualTo(Freshness.NEWEST);
    assertThat(taken("610631015", "RYSS", 0, 1)).isEqualTo(Freshness.NEWEST);
  }

  @Test
  void whatWasForgottenBeyondTheLimitIsOlderAndNeverNewest() {
    for (int i = 0; i <= NewestFiles.MAX_FILES; i++) {
      take("RYSS", i * 300, i);
    }

    assertThat(take("RYSS", 0, 0)).isEqualTo(Freshness.OLDER);
  }

  @Test
  void whatIsOnlyLookedAtIsNotRemembered() {
    FileHead head = head(Dropped.MINE, "RYSS", 0);
    assertThat(files.look(head, new byte[] {1}, Dropped.MADE)).isEqualTo(Freshness.NEWEST);
    assertThat(files.look(head, new byte[] {1}, Dropped.MADE)).isEqualTo(Freshness.NEWEST);
  }

  /**
   * A reading is never lost to a wrong clock, nor taken for the past for as long as it is wrong.
   */
  @Test
  void aClockThatWasPutBackCostsOneFileItsPlaceInThePresent() {
    for (int i = 0; i < 5; i++) {
      assertThat(at(Dropped.MINE, "CDSS", 30 * i, i, 30 * i)).isEqualTo(Freshness.NEWEST);
    }
    int back = 7_200;
    assertThat(at(Dropped.MINE, "CDSS", 150 - back, 5, 150)).isEqualTo(Freshness.OLDER);
    for (int i = 6; i < 20; i++) {
      int jitter = i % 3;
      assertThat(at(Dropped.MINE, "CDSS", 30 * i - back, i, 30 * i + jitter))
          .isEqualTo(Freshness.NEWEST);
    }
  }

  @Test
  void aSecondSystemWhoseClockIsBehindIsOfThePresentToo() {
    for (int i = 0; i < 10; i++) {
      assertThat(at(Dropped.MINE, "CDSS", 60 * i, i, 60 * i)).isEqualTo(Freshness.NEWEST);
      assertThat(at(Dropped.MINE, "CDSS", 60 * i - 120, 100 + i, 60 * i + 2))
          .isEqualTo(i == 0 ? Freshness.OLDER : Freshness.NEWEST);
    }
  }

  @Test
  void aHeapOfLateFilesIsLateToTheLast() {
    assertThat(at(Dropped.MINE, "CDSS", 900, 0, 900)).isEqualTo(Freshness.NEWEST);
    for (int i = 1; i < 10; i++) {
      assertThat(at(Dropped.MINE, "CDSS", 60 * i, i, 901)).isEqualTo(Freshness.OLDER);
    }
    assertThat(at(Dropped.MINE, "CDSS", 800, 10, 90_000)).isEqualTo(Freshness.OLDER);
  }

  private Freshness take(String type, int seconds, int content) {
    return taken(Dropped.MINE, type, seconds, content);
  }

  /** A file that comes a second after it is made. */
  private Freshness taken(String mine, String type, int seconds, int content) {
    return at(mine, type, seconds, content, 1_000_000 + arrivals++);
  }

  private Freshness at(String mine, String type, int seconds, int content, int came) {
    FileHead head = head(mine, type, seconds);
    byte[] bytes = {(byte) content, (byte) (content >> 8)};
    Instant arrival = Dropped.MADE.plusSeconds(came);
    Freshness freshness = files.look(head, bytes, arrival);
    files.keep(head, bytes, arrival);
    return freshness;
  }

  private static FileHead head(String mine, String type, int seconds) {
    return new FileHead(
        "f", type, new MineCode(mine), Dropped.MADE.plusSeconds(seconds), List.of());
  }
}
