package io.minewatch.ingest.gateway.disk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Small facts of the queue, by name. */
final class StateRows {
  static final String MINE = "mine";
  static final String GATEWAY = "gateway";
  static final String SESSION = "session";
  static final String NEXT = "next";
  static final String READINGS = "readings";

  /** The session that began before readings were counted: what it counts is not told. */
  static final String UNCOUNTED = "uncounted";

  static final String GIVEN_UP = "given-up";
  static final String CONFIRMED = "confirmed";
  static final String SENT_LIVE = "sent-live";
  static final String SENT_BACKFILL = "sent-backfill";
  static final String SENT_AGAIN = "sent-again";
  static final String REFUSED_FILES = "refused-files";
  static final String REFUSED_RECORDS = "refused-records";
  static final String CLOSED_WELL = "closed-well";

  private final Connection connection;

  StateRows(Connection connection) {
    this.connection = connection;
  }

  /** Empty if it was never set. */
  String text(String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM state WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  /** Zero if it was never set. */
  long number(String name) throws SQLException {
    String text = text(name);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** Where the session stands. */
  MessageRows.Numbered numbered() throws SQLException {
    return new MessageRows.Numbered(number(NEXT), number(READINGS));
  }

  void set(MessageRows.Numbered numbered) throws SQLException {
    set(NEXT, numbered.next());
    set(READINGS, numbered.readings());
  }

  void set(String name, Object value) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO state (name, value) VALUES (?, ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
      upsert.setString(1, name);
      upsert.setString(2, value.toString());
      upsert.executeUpdate();
    }
  }
}
