package io.minewatch.alerting.evidence;

import io.minewatch.alerting.journal.LedgerRows.Root;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.ledger.Chain;
import io.minewatch.alerting.ledger.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the ledger of a database from its first row to its head, and its daily roots. Reads only,
 * and trusts nothing but the hashes: neither the service nor its schema checks need run.
 */
public final class LedgerCheck {
  private static final int ROWS_AT_A_TIME = 1_000;

  private LedgerCheck() {}

  /**
   * Checks everything.
   *
   * @param noted roots noted elsewhere, hash by row number; checked like those of the database
   * @throws SQLException if the database holds no ledger or cannot be read
   */
  public static Checked of(Connection connection, Map<Long, String> noted) throws SQLException {
    oneState(connection);
    Map<Long, Root> roots = roots(connection);
    noted.forEach((seq, hash) -> roots.put(seq, new Root("noted elsewhere", seq, hash)));
    return walk(connection, Chain.fromTheStart(), roots);
  }

  /**
   * Checks the newest rows alone: quick, and says nothing of those before.
   *
   * @param rows how many
   * @throws SQLException if the database holds no ledger or cannot be read
   */
  public static Checked newest(Connection connection, long rows) throws SQLException {
    oneState(connection);
    Map<Long, Root> roots = roots(connection);
    Chain chain = Chain.fromTheStart();
    try (Statement statement = connection.createStatement();
        ResultSet rs =
            statement.executeQuery(
                "select seq, hash from ledger order by seq desc limit 1 offset " + rows)) {
      if (rs.next()) {
        chain = Chain.from(rs.getLong(1) + 1, rs.getString(2));
      }
    }
    long first = chain.next();
    roots.keySet().removeIf(seq -> seq < first);
    return walk(connection, chain, roots);
  }

  /** The ledger is read in pieces while others write: all of one state, on PostgreSQL too. */
  private static void oneState(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
    connection.setAutoCommit(false);
  }

  private static Checked walk(Connection connection, Chain chain, Map<Long, Root> roots)
      throws SQLException {
    long first = chain.next();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet rs =
          statement.executeQuery(
              "select seq, at, mine, kind, subject, n, actor, type, content, previous, hash"
                  + " from ledger where seq >= "
                  + first
                  + " order by seq")) {
        while (rs.next()) {
          String before = chain.hash();
          long last = chain.next() - 1;
          Fault fault = chain.take(Row.read(rs).link());
          if (fault == null) {
            fault = root(roots.remove(chain.next() - 1), chain);
          }
          if (fault != null) {
            return new Checked(last - first + 1, last, before, fault);
          }
        }
      }
    }
    return end(connection, chain, first, roots);
  }

  private static @Nullable Fault root(@Nullable Root root, Chain chain) {
    return root == null || root.hash().equals(chain.hash())
        ? null
        : new Fault(
            root.seq(),
            "or one before it was written anew: the root of " + root.day() + " differs");
  }

  /** What must still be there after the last row: nothing. */
  private static Checked end(Connection connection, Chain chain, long first, Map<Long, Root> left)
      throws SQLException {
    long last = chain.next() - 1;
    Fault fault = null;
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("select seq, hash from ledger_head where id = 1")) {
      if (!rs.next()) {
        fault = new Fault(last, "is the last, but the head is gone");
      } else if (rs.getLong(1) > last || left.keySet().stream().anyMatch(seq -> seq > last)) {
        fault = new Fault(last + 1, "is missing, and whatever came after it");
      } else if (rs.getLong(1) < last || !rs.getString(2).equals(chain.hash())) {
        fault = new Fault(last, "is not what the head says");
      }
    }
    return new Checked(last - first + 1, last, chain.hash(), fault);
  }

  private static Map<Long, Root> roots(Connection connection) throws SQLException {
    Map<Long, Root> roots = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("select day, seq, hash from ledger_root")) {
      while (rs.next()) {
        roots.put(rs.getLong(2), new Root(rs.getString(1), rs.getLong(2), rs.getString(3)));
      }
    }
    return roots;
  }
}
