package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.journal.ArchiveRows;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.reading.MineCode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Incidents of before there was an archive. */
class ArchiveFillingTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final int COUNT = 2 * ArchiveFilling.AT_ONCE + 20;
  private static final String UNREADABLE = "i-007";

  @TempDir private Path folder;

  @Test
  void theyAreFilledInSomeAtATimeAndOneThatCannotBeReadIsSkipped() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("alerting.db");
    try (Database database = Database.open(url, "", "")) {
      Store store = Store.of(database);
      for (int i = 0; i < COUNT; i++) {
        open(store, "i-%03d".formatted(i));
      }
      try (var sql = DriverManager.getConnection(url);
          var all = sql.createStatement()) {
        all.execute("delete from archive");
      }
      ArchiveRows rows = new ArchiveRows(database);
      List<String> read = new ArrayList<>();
      ArchiveFilling filling =
          new ArchiveFilling(
              store,
              rows,
              id -> {
                read.add(id);
                if (id.equals(UNREADABLE)) {
                  throw new NullPointerException("an event of before");
                }
                return store.journal().incident(id);
              });

      assertThat(filling.some()).isTrue();
      assertThat(rows.missing("", COUNT)).as("one step").hasSize(COUNT - 49);
      open(store, "i-060"); // somebody acts on it: it has its row by that
      assertThat(filling.some()).isTrue();
      assertThat(filling.some()).isFalse();
      assertThat(filling.some()).isFalse();

      assertThat(rows.missing("", COUNT)).containsExactly(UNREADABLE);
      assertThat(read).hasSize(COUNT - 1).doesNotHaveDuplicates().doesNotContain("i-060");
    }
  }

  private static void open(Store store, String id) {
    Event.Opened opened = new Event.Opened(T, id, new MineCode("140000000001"), false, T);
    store
        .database()
        .write(
            () -> {
              store.journal().append(id, List.of(opened));
              store.incidents().save(Incident.of(opened));
              return true;
            });
  }
}
