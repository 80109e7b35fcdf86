package io.minewatch.alerting.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
  @TempDir Path folder;

  @Override
  Database open() {
    return Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
  }
}
