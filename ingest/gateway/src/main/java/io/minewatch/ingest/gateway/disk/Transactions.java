package io.minewatch.ingest.gateway.disk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * All or nothing, and on disk when it returns. Begun and ended in SQL and not by the driver: after
 * an error (disk full) SQLite may have ended the transaction itself; the driver's rollback then
 * fails before it begins the next one, and from there on every statement would commit by itself.
 */
final class Transactions {
  private final Connection connection;

  /** What reads or changes the file. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** What only changes the file. */
  interface Change {
    void run() throws SQLException;
  }

  Transactions(Connection connection) {
    this.connection = connection;
  }

  void change(Change change) throws IOException {
    Boolean unused =
        run(
            () -> {
              change.run();
              return Boolean.TRUE;
            });
  }

  <T> T run(Work<T> work) throws IOException {
    try {
      execute("BEGIN IMMEDIATE");
      T result = work.run();
      execute("COMMIT");
      return result;
    } catch (SQLException e) {
      try {
        execute("ROLLBACK");
      } catch (SQLException second) {
        // SQLite has rolled back itself. Were it not so, the next BEGIN would fail.
        e.addSuppressed(second);
      }
      throw failed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static IOException failed(SQLException e) {
    if (QueueFile.isDamage(e)) {
      return new DamagedException(e);
    }
    return new IOException("the queue on disk failed: " + e.getMessage(), e);
  }
}
