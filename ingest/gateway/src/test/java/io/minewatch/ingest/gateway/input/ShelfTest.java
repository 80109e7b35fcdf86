package io.minewatch.ingest.gateway.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which definition lies ready for a person, when the clock that names them is wrong. */
class ShelfTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  /** A file by the clock of its name, written after so many seconds. */
  private void define(String time, int after) throws IOException {
    Path file = Files.writeString(folder.resolve("140921021337_CDDY_" + time + ".txt"), "x");
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(after)));
    new Shelf(FolderSettings.of(folder)).define(file, "note");
    Files.deleteIfExists(file); // an older one stays there, to be done with
  }

  private List<String> ready() throws IOException {
    try (var files = Files.list(folder.resolve("definitions"))) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.endsWith(".import"))
          .toList();
    }
  }

  @Test
  void anOlderDefinitionReplacesNone() throws IOException {
    define("20260101080000", 0);
    define("20260101070000", 600);

    assertThat(ready()).containsExactly("140921021337_CDDY_20260101080000.txt");
  }

  @Test
  void oneThatIsNamedByAClockAheadGivesWayToALaterOneByARightClock() throws IOException {
    define("20260102080000", 0);
    define("20260101082000", 1_200);

    assertThat(ready()).containsExactly("140921021337_CDDY_20260101082000.txt");
  }
}
