package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.shift.Handover.Answer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger proves of a handover. */
class ShiftDeskTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");

  private static final String SCOPE = "14/1409";
  private static final String NOTES = "0101面\"撤人\"中";
  private static final String MATTERS = "{\"incidents\":[]}";

  @TempDir private Path folder;
  private Database database;
  private Store store;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("alerting.db");
  }

  @BeforeEach
  void open() {
    database = Database.open(url(), "", "");
    store = Store.of(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Handover given(ShiftDesk desk) {
    ShiftDesk.Given given = new ShiftDesk.Given(SCOPE, "wang", "li", NOTES);
    Answer answer = desk.give(given, "", MATTERS);
    assertThat(answer).isInstanceOf(Answer.Moved.class);
    return ((Answer.Moved) answer).handover();
  }

  @Test
  void nothingThatWasGivenIsChangedBehindTheLedger() {
    ShiftDesk desk = new ShiftDesk(store, Clock.fixed(T, ZoneOffset.UTC));
    String id = given(desk).id();
    desk.take(id, "", new ShiftDesk.Take("li", "清楚"), "{}");
    assertThat(desk.isAsGiven(desk.rows().find(id))).isTrue();
    Map<String, Object> given =
        Map.of(
            "scope", SCOPE, "giver", "wang", "receiver", "li", "notes", NOTES, "matters", MATTERS);
    long at = T.toEpochMilli();
    set("given", at + 1);
    assertThat(desk.isAsGiven(desk.rows().find(id))).as("from when on it runs").isFalse();
    set("given", at);
    given.forEach(
        (column, was) -> {
          set(column, "x");
          assertThat(desk.isAsGiven(desk.rows().find(id))).as(column).isFalse();
          set(column, was);
        });
    assertThat(desk.isAsGiven(desk.rows().find(id))).isTrue();
  }

  private void set(String column, Object value) {
    String change = "update shift_handover set " + column + " = ?";
    try (var connection = DriverManager.getConnection(url());
        var sql = connection.prepareStatement(change)) {
      sql.setObject(1, value);
      assertThat(sql.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theRowAndTheLedgerTellOneTime() {
    Clock running =
        new Clock() {
          private Instant now = T.plusNanos(123_456);

          @Override
          public Instant instant() {
            now = now.plusSeconds(1);
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    ShiftDesk desk = new ShiftDesk(store, running);
    Handover given = given(desk);
    desk.take(given.id(), "", new ShiftDesk.Take("li", ""), "{}");
    Handover taken = desk.rows().find(given.id());
    assertThat(store.ledger().between(1, 2, row -> row.entry().at()))
        .containsExactly(given.given().toString(), taken.taken().at().toString());
    assertThat(desk.isAsGiven(taken)).isTrue();
  }
}
