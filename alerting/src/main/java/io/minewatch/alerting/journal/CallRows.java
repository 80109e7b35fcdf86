package io.minewatch.alerting.journal;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** How many attempts wait for their channel, now or at their next try. */
  public int waiting() {
    return db.sql("select count(*) from call_attempt where outcome = 'QUEUED'")
        .query(Integer.class)
        .single();
  }

  /** What a channel has and has not delivered, the newest first. */
  public List<Attempt> placed(String channel, int atMost) {
    return select(
            "where outcome = 'PLACED' and channel = ? order by queued desc, id desc limit "
                + atMost,
            List.of(channel))
        .stream()
        .map(Row::attempt)
        .toList();
  }

  /** The newest attempts about an incident, in the order in which they were queued. */
  public List<Row> of(String incident, int atMost) {
    List<Row> newest =
        new ArrayList<>(
            select(
                "where incident = ? order by queued desc, id desc limit " + atMost,
                List.of(incident)));
    Collections.reverse(newest);
    return newest;
  }

  /** A page of all attempts about an incident, in the order in which they were queued. */
  public List<Row> page(String incident, int from, int atMost) {
    return select(
        "where incident = ? order by queued, id limit " + atMost + " offset " + from,
        List.of(incident));
  }

  /** How many attempts there are about an incident. */
  public int count(String incident) {
    return db.sql("select count(*) from call_attempt where incident = ?")
        .param(incident)
        .query(Integer.class)
        .single();
  }

  /**
   * Attempts about an incident that are not over; the answer to a tag is no attempt to be ended.
   */
  public List<Attempt> open(String incident) {
    return select(
            "where incident = ? and why <> 'ANSWER' and outcome in"
                + " ('QUEUED', 'PLACED', 'DELIVERED', 'MACHINE', 'HUMAN') order by queued, id",
            List.of(incident))
        .stream()
        .map(Row::attempt)
        .toList();
  }

  /** Whether any of the attempts that one version of an incident made has been placed. */
  public boolean isPlaced(String incident, long version) {
    return db.sql(
                "select count(*) from call_attempt where incident = ? and version = ?"
                    + " and placed is not null")
            .params(incident, version)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether an attempt about an incident was confirmed by somebody at just this time. */
  public boolean isConfirmed(String incident, String by, Instant at) {
    return db.sql(
                "select count(*) from call_attempt where incident = ? and outcome = 'CONFIRMED'"
                    + " and detail = ? and state_at = ?")
            .params(incident, by, at.toString())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * What an account presses when it answers in the console: the newest attempt there that names it,
   * else the newest that names nobody; or null.
   */
  public @Nullable Attempt pressed(String incident, String channel, String account) {
    return select(
            "where incident = ? and channel = ? and (account = ? or person = '')"
                + " order by case when account = ? then 0 else 1 end, queued desc, id desc limit 1",
            List.of(incident, channel, account, account))
        .stream()
        .map(Row::attempt)
        .findFirst()
        .orElse(null);
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

  /** The codes of the newest attempts to an address, whatever became of them. */
  public Set<String> codes(String channel, String address, int atMost) {
    return Set.copyOf(
        db.sql(
                "select code from call_attempt where address = ? and channel = ?"
                    + " order by queued desc, id desc limit "
                    + atMost)
            .params(address, channel)
            .query(String.class)
            .list());
  }

  private List<Row> select(String where, List<Object> params) {
    return db.sql(COLUMNS + where).params(params).query((rs, i) -> CallReading.row(rs)).list();
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
