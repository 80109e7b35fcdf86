package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.roster.Roster;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of a program before, in which mines without a jurisdiction lay under a slash. */
class OldScopesTest {
  private static final String MINE = "140921021337";
  @TempDir Path folder;

  @Test
  void accountsRosterAndProofsOfAMineWithoutJurisdictionGoWithIt() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("old.db");
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:db/minewatch")
        .javaMigrations(new V20__Ledger())
        .target("121")
        .load()
        .migrate();
    Roster old = new Roster("/" + MINE, ZoneId.of("Asia/Shanghai"), List.of(), List.of());
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "insert into account (name, display, role, scope, hash) values ('ann', 'Ann', 'DISPATCHER', '/"
              + MINE
              + "', 'h')");
      sql.execute(
          "insert into account (name, display, role, scope, hash) values ('bob', 'Bob', 'REGULATOR', '14/1409', 'h')");
      sql.execute(
          "insert into roster values ('/%s', 1, '%s')".formatted(MINE, RosterRows.body(old)));
      sql.execute(
          "insert into number_proof values ('/%s', 'p', '1', '2026-01-01T00:00:00Z', 'a')"
              .formatted(MINE));
    }
    try (Database database = Database.open(url, "", "")) {
      assertThat(new AccountRows(database).all())
          .extracting(AccountRows.Account::scope)
          .containsExactly(MINE, "14/1409");
      RosterRows rosters = new RosterRows(database);
      assertThat(rosters.all()).extracting(Roster::scope).containsExactly(MINE);
      assertThat(rosters.proofs(MINE)).containsKey("p 1");
    }
  }
}
