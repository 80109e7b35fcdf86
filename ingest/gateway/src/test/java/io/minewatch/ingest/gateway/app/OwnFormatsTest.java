package io.minewatch.ingest.gateway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.reading.Quality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnFormatsTest extends SettingsForms {
  @Test
  void wordsOfTheMinesOwnGoBeforeTheBuiltInOnes() throws Exception {
    Path own = Files.writeString(temp.resolve("own.words"), "use CODES\ncode 9 DISCONNECTED\n");

    GatewaySettings settings = read(LEAST + "folder-words: " + own + "\n", Map.of());

    assertThat(settings.words().state("9")).isEqualTo(Quality.DISCONNECTED);
    assertThatThrownBy(
            () -> {
              Files.writeString(own, "words are many\n");
              read(LEAST + "folder-words: " + own + "\n", Map.of());
            })
        .hasMessageContaining("folder-words")
        .hasMessageContaining("line 1 ");
  }

  @Test
  void aFileOfFormatsThatCannotBeReadIsNamedWithItsLine() throws Exception {
    Path own = Files.writeString(temp.resolve("own.formats"), OWN_ORDER + "fields are many\n");

    assertThatThrownBy(() -> read(LEAST + "folder-formats: " + own + "\n", Map.of()))
        .hasMessageContaining("folder-formats")
        .hasMessageContaining("7");
  }
}
