package io.minewatch.bench.nation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads alerting's own database as somebody who waits for its last rows: what it sees is committed.
 * Looks every two milliseconds, which is part of what it tells.
 */
final class Tail implements AutoCloseable {
  private static final long PERIOD_NANOS = 2_000_000;

  private final Connection database;
  private final Thread thread;
  private final Map<String, Joined> joined = new ConcurrentHashMap<>();
  private final Map<String, Long> called = new ConcurrentHashMap<>();
  private final Set<String> incidents = new HashSet<>();
  private volatile boolean closed;
  private volatile @Nullable SQLException failure;
  private long lastFinding;
  private long lastCall;

  /**
   * A finding that has joined an incident.
   *
   * @param nanos when its row was seen
   * @param isFirst whether it is the first that this incident had: the one that was called for
   */
  record Joined(String incident, long nanos, boolean isFirst) {}

  Tail(Path file) throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
    thread = new Thread(this::run, "bench-tail");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        look();
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    } catch (SQLException e) {
      failure = e;
    }
  }

  private void look() throws SQLException {
    try (var ask =
        database.prepareStatement(
            "select rowid, id, incident from finding_incident where rowid > ? order by rowid")) {
      ask.setLong(1, lastFinding);
      try (ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          lastFinding = rows.getLong(1);
          String incident = rows.getString(3);
          boolean isFirst = incidents.add(incident);
          joined.putIfAbsent(rows.getString(2), new Joined(incident, System.nanoTime(), isFirst));
        }
      }
    }
    try (var ask =
        database.prepareStatement(
            "select rowid, incident from call_attempt where rowid > ? order by rowid")) {
      ask.setLong(1, lastCall);
      try (ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          lastCall = rows.getLong(1);
          called.putIfAbsent(rows.getString(2), System.nanoTime());
        }
      }
    }
  }

  /** Which incident a finding has joined, and when that was seen; null if it has not. */
  @Nullable Joined joined(String finding) {
    return joined.get(finding);
  }

  /** When the finding was kept and its incident had a call, whichever came last; null if never. */
  @Nullable Long calledAt(String finding) {
    Joined to = joined.get(finding);
    Long call = to == null ? null : called.get(to.incident());
    return to == null || call == null ? null : Long.valueOf(Math.max(call, to.nanos()));
  }

  @Override
  public void close() throws SQLException {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
    SQLException broken = failure;
    if (broken != null) {
      throw broken;
    }
  }
}
