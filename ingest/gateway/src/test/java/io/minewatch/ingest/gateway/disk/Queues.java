package io.minewatch.ingest.gateway.disk;

import static io.minewatch.ingest.gateway.disk.Samples.SITE;
import static io.minewatch.ingest.gateway.disk.Samples.START;
import static io.minewatch.ingest.gateway.disk.Samples.entry;
import static io.minewatch.ingest.gateway.disk.Samples.text;

import io.minewatch.ingest.gateway.span.Spans;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A queue in a folder of the test. */
abstract class Queues {
  static final Spans NONE = new Spans();
  @TempDir Path folder;

  DiskQueue open(long limit) throws IOException {
    return DiskQueue.open(folder, limit, SITE, "s-new");
  }

  static void fill(DiskQueue queue, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      queue.append(List.of(entry("message-" + i % 10, START.plusSeconds(i))), List.of(), NONE);
    }
  }

  static String read(DiskQueue queue, long sequence) {
    try {
      return text(queue.read(sequence));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void makeVersionOne(int columns) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
        Statement statement = file.createStatement()) {
      statement.execute("ALTER TABLE message DROP COLUMN readings_before");
      if (columns == 0) {
        statement.execute("ALTER TABLE message DROP COLUMN readings");
      }
      statement.execute("DELETE FROM state WHERE name = 'readings'");
      statement.execute("PRAGMA user_version = 1");
    }
  }
}
