package io.minewatch.ingest.gateway.disk;

import static io.minewatch.ingest.gateway.disk.Samples.SITE;
import static io.minewatch.ingest.gateway.disk.Samples.START;
import static io.minewatch.ingest.gateway.disk.Samples.entry;
import static io.minewatch.ingest.gateway.disk.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayHealth.GivenUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamagedQueueTest extends Queues {
  @Test
  void aMessageThatIsNotWhatWasWrittenIsGivenUpAndTold() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 3);
    }
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = raw.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE body SET payload = 'other' WHERE id ="
                      + " (SELECT id FROM message WHERE seq = 1)"))
          .isEqualTo(1);
    }
    try (DiskQueue queue = open(1_000)) {
      assertThat(queue.read(1)).isNull();
      assertThat(queue.held()).hasToString("0,2");
      assertThat(queue.session().ranges())
          .containsExactly(new GivenUp(1, 1, START.plusSeconds(1), START.plusSeconds(1)));
      assertThat(text(queue.read(2))).isEqualTo("message-2");
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndANewSessionBegins() throws Exception {
    try (DiskQueue queue = open(1_000)) {
      fill(queue, 0, 3);
    }
    Files.writeString(folder.resolve("queue.db"), "this was a database");
    try (DiskQueue queue = DiskQueue.open(folder, 1_000, SITE, "s-after")) {
      assertThat(queue.sessionId()).isEqualTo("s-after");
      assertThat(queue.next()).isZero();
      assertThat(folder.resolve("damaged/queue.db")).hasContent("this was a database");
    }
  }

  @Test
  void aPageDamagedBeforeACrashIsFoundAtTheNextStart() throws Exception {
    DiskQueue crashed = open(1_000_000);
    for (int i = 0; i < 200; i++) {
      crashed.append(List.of(entry("x".repeat(500), START)), List.of(), NONE);
    }
    crashed.abandon();
    Path file = folder.resolve("queue.db");
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes.length).isGreaterThan(40_000);
    for (int i = 4096; i < bytes.length; i += 4096) {
      bytes[i] ^= 0x55;
      bytes[i + 1] ^= 0x55;
    }
    Files.write(file, bytes);
    try (DiskQueue queue = DiskQueue.open(folder, 1_000_000, SITE, "s-after")) {
      assertThat(queue.sessionId()).isEqualTo("s-after");
    }
  }
}
