package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Told;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What alerting's database holds in the end, and while it is filled. */
final class Kept {
  private final Path file;

  Kept(Path file) {
    this.file = file;
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
  }

  private long count(String sql) {
    try (Connection database = open();
        ResultSet row = database.createStatement().executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException("alerting's database cannot be read", e);
    }
  }

  /** Plans and orders that wait to be published. */
  long unsent() {
    return count("select count(*) from outbox where sent < version");
  }

  /** Facts kept, of every check. */
  long facts() {
    return count("select count(*) from finding");
  }

  /** Facts of the limits of the workload. */
  long limitFacts() {
    return count(
        "select count(*) from finding where body like '%\"rule\":\"" + RegistryFiles.PACK + ":%'");
  }

  /** Calls of the first rung that are there twice: same incident, colour and channel. */
  long doubledCalls() {
    return count(
        "select coalesce(sum(n - 1), 0) from (select count(*) n from call_attempt where rung = 1"
            + " group by incident, severity, channel having count(*) > 1)");
  }

  /** Incidents of a colour that calls, without a call. */
  long uncalled() {
    return count(
        "select count(*) from incident i where severity in ('YELLOW', 'ORANGE', 'RED') and not"
            + " exists (select 1 from call_attempt c where c.incident = i.id)");
  }

  long calls() {
    return count("select count(*) from call_attempt");
  }

  /** The facts of the limits of the workload. */
  List<Finding> ofLimits() throws SQLException, WireException {
    List<Finding> all = new ArrayList<>();
    try (Connection database = open();
        ResultSet rows = database.createStatement().executeQuery("select body from finding")) {
      while (rows.next()) {
        Finding finding =
            Messages.read(rows.getString(1).getBytes(StandardCharsets.UTF_8), Finding.class);
        if (finding.check() == Check.LIMIT && finding.rule().startsWith(RegistryFiles.PACK + ":")) {
          all.add(finding);
        }
      }
    }
    return all;
  }

  /** As the oracle compares. */
  static Told told(Finding finding) {
    return new Told(
        finding.mine().value(),
        finding.subject().toString(),
        finding.rule(),
        finding.fact(),
        finding.kind(),
        finding.severity(),
        finding.onset().toEpochMilli(),
        finding.measured().toEpochMilli());
  }
}
