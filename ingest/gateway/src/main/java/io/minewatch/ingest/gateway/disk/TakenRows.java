package io.minewatch.ingest.gateway.disk;

import io.minewatch.ingest.gateway.kept.FileMark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Files whose messages are in the queue and that were not moved away yet. */
final class TakenRows {
  private final Connection connection;

  TakenRows(Connection connection) {
    this.connection = connection;
  }

  void add(FileMark file) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO taken (path, mark) VALUES (?, ?)"
                + " ON CONFLICT (path) DO UPDATE SET mark = excluded.mark")) {
      upsert.setString(1, file.path());
      upsert.setString(2, file.mark());
      upsert.executeUpdate();
    }
  }

  boolean contains(FileMark file) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM taken WHERE path = ? AND mark = ?")) {
      select.setString(1, file.path());
      select.setString(2, file.mark());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  void remove(String path) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM taken WHERE path = ?")) {
      delete.setString(1, path);
      delete.executeUpdate();
    }
  }
}
