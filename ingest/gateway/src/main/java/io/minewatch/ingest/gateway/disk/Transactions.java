package io.minewatch.ingest.gateway.disk;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing, and on disk when it returns. */
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
      T result = work.run();
      connection.commit();
      return result;
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw failed(e);
    }
  }

  static IOException failed(SQLException e) {
    if (QueueFile.isDamage(e)) {
      return new DamagedException(e);
    }
    return new IOException("the queue on disk failed: " + e.getMessage(), e);
  }
}
