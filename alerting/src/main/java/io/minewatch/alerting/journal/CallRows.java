package io.minewatch.alerting.journal;

import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The transactional outbox of calls; each attempt is a row. */
public final class CallRows {
  private final JdbcClient db;

  public CallRows(Database database) {
    this.db = database.client();
  }

  /** How far a call has come. */
  public enum Outcome {
    /** Waits for its channel. */
    QUEUED,
    /** The channel has it; nobody has answered. */
    PLACED,
    /** A human has answered. */
    CONFIRMED,
    /** Nobody answered in time. */
    EXPIRED
  }

  /**
   * One attempt.
   *
   * @param rung of the roster, from 1
   */
  public record Call(
      String id,
      String incident,
      int rung,
      Severity severity,
      String channel,
      Instant queued,
      @Nullable Instant placed,
      @Nullable Instant answered,
      Outcome outcome) {}

  /** Queues a call; a second time changes nothing. Inside {@link Database#write}. */
  public void queue(Call call) {
    db.sql(
            "insert into call_attempt values (?, ?, ?, ?, ?, ?, null, null, ?)"
                + " on conflict (id) do nothing")
        .params(
            call.id(),
            call.incident(),
            call.rung(),
            call.severity().name(),
            call.channel(),
            call.queued().toString(),
            Outcome.QUEUED.name())
        .update();
  }

  public List<Call> queued(int atMost) {
    return select("where outcome = 'QUEUED' order by queued, id limit " + atMost, List.of());
  }

  public List<Call> of(String incident) {
    return select("where incident = ? order by queued, id", List.of(incident));
  }

  private List<Call> select(String where, List<Object> params) {
    return db.sql(
            "select id, incident, rung, severity, channel, queued, placed, answered, outcome"
                + " from call_attempt "
                + where)
        .params(params)
        .query(
            (rs, i) ->
                new Call(
                    rs.getString(1),
                    rs.getString(2),
                    rs.getInt(3),
                    Severity.valueOf(rs.getString(4)),
                    rs.getString(5),
                    Instant.parse(rs.getString(6)),
                    time(rs.getString(7)),
                    time(rs.getString(8)),
                    Outcome.valueOf(rs.getString(9))))
        .list();
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** Marks a queued call as placed; false if it is not queued any more. */
  public boolean placed(String id, Instant at) {
    return db.sql(
                "update call_attempt set outcome = 'PLACED', placed = ?"
                    + " where id = ? and outcome = 'QUEUED'")
            .params(at.toString(), id)
            .update()
        == 1;
  }

  /** A human has answered: all calls of the incident are answered. */
  public void answered(String incident, Instant at) {
    db.sql(
            "update call_attempt set outcome = 'CONFIRMED', answered = ?"
                + " where incident = ? and outcome in ('QUEUED', 'PLACED', 'EXPIRED')")
        .params(at.toString(), incident)
        .update();
  }

  public void expired(String incident) {
    db.sql(
            "update call_attempt set outcome = 'EXPIRED'"
                + " where incident = ? and outcome in ('QUEUED', 'PLACED')")
        .param(incident)
        .update();
  }
}
