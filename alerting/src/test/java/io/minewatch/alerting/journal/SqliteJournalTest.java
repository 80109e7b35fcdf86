package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
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
  int connections() {
    return Database.SQLITE_READERS;
  }

  @Override
  void fresh() {
    number++;
  }

  /** SQLite rolls back by itself then; the driver's own rollback finds nothing to do. */
  @Test
  void aFullDiskLeavesNothingOfAStepAndNoLaterStepByHalves() {
    run("create table filler (x blob)");
    long pages = database.client().sql("pragma page_count").query(Long.class).single();
    limitTo(pages + 3);
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      fill(10);
                      return fill(1_000_000);
                    }))
        .isInstanceOf(RuntimeException.class);

    limitTo(1_000_000);
    assertThat(filled()).isZero();
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      fill(10);
                      throw new IllegalStateException("a step that fails");
                    }))
        .hasMessage("a step that fails");
    assertThat(filled()).as("rows of the step that failed").isZero();

    database.write(() -> fill(10));
    assertThat(filled()).isEqualTo(1);
  }

  /** A bound of the connection that writes. */
  private void limitTo(long pages) {
    database.write(
        () -> database.client().sql("pragma max_page_count = " + pages).query(Long.class).single());
  }

  @Test
  void whoReadsWaitsForNoWriterAndSeesWhatIsCommittedAlone() throws Exception {
    run("create table filler (x blob)");
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      database.write(
          () -> {
            fill(10);
            assertThat(filled()).as("who writes sees what it wrote").isEqualTo(1);
            try {
              assertThat(reader.submit(this::filled).get(10, TimeUnit.SECONDS)).isZero();
            } catch (Exception e) {
              throw new IllegalStateException("a reader waits for the writer", e);
            }
            return true;
          });
      assertThat(reader.submit(this::filled).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    } finally {
      reader.shutdownNow();
    }
  }

  @Test
  void whoReadsCannotWrite() {
    run("create table filler (x blob)");
    assertThatThrownBy(() -> fill(10)).hasMessageContaining("readonly database");
    assertThat(filled()).isZero();
    database.write(() -> fill(10));
    assertThat(filled()).isEqualTo(1);
  }

  private int fill(int bytes) {
    return database.client().sql("insert into filler values (zeroblob(" + bytes + "))").update();
  }

  private long filled() {
    return database.client().sql("select count(*) from filler").query(Long.class).single();
  }
}
