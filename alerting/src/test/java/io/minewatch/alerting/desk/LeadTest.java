package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir Path folder;
  private Database database;
  private long nanos;
  private Lead one;
  private Lead two;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    Store store = Store.of(database);
    one = new Lead(store, "one", PATIENCE, () -> nanos);
    two = new Lead(store, "two", PATIENCE, () -> nanos);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void pass(long millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }

  @Test
  void oneLeadsAndTheOtherWaitsWhileItLives() {
    assertThat(one.round()).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(two.round()).isFalse();
      pass(500);
      assertThat(one.round()).isTrue();
    }
  }

  @Test
  void whoFallsSilentIsFollowedAfterThePatienceAndNotBefore() {
    assertThat(one.round()).isTrue();
    assertThat(two.round()).isFalse();
    pass(2_999);
    assertThat(two.round()).isFalse();
    pass(1);
    assertThat(two.round()).isTrue();
    assertThat(one.round()).as("it comes to, and is told").isFalse();
    assertThat(two.round()).isTrue();
  }

  @Test
  void whoGoesInOrderIsFollowedAtOnce() {
    assertThat(one.round()).isTrue();
    one.close();
    assertThat(two.round()).isTrue();
  }
}
