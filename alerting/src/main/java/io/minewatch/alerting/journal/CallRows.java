package io.minewatch.alerting.journal;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.State;
import io.minewatch.domain.finding.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The transactional outbox of calls; each attempt is a row. */
public final class CallRows {
  private static final String COLUMNS =
      """
      select id, incident, mine, version, rung, severity, why, channel, scope, person, name, account,
        address, code, words, words_english, queued, tries, outcome, state_at, detail, proof, placed,
        answered
      from call_attempt
      """;

  private final JdbcClient db;

  public CallRows(Database database) {
    this.db = database.client();
  }

  /**
   * An attempt with what its row alone knows.
   *
   * @param placed when its channel took it, or null
   * @param answered when a human confirmed it, or null
   */
  public record Row(Attempt attempt, @Nullable Instant placed, @Nullable Instant answered) {}

  /** The name of a state, in rows and views. */
  public static String name(State state) {
    return state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  /** Queues an attempt; a second time changes nothing. Inside {@link Database#write}. */
  public void queue(Attempt attempt) {
    Cause cause = attempt.cause();
    Callee callee = attempt.callee();
    db.sql(
            """
            insert into call_attempt (id, incident, mine, version, rung, severity, why, channel,
              scope, person, name, account, address, code, words, words_english, queued, outcome,
              state_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing
            """)
        .params(
            attempt.id(),
            cause.incident(),
            cause.mine(),
            cause.version(),
            cause.rung(),
            cause.severity().name(),
            cause.why().name(),
            attempt.channel(),
            callee.scope(),
            callee.person(),
            callee.name(),
            callee.account(),
            callee.address(),
            attempt.code(),
            attempt.text(),
            attempt.textEnglish(),
            attempt.queued().toString(),
            name(attempt.state()),
            attempt.state().at().toString())
        .update();
  }

  /** What waits for its channel now, the longest waiting first. */
  public List<Attempt> waiting(Instant now, int atMost) {
    return select(
            "where outcome = 'QUEUED' and next_try <= ? order by queued, id limit " + atMost,
            List.of(now.toEpochMilli()))
        .stream()
        .map(Row::attempt)
        .toList();
  }

  public List<Row> of(String incident) {
    return select("where incident = ? order by queued, id", List.of(incident));
  }

  public @Nullable Attempt find(String id) {
    return select("where id = ?", List.of(id)).stream().map(Row::attempt).findFirst().orElse(null);
  }

  /** What was sent to an address and can still be answered, the newest first. */
  public List<Attempt> to(String channel, String address, int atMost) {
    return select(
            "where channel = ? and address = ? and outcome in"
                + " ('QUEUED', 'PLACED', 'DELIVERED', 'MACHINE', 'HUMAN', 'EXPIRED')"
                + " order by queued desc, id desc limit "
                + atMost,
            List.of(channel, address))
        .stream()
        .map(Row::attempt)
        .toList();
  }

  private List<Row> select(String where, List<Object> params) {
    return db.sql(COLUMNS + where).params(params).query((rs, i) -> row(rs)).list();
  }

  private static Row row(ResultSet rs) throws SQLException {
    Attempt attempt =
        new Attempt(
            rs.getString(1),
            new Cause(
                rs.getString(2),
                rs.getString(3),
                rs.getLong(4),
                rs.getInt(5),
                Severity.valueOf(rs.getString(6)),
                Cause.Why.valueOf(rs.getString(7))),
            rs.getString(8),
            new Callee(
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12),
                rs.getString(13)),
            rs.getString(14),
            rs.getString(15),
            rs.getString(16),
            Instant.parse(rs.getString(17)),
            rs.getInt(18),
            state(rs));
    return new Row(attempt, time(rs.getString(23)), time(rs.getString(24)));
  }

  private static State state(ResultSet rs) throws SQLException {
    Instant at = Instant.parse(rs.getString(20));
    String detail = rs.getString(21);
    String outcome = rs.getString(19);
    return switch (outcome) {
      case "QUEUED" -> new State.Queued(at);
      case "PLACED" -> new State.Placed(at);
      case "DELIVERED" -> new State.Delivered(at);
      case "MACHINE" -> new State.Machine(at);
      case "HUMAN" -> new State.Human(at);
      case "CONFIRMED" -> {
        String proof = rs.getString(22); // empty in rows of an older program: its console alone
        yield new State.Confirmed(
            at, detail, proof.isEmpty() ? Proof.CONSOLE : Proof.valueOf(proof));
      }
      case "DECLINED" -> new State.Declined(at);
      case "FAILED" -> new State.Failed(at, detail);
      case "EXPIRED" -> new State.Expired(at);
      case "SUPERSEDED" -> new State.Superseded(at);
      default -> throw new IllegalStateException("an attempt of a newer program: " + outcome);
    };
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** Takes a waiting attempt for this long; false if another instance has it. */
  public boolean claim(String id, Instant now, Duration lease) {
    return db.sql(
                "update call_attempt set next_try = ?"
                    + " where id = ? and outcome = 'QUEUED' and next_try <= ?")
            .params(now.plus(lease).toEpochMilli(), id, now.toEpochMilli())
            .update()
        == 1;
  }

  /** It is tried again, not before this. */
  public void again(String id, int tries, Instant notBefore) {
    db.sql("update call_attempt set tries = ?, next_try = ? where id = ? and outcome = 'QUEUED'")
        .params(tries, notBefore.toEpochMilli(), id)
        .update();
  }

  /** Counts an answer that proved nothing. Inside {@link Database#write}. */
  public int wrong(String id) {
    return db.sql("update call_attempt set wrong = wrong + 1 where id = ?").param(id).update();
  }

  /** How many answers proved nothing. */
  public int wrongs(String id) {
    return db.sql("select wrong from call_attempt where id = ?")
        .param(id)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Writes another state. Inside {@link Database#write}. */
  public void state(String id, State state) {
    String at = state.at().toString();
    String detail = "";
    String proof = "";
    if (state instanceof State.Confirmed confirmed) {
      detail = confirmed.by();
      proof = confirmed.proof().name();
    } else if (state instanceof State.Failed failed) {
      detail = failed.reason();
    }
    Map<String, Object> values =
        Map.of("id", id, "state", name(state), "at", at, "detail", detail, "proof", proof);
    db.sql(
            """
            update call_attempt set outcome = :state, state_at = :at, detail = :detail,
              proof = :proof,
              placed = case when placed is null and :state not in ('FAILED', 'EXPIRED', 'SUPERSEDED')
                then :at else placed end,
              answered = case when :state = 'CONFIRMED' then :at else answered end
            where id = :id
            """)
        .params(values)
        .update();
  }
}
