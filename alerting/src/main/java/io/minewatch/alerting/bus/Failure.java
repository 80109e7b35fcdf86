package io.minewatch.alerting.bus;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Whose fault it is that a message could not be worked. */
enum Failure {
  /** The database does not answer, is busy or full: it will work again, and so will the message. */
  DATABASE,
  /** The message itself, or what is kept of it: it would fail the next time too. */
  MESSAGE;

  /** SQLSTATE classes that speak of the values given: data exception, integrity constraint. */
  private static final Set<String> OF_VALUES = Set.of("22", "23");

  /** Primary result codes of SQLite that do so: too big, constraint, mismatch. */
  private static final Set<Integer> OF_VALUES_SQLITE = Set.of(18, 19, 20);

  private static final int PRIMARY = 0xff;

  /** Classifies. What the database says counts before the kind of exception that carries it. */
  static Failure of(Throwable failure) {
    Failure found = MESSAGE;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return of(sql);
      }
      if (each instanceof TransactionException
          || each instanceof DataAccessResourceFailureException
          || each instanceof TransientDataAccessException
          || each instanceof RecoverableDataAccessException) {
        found = DATABASE;
      }
    }
    return found;
  }

  private static Failure of(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    boolean ofValues =
        state.length() >= 2
            ? OF_VALUES.contains(state.substring(0, 2))
            : OF_VALUES_SQLITE.contains(failure.getErrorCode() & PRIMARY);
    return ofValues ? MESSAGE : DATABASE;
  }
}
