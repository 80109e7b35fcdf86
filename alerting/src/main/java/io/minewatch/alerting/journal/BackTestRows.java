package io.minewatch.alerting.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Back-tests and what came of them. Write only inside {@link Database#write}. */
public final class BackTestRows {
  private static final String COLUMNS =
      "select id, mine, asked_at, asked_by, span_from, span_to, document, state, percent, readings,"
          + " outcome, problem from back_test ";

  private final JdbcClient db;

  public BackTestRows(Database database) {
    this.db = database.client();
  }

  /** How far a back-test has come. */
  public enum State {
    /** Waits or runs. */
    OPEN,
    DONE,
    /** By a person. */
    STOPPED,
    FAILED,
    /** The instance that ran it was stopped meanwhile. */
    INTERRUPTED,
    /** Too many waited. */
    REFUSED
  }

  /**
   * One back-test.
   *
   * @param document digest of the registry that was tried
   * @param readings that were read so far
   * @param outcome as JSON, empty while there is none
   * @param problem why it did not end well, empty otherwise
   */
  public record Job(
      String id,
      String mine,
      Instant at,
      String by,
      Instant from,
      Instant to,
      String document,
      State state,
      int percent,
      long readings,
      String outcome,
      String problem) {}

  private static Job read(ResultSet rs) throws SQLException {
    return new Job(
        rs.getString(1),
        rs.getString(2),
        Instant.parse(rs.getString(3)),
        rs.getString(4),
        Instant.parse(rs.getString(5)),
        Instant.parse(rs.getString(6)),
        rs.getString(7),
        State.valueOf(rs.getString(8)),
        rs.getInt(9),
        rs.getLong(10),
        rs.getString(11),
        rs.getString(12));
  }

  /**
   * Keeps a new one.
   *
   * @param runner the instance that will run it
   */
  public Job add(
      String runner,
      String mine,
      Instant at,
      String by,
      Instant from,
      Instant to,
      String document) {
    long n =
        db.sql("select coalesce(max(n), 0) + 1 from back_test where mine = ?")
            .param(mine)
            .query(Long.class)
            .single();
    Job job =
        new Job("b-" + mine + "-" + n, mine, at, by, from, to, document, State.OPEN, 0, 0, "", "");
    db.sql("insert into back_test values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
        .params(
            job.id(),
            mine,
            n,
            at.toString(),
            by,
            from.toString(),
            to.toString(),
            document,
            State.OPEN.name(),
            0,
            0L,
            "",
            "",
            runner,
            at.toEpochMilli())
        .update();
    return job;
  }

  /** Notes how far it has come. */
  public int progress(String id, int percent, long readings) {
    return db.sql("update back_test set percent = ?, readings = ? where id = ?")
        .params(percent, readings, id)
        .update();
  }

  /** Notes what came of it. */
  public int ended(String id, State state, String outcome, String problem) {
    return db.sql("update back_test set state = ?, outcome = ?, problem = ? where id = ?")
        .params(state.name(), outcome, problem, id)
        .update();
  }

  /** An instance lives, and so does what waits and runs there. */
  public int beat(String runner, Instant at) {
    return db.sql("update back_test set beat = ? where runner = ? and state = ?")
        .params(at.toEpochMilli(), runner, State.OPEN.name())
        .update();
  }

  /** Of other instances than this, what is open and was not seen to live since then was cut off. */
  public int interrupted(String runner, Instant since) {
    return db.sql("update back_test set state = ? where state = ? and runner <> ? and beat <= ?")
        .params(State.INTERRUPTED.name(), State.OPEN.name(), runner, since.toEpochMilli())
        .update();
  }

  /** Somebody wants it stopped, whoever runs it. */
  public int stopping(String id) {
    return db.sql("update back_test set stopping = 1 where id = ?").param(id).update();
  }

  /** Whether somebody wants it stopped. */
  public boolean isStopping(String id) {
    return db.sql("select stopping from back_test where id = ?")
            .param(id)
            .query(Integer.class)
            .optional()
            .orElse(0)
        == 1;
  }

  /** One of them, or null. */
  public @Nullable Job find(String id) {
    return db.sql(COLUMNS + "where id = ?")
        .param(id)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** Those of a mine, the newest first. */
  public List<Job> of(String mine, int atMost) {
    return db.sql(COLUMNS + "where mine = ? order by n desc limit ?")
        .params(mine, atMost)
        .query((rs, i) -> read(rs))
        .list();
  }
}
