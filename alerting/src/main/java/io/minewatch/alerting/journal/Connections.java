package io.minewatch.alerting.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections of one database: a transaction that writes takes one of those that write, everything
 * else one of those that read. With SQLite only one may write; who reads then waits for nobody, and
 * nobody waits for who reads.
 */
final class Connections extends AbstractDataSource implements AutoCloseable {
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final ThreadLocal<Boolean> writes = ThreadLocal.withInitial(() -> false);

  /** Both may be the same pool. */
  Connections(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /** Runs a transaction that writes; what it calls on this thread belongs to it. */
  <T> T writing(Supplier<T> transaction) {
    boolean before = writes.get();
    writes.set(true);
    try {
      return transaction.get();
    } finally {
      writes.set(before);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (writes.get() ? writing : reading).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("the pools sign in by themselves");
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
