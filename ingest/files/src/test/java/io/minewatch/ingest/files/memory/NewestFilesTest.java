package io.minewatch.ingest.files.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileHead;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestFilesTest {
  private final NewestFiles files = new NewestFiles();

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
    assertThat(files.take(head("610631015", "RYSS", 0), new byte[] {1}))
        .isEqualTo(Freshness.NEWEST);
  }

  @Test
  void whatWasForgottenBeyondTheLimitIsOlderAndNeverNewest() {
    for (int i = 0; i <= NewestFiles.MAX_FILES; i++) {
      take("RYSS", i * 300, i);
    }

    assertThat(take("RYSS", 0, 0)).isEqualTo(Freshness.OLDER);
  }

  private Freshness take(String type, int seconds, int content) {
    return files.take(head(Dropped.MINE, type, seconds), new byte[] {(byte) content});
  }

  private static FileHead head(String mine, String type, int seconds) {
    return new FileHead(
        "f", type, new MineCode(mine), Dropped.MADE.plusSeconds(seconds), List.of());
  }
}
