package io.minewatch.ingest.gateway.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import io.minewatch.ingest.files.found.FileHead;
import io.minewatch.ingest.files.memory.NewestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenFilesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path temp;

  private Path file() {
    return temp.resolve("seen.db");
  }

  @Test
  void noMoreIsOnDiskThanIsRemembered() throws Exception {
    try (SeenFiles seen = SeenFiles.open(file(), NOW)) {
      for (int i = 0; i < NewestFiles.MAX_FILES + 5; i++) {
        seen.keep(head(), bytes(i), List.of("T1"), NOW.plusSeconds(i));
      }
      List<String> many =
          IntStream.range(0, NewestFiles.MAX_NAMES + 7).mapToObj(i -> "X" + i).toList();
      seen.keep(head(), bytes(-1), many, NOW);
    }

    assertThat(rows("bytes")).isEqualTo(NewestFiles.MAX_FILES);
    assertThat(rows("name")).isEqualTo(NewestFiles.MAX_NAMES);
    try (SeenFiles again = SeenFiles.open(file(), NOW)) {
      assertThat(again.isDouble(head(), bytes(5))).isFalse();
      assertThat(again.isDouble(head(), bytes(6))).isTrue();
      assertThat(again.isDouble(head(), bytes(-1))).isTrue();
    }
  }

  @Test
  void aDamagedFileIsBegunAnew() throws Exception {
    Files.writeString(
        file(), "this is no database, and longer than the head of one would be".repeat(9));

    try (SeenFiles seen = SeenFiles.open(file(), NOW)) {
      seen.keep(head(), bytes(1), List.of("T1"), NOW);
    }

    try (SeenFiles again = SeenFiles.open(file(), NOW)) {
      assertThat(again.isDouble(head(), bytes(1))).isTrue();
    }
  }

  @Test
  void aFileThatAnotherHoldsIsNotDamaged() throws Exception {
    try (SeenFiles seen = SeenFiles.open(file(), NOW)) {
      seen.keep(head(), bytes(1), List.of("T1"), NOW);
    }
    // A fresh file of the old kind of journal: what opens it must write, and cannot.
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
      statement.execute("BEGIN EXCLUSIVE");
      try (SeenFiles meanwhile = SeenFiles.open(file(), NOW)) {
        assertThat(meanwhile.isDouble(head(), bytes(1))).isFalse();
        meanwhile.keep(head(), bytes(2), List.of("T1"), NOW);
      }
      statement.execute("ROLLBACK");
    }

    try (SeenFiles again = SeenFiles.open(file(), NOW)) {
      assertThat(again.isDouble(head(), bytes(1))).isTrue();
    }
  }

  private static byte[] bytes(int number) {
    return ("file " + number).getBytes(UTF_8);
  }

  private static FileHead head() {
    return new FileHead("f", "CDSS", new MineCode("140921021337"), NOW, List.of());
  }

  private long rows(String table) throws Exception {
    try (Connection disk = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = disk.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
