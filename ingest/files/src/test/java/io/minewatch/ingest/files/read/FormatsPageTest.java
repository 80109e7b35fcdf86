package io.minewatch.ingest.files.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FormatsPageTest {
  private static final Path PAGE = Path.of("../../docs/formats.md");

  @Test
  void thePageOfFormatsIsWhatTheTablesSay() throws IOException {
    String page = FormatsPage.text();
    String stored = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!stored.equals(page) && Boolean.getBoolean("minewatch.write-docs")) {
      Files.writeString(PAGE, page);
      return;
    }
    assertThat(stored)
        .as("docs/formats.md is stale; write it with -Dminewatch.write-docs=true")
        .isEqualTo(page);
  }
}
