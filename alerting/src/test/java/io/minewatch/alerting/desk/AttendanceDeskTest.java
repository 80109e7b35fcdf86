package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.AccountRows.Account;
import io.minewatch.alerting.journal.AccountRows.Role;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.alerting.rules.RulePackLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beats of many pages cost those that call next to nothing, and two instances agree on them. */
class AttendanceDeskTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final String MINE = "140921021337";
  private static final int PAGES = 20;

  @TempDir private Path folder;
  private Instant now = START;
  private Database database;
  private Store store;
  private Connection looking;
  private AttendanceDesk desk;
  private AttendanceDesk other;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("journal.db");
    database = Database.open("jdbc:sqlite:" + file, "", "");
    store = Store.of(database);
    looking = DriverManager.getConnection("jdbc:sqlite:" + file);
    for (int i = 0; i < PAGES; i++) {
      Account account = new Account("page-" + i, "", Role.DISPATCHER, "14", "");
      database.write(
          () -> {
            store.accounts().save(account);
            return account;
          });
    }
    desk = desk();
    other = desk();
  }

  @AfterEach
  void close() throws Exception {
    looking.close();
    database.close();
  }

  private AttendanceDesk desk() {
    Clock clock = clock();
    Callout callout = RulePackLoader.load(Path.of("../rules")).callout();
    CallPlan plan = new CallPlan(callout, Map.of(), mine -> mine, () -> 42);
    PlatformCalls calls = new PlatformCalls(store, new CallDesk(store, plan), plan, clock);
    return new AttendanceDesk(
        store, callout, () -> Map.of(MINE, "14/" + MINE), new Troubles(), calls, clock);
  }

  private Clock clock() {
    InstantSource hand = () -> now;
    return hand.withZone(ZoneOffset.UTC);
  }

  /** Another number after each commit of another connection, and the same where there was none. */
  private long commits() throws SQLException {
    try (Statement statement = looking.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void beats() {
    for (int i = 0; i < PAGES; i++) {
      desk.beat("page-" + i);
    }
  }

  @Test
  void theFirstBeatIsKnownEverywhereAtOnce() {
    assertThat(other.hears(MINE)).isFalse();
    desk.beat("page-1");
    assertThat(desk.hears(MINE)).isTrue();
    assertThat(other.hears(MINE)).isTrue();
  }

  /** A role of now counts, whatever it was when the page began to sound. */
  @ParameterizedTest
  @EnumSource
  void nobodyAttendsButWhoAnswersCalls(Role role) {
    Account account = new Account("page-1", "", role, "14", "");
    desk.beat("page-1");
    database.write(
        () -> {
          store.accounts().save(account);
          return account;
        });
    assertThat(desk.hears(MINE)).isEqualTo(role == Role.DISPATCHER || role == Role.OPERATOR);
  }

  @Test
  void beatsThatFollowAreWrittenTogetherAndBothInstancesHearThroughout() throws Exception {
    beats();
    for (int second = 1; second <= 120; second++) {
      now = START.plusSeconds(second);
      if (second % 10 == 0) {
        long before = commits();
        beats();
        assertThat(commits()).as("beats alone write nothing").isEqualTo(before);
      }
      if (second % 10 == 9) { // the worst moment: just before the next beat
        desk.round();
        other.round();
      }
      assertThat(desk.hears(MINE)).as("after %d s", second).isTrue();
      assertThat(other.hears(MINE)).as("after %d s, the other", second).isTrue();
    }
    now = START.plusSeconds(160);
    desk.round();
    now = START.plusSeconds(161);
    assertThat(other.hears(MINE)).as("it ends by its own term").isFalse();
  }

  @Test
  void aBeatThatTheNextRoundWouldWriteTooLateIsWrittenAtOnce() {
    desk.beat("page-1");
    now = START.plusSeconds(29);
    desk.beat("page-1");
    now = START.plusSeconds(40);
    assertThat(other.hears(MINE)).isTrue();
  }

  @Test
  void whereNobodyCanBeCalledNothingIsWrittenAgainAndAgain() throws Exception {
    now = START.plusSeconds(400);
    long before = commits();
    desk.round();
    now = START.plusSeconds(410);
    desk.round();
    assertThat(commits()).isEqualTo(before);
  }
}
