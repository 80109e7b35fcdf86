package io.minewatch.alerting.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SqliteJournalTest extends JournalContract {
  @TempDir Path folder;
  private int number;

  @Override
  Database open() {
    return Database.open(url(), "", "");
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("journal" + number + ".db");
  }

  @Override
  DriverManagerDataSource source() {
    return new DriverManagerDataSource(url());
  }

  @Override
  void fresh() {
    number++;
  }
}
