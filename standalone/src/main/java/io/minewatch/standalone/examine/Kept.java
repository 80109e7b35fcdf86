package io.minewatch.standalone.examine;

import io.minewatch.alerting.app.AlertingSettings.DatabaseAt;
import io.minewatch.alerting.evidence.Checked;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.journal.Schema;
import io.minewatch.standalone.doctor.Fact;
import io.minewatch.standalone.doctor.MachineFact;
import io.minewatch.standalone.doctor.ProgramFact;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Looks into the database of alerting, without writing. */
final class Kept {
  /** Rows of the ledger that are checked; all of them is what {@code verify} is for. */
  private static final long ROWS = 10_000;

  private static final String SQLITE = "jdbc:sqlite:";

  private Kept() {}

  /** Looks; answers the newest version of each plan by mine, null if it cannot be read. */
  static @Nullable Map<String, Long> look(DatabaseAt at, Clock clock, java.util.List<Fact> facts) {
    Schema schema;
    try {
      schema = Schema.of(at.url(), at.user(), at.password());
    } catch (RuntimeException e) {
      facts.add(new ProgramFact.Schema(at.url(), null, 0, lastCause(e)));
      return null;
    }
    facts.add(
        new ProgramFact.Schema(
            at.url(),
            schema.version(),
            schema.pending(),
            schema.newer() ? "a newer program has changed it; use that one" : null));
    if (schema.version() == null) {
      return null;
    }
    try (Connection connection = read(at)) {
      if (!at.url().startsWith(SQLITE)) {
        facts.add(new MachineFact.Clock("the database", offset(connection, clock)));
      }
      Map<String, Long> plans = plans(connection);
      Checked checked = LedgerCheck.newest(connection, ROWS);
      String fault = checked.fault() == null ? null : checked.fault().toString();
      facts.add(new ProgramFact.Ledger(at.url(), checked.rows(), fault));
      return plans;
    } catch (SQLException e) {
      facts.add(new ProgramFact.Ledger(at.url(), 0, e.getMessage()));
      return null;
    }
  }

  /** The newest version of each plan by mine now; null if it cannot be read. */
  static @Nullable Map<String, Long> plansNow(DatabaseAt at) {
    try (Connection connection = read(at)) {
      return plans(connection);
    } catch (SQLException e) {
      return null; // the first look has told what is wrong with it
    }
  }

  private static Connection read(DatabaseAt at) throws SQLException {
    Properties properties = new Properties();
    if (at.url().startsWith(SQLITE)) {
      properties.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
    } else {
      properties.setProperty("user", at.user());
      properties.setProperty("password", at.password());
    }
    return DriverManager.getConnection(at.url(), properties);
  }

  private static Duration offset(Connection connection, Clock clock) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet rs = ask.executeQuery("select clock_timestamp()")) {
      return rs.next()
          ? Duration.between(clock.instant(), rs.getObject(1, OffsetDateTime.class).toInstant())
          : Duration.ZERO;
    }
  }

  private static Map<String, Long> plans(Connection connection) throws SQLException {
    Map<String, Long> plans = new HashMap<>();
    try (Statement ask = connection.createStatement();
        ResultSet rs = ask.executeQuery("select mine, max(version) from plan group by mine")) {
      while (rs.next()) {
        plans.put(rs.getString(1), rs.getLong(2));
      }
    }
    return plans;
  }

  private static String lastCause(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }
}
