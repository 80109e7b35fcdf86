package io.minewatch.alerting.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void belongsTo(String what, Throwable failure, Failure expected) {
    assertThat(Failure.of(failure)).isEqualTo(expected);
  }

  static Stream<Arguments> belongsTo() {
    return Stream.of(
        Arguments.of("no connection", connection(), Failure.DATABASE),
        Arguments.of("PostgreSQL: line cut", sql("08006", 0), Failure.DATABASE),
        Arguments.of("PostgreSQL: disk full", sql("53100", 0), Failure.DATABASE),
        Arguments.of("PostgreSQL: shut down", sql("57P01", 0), Failure.DATABASE),
        Arguments.of("PostgreSQL: serialization", sql("40001", 0), Failure.DATABASE),
        Arguments.of("PostgreSQL: table is missing", sql("42P01", 0), Failure.DATABASE),
        Arguments.of("PostgreSQL: NUL in a text", sql("22021", 0), Failure.MESSAGE),
        Arguments.of("PostgreSQL: unique", integrity("23505", 0), Failure.MESSAGE),
        Arguments.of("SQLite: busy", sql(null, 5), Failure.DATABASE),
        Arguments.of("SQLite: I/O", sql(null, 10 | 3 << 8), Failure.DATABASE),
        Arguments.of("SQLite: disk full", sql(null, 13), Failure.DATABASE),
        Arguments.of("SQLite: unique", sql(null, 19 | 8 << 8), Failure.MESSAGE),
        Arguments.of("SQLite: too big", sql(null, 18), Failure.MESSAGE),
        Arguments.of("lock", new CannotAcquireLockException("busy"), Failure.DATABASE),
        Arguments.of("resource", new DataAccessResourceFailureException("io"), Failure.DATABASE),
        Arguments.of("a fault of ours", new IllegalStateException("no fold"), Failure.MESSAGE),
        Arguments.of("nothing there", new NullPointerException("plan"), Failure.MESSAGE),
        Arguments.of("endless nesting", new StackOverflowError(), Failure.MESSAGE));
  }

  private static Exception connection() {
    return new CannotCreateTransactionException("no connection", new SQLException("timed out"));
  }

  private static Exception sql(String state, int code) {
    return new UncategorizedSQLException("t", "s", new SQLException("r", state, code));
  }

  private static Exception integrity(String state, int code) {
    return new DataIntegrityViolationException("t", new SQLException("r", state, code));
  }
}
