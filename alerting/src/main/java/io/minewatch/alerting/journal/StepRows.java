package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.count.Counters.Taken;
import io.minewatch.alerting.count.StepTaken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The steps that count, made from the journal. Write only inside {@link Database#write}. */
public final class StepRows {
  /** The last of them is how many people the incident had told at most before a withdrawal. */
  private static final String COLUMNS =
      """
      select s.incident, s.mine, s.kind, s.at, s.took, s.in_time, s.people,
        case when s.kind = 'EMPTIED' then
          (select max(b.people) from step_taken b where b.incident = s.incident and b.n < s.n)
        end
      from step_taken s
      """;

  private static final Logger LOG = LoggerFactory.getLogger(StepRows.class);
  private final JdbcClient db;
  private final Journal journal;
  private volatile Consumer<StepTaken> hears = step -> {};

  public StepRows(Database database) {
    this.db = database.client();
    this.journal = new Journal(database);
  }

  /** Whether something is a drill. */
  public enum Occasion {
    REAL,
    DRILL
  }

  /**
   * Lets somebody hear every new step of what is no drill, once it is committed. Whatever the
   * listener does, the step is kept.
   */
  public void heardBy(Consumer<StepTaken> listener) {
    hears = listener;
  }

  /** Keeps what an event counts as; most count as nothing. */
  public void keep(Incident before, Event event) {
    StepTaken step = StepTaken.of(before, event);
    if (step != null && insert(before, step) && !before.drill()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              tell(step);
            }
          });
    }
  }

  private void tell(StepTaken step) {
    try {
      hears.accept(step);
    } catch (RuntimeException e) {
      LOG.warn("{} could not be told", step, e);
    }
  }

  /** Whether it was not there yet. */
  private boolean insert(Incident before, StepTaken step) {
    Duration took = step.took();
    return db.sql(
                "insert into step_taken values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (incident, n) do nothing")
            .param(before.id())
            .param(before.version() + 1)
            .param(step.kind().name())
            .param(step.at().toEpochMilli())
            .param(before.mine().value())
            .param(before.drill() ? 1 : 0)
            .param(took == null ? null : took.toMillis())
            .param(step.inTime().name())
            .param(step.people())
            .update()
        == 1;
  }

  /** Counts journals that are older than the counting, once. Answers how many incidents. */
  public int countAnew() {
    long counted = db.sql("select count(*) from step_taken").query(Long.class).single();
    if (counted > 0) {
      return 0;
    }
    List<String> incidents = db.sql("select id from incident").query(String.class).list();
    for (String id : incidents) {
      try {
        count(journal.events(id));
      } catch (IllegalStateException | IllegalArgumentException e) {
        LOG.error("incident {} cannot be read and counts as nothing from there on", id, e);
      }
    }
    return incidents.size();
  }

  private void count(List<Event> events) {
    if (events.isEmpty() || !(events.get(0) instanceof Event.Opened opened)) {
      throw new IllegalArgumentException("a journal begins with Opened");
    }
    Incident state = Incident.of(opened);
    for (Event event : events.subList(1, events.size())) {
      StepTaken step = StepTaken.of(state, event);
      if (step != null) {
        insert(state, step); // of long ago: nobody is told
      }
      state = Fold.evolve(state, event);
    }
  }

  /** The steps of these mines in a period, the end excluded. */
  public List<Taken> between(List<String> mines, Instant from, Instant to, Occasion occasion) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            COLUMNS
                + "where mine in (:mines) and at >= :from and at < :to and drill = :drill"
                + " order by at, incident, n")
        .param("mines", mines)
        .param("from", from.toEpochMilli())
        .param("to", to.toEpochMilli())
        .param("drill", occasion == Occasion.DRILL ? 1 : 0)
        .query((rs, i) -> read(rs))
        .list();
  }

  /** The steps of one incident, in their order. */
  public List<Taken> of(String incident) {
    return db.sql(COLUMNS + "where incident = ? order by n")
        .param(incident)
        .query((rs, i) -> read(rs))
        .list();
  }

  /** The steps of several incidents, in their order, by incident. */
  public Map<String, List<StepTaken>> ofAll(List<String> incidents) {
    Map<String, List<StepTaken>> steps = new HashMap<>();
    if (!incidents.isEmpty()) {
      db.sql(COLUMNS + "where incident in (:incidents) order by incident, n")
          .param("incidents", incidents)
          .query(
              rs -> {
                steps
                    .computeIfAbsent(rs.getString(1), any -> new ArrayList<>())
                    .add(read(rs).step());
              });
    }
    return steps;
  }

  private static Taken read(ResultSet rs) throws SQLException {
    long millis = rs.getLong(5);
    Duration took = rs.wasNull() ? null : Duration.ofMillis(millis);
    return new Taken(
        rs.getString(1),
        rs.getString(2),
        new StepTaken(
            StepTaken.Kind.valueOf(rs.getString(3)),
            Instant.ofEpochMilli(rs.getLong(4)),
            took,
            StepTaken.Timeliness.valueOf(rs.getString(6)),
            rs.getInt(7)),
        rs.getInt(8)); // null reads as 0
  }

  /** How long this mine's withdrawals took, drills included, where somebody had to come out. */
  public List<Duration> withdrawals(String mine) {
    return db
        .sql("select took from step_taken where mine = ? and kind = 'EMPTIED' and took is not null")
        .param(mine)
        .query(Long.class)
        .list()
        .stream()
        .map(Duration::ofMillis)
        .toList();
  }
}
