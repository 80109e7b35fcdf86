package io.minewatch.ingest.gateway.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway cannot take of a message is kept for a person, and never without end. */
class RefusedMessagesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T08:00:00Z");
  private static final Duration KEEP = Duration.ofDays(90);
  private static final String FIRST = "20260101T080000.000Z";

  @TempDir Path folder;
  private final KeptInMemory kept = new KeptInMemory();

  private RefusedMessages at(Instant now) {
    return new RefusedMessages(
        folder.resolve("refused-messages"), KEEP, kept, Clock.fixed(now, ZoneOffset.UTC));
  }

  private List<String> lies() throws IOException {
    try (var files = Files.list(folder.resolve("refused-messages"))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void eachLiesThereWithItsReasonAndIsCountedByItsReadings() throws Exception {
    RefusedMessages refused = at(NOW);
    refused.refuse("device gas/1", "[{}]".getBytes(UTF_8), 7, List.of("UNREADABLE: why"));
    refused.refuse("edge node x", new byte[] {1, 2}, 2, List.of("TOO_LARGE: how"));

    assertThat(lies())
        .containsExactly(
            FIRST + ".bin", FIRST + ".bin.reason", FIRST + ".json", FIRST + ".json.reason");
    assertThat(folder.resolve("refused-messages").resolve(FIRST + ".json")).hasContent("[{}]");
    assertThat(folder.resolve("refused-messages").resolve(FIRST + ".json.reason"))
        .hasContent("from device gas/1, came at 2026-01-01T08:00:00Z\nUNREADABLE: why\n");
    assertThat(kept.refusedRecords).isEqualTo(9);
  }

  @Test
  void twoOfOneMomentDoNotCoverEachOther() throws Exception {
    RefusedMessages refused = at(NOW);
    refused.refuse("a", "[1]".getBytes(UTF_8), 1, List.of("x"));
    refused.refuse("a", "[2]".getBytes(UTF_8), 1, List.of("x"));

    assertThat(lies()).contains(FIRST + ".json", FIRST + ".2.json").hasSize(4);
  }

  @Test
  void theNewestAreKeptAndNotMoreThanTheirBound() throws Exception {
    RefusedMessages refused = at(NOW);
    for (int i = 0; i <= RefusedMessages.MOST; i++) {
      refused.refuse("a", ("[" + i + "]").getBytes(UTF_8), 1, List.of("x"));
    }

    assertThat(lies())
        .hasSize(2 * RefusedMessages.MOST)
        .doesNotContain(FIRST + ".json", FIRST + ".json.reason")
        .contains(FIRST + "." + (RefusedMessages.MOST + 1) + ".json");
    assertThat(kept.refusedRecords).isEqualTo(RefusedMessages.MOST + 1);
  }

  @Test
  void largeOnesAreBoundedByTheirBytesOverARestartToo() throws Exception {
    int size = (int) (RefusedMessages.MOST_BYTES / 4);
    for (int i = 0; i < 6; i++) {
      at(NOW.plusSeconds(i)).refuse("a", new byte[size], 1, List.of("x"));
    }

    assertThat(lies().stream().filter(name -> name.endsWith(".bin"))).hasSize(3);
  }

  @Test
  void whatIsTooOldGoes() throws Exception {
    at(NOW).refuse("a", "[1]".getBytes(UTF_8), 1, List.of("x"));
    Path file = folder.resolve("refused-messages").resolve(FIRST + ".json");
    Instant written = Files.getLastModifiedTime(file).toInstant();
    RefusedMessages later = at(written.plus(KEEP).plusSeconds(60));

    assertThat(lies()).isEmpty();
    later.refuse("a", "[2]".getBytes(UTF_8), 1, List.of("x"));
    assertThat(lies()).hasSize(2);
  }

  @Test
  void whatCannotBeKeptIsCountedAllTheSame() throws Exception {
    Files.writeString(folder.resolve("refused-messages"), "a file where the folder should be");
    at(NOW).refuse("a", "[1]".getBytes(UTF_8), 3, List.of("x"));

    assertThat(kept.refusedRecords).isEqualTo(3);
  }
}
