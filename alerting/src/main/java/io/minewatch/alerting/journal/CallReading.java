package io.minewatch.alerting.journal;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.journal.CallRows.Row;
import io.minewatch.domain.finding.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads a row of an attempt, the columns in the order of {@link CallRows}. */
final class CallReading {
  private CallReading() {}

  static Row row(ResultSet rs) throws SQLException {
    Attempt attempt =
        new Attempt(
            rs.getString(1),
            new Cause(
                rs.getString(2),
                rs.getString(3),
                rs.getLong(4),
                rs.getInt(5),
                Severity.valueOf(rs.getString(6)),
                Cause.Why.valueOf(rs.getString(7))),
            rs.getString(8),
            new Callee(
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12),
                rs.getString(13)),
            rs.getString(14),
            rs.getString(15),
            rs.getString(16),
            Instant.parse(rs.getString(17)),
            rs.getInt(18),
            state(rs));
    return new Row(attempt, time(rs.getString(23)), time(rs.getString(24)));
  }

  private static State state(ResultSet rs) throws SQLException {
    Instant at = Instant.parse(rs.getString(20));
    String detail = rs.getString(21);
    String outcome = rs.getString(19);
    return switch (outcome) {
      case "QUEUED" -> new State.Queued(at);
      case "PLACED" -> new State.Placed(at);
      case "DELIVERED" -> new State.Delivered(at);
      case "MACHINE" -> new State.Machine(at);
      case "HUMAN" -> new State.Human(at);
      case "CONFIRMED" -> {
        String proof = rs.getString(22); // empty in rows of an older program: its console alone
        yield new State.Confirmed(
            at, detail, proof.isEmpty() ? Proof.CONSOLE : Proof.valueOf(proof));
      }
      case "DECLINED" -> new State.Declined(at);
      case "FAILED" -> new State.Failed(at, detail);
      case "EXPIRED" -> new State.Expired(at);
      case "SUPERSEDED" -> new State.Superseded(at);
      default -> throw new IllegalStateException("an attempt of a newer program: " + outcome);
    };
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
