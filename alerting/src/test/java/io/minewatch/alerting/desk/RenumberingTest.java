package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenumberingTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void aSecondRestoringOnAMachineWhoseClockIsBehindHasHigherNumbersAllTheSame() {
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("a.db"), "", "")) {
      Store store = Store.of(database);
      long first = restored(store, T.plusSeconds(3_600));
      assertThat(first).isEqualTo(T.plusSeconds(3_600).getEpochSecond());
      String before = store.outbox().sinceRestore();
      assertThat(restored(store, T)).isEqualTo(first + 1);
      assertThat(store.outbox().sinceRestore()).isNotEqualTo(before);
    }
  }

  private static long restored(Store store, Instant at) {
    Clock clock = Clock.fixed(at, ZoneOffset.UTC);
    return Renumbering.after(store.ledger().head(), store, clock).from();
  }
}
