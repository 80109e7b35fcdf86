package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows by which incidents are found: open ones, and those to be told the time. */
public final class IncidentRows {
  private final JdbcClient db;

  public IncidentRows(Database database) {
    this.db = database.client();
  }

  /** Writes what lists need, and when time must next be told. Inside {@link Database#write}. */
  public void save(Incident incident) {
    db.sql(
            """
            insert into incident values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
              stage = excluded.stage, severity = excluded.severity, is_open = excluded.is_open
            """)
        .params(
            incident.id(),
            incident.mine().value(),
            incident.opened().toString(),
            incident.stage().name().name(),
            incident.severity().name(),
            incident.isOpen() ? 1 : 0)
        .update();
    Instant wake = incident.wakeAt();
    if (wake == null) {
      db.sql("delete from due where incident = ?").param(incident.id()).update();
    } else {
      db.sql(
              """
              insert into due values (?, ?, 0)
              on conflict (incident) do update set at = excluded.at, claims = 0
              """)
          .params(incident.id(), millisNotBefore(wake))
          .update();
    }
  }

  /** Rounds up: a step must never run before it is due. */
  private static long millisNotBefore(Instant instant) {
    return instant.plusNanos(999_999).toEpochMilli();
  }

  /** Ids of open incidents, the longest open first. */
  public List<String> open(@Nullable String mine) {
    return db.sql(
            "select id from incident where is_open = 1 and (mine = :mine or :mine = '')"
                + " order by opened, id")
        .param("mine", mine == null ? "" : mine)
        .query(String.class)
        .list();
  }

  /** Ids of the newest incidents, open or not. */
  public List<String> newest(@Nullable String mine, int atMost) {
    return db.sql(
            "select id from incident where (mine = :mine or :mine = '')"
                + " order by opened desc, id limit :most")
        .param("mine", mine == null ? "" : mine)
        .param("most", atMost)
        .query(String.class)
        .list();
  }

  /** How many incidents of a mine are open, by severity name. */
  public Map<String, Integer> openBySeverity(String mine) {
    Map<String, Integer> counts = new TreeMap<>();
    db.sql(
            "select severity, count(*) from incident where is_open = 1 and mine = ?"
                + " group by severity")
        .param(mine)
        .query(
            rs -> {
              counts.put(rs.getString(1), rs.getInt(2));
            });
    return counts;
  }

  /** Incidents to be told the time, most overdue first. */
  public List<String> due(Instant now, int atMost) {
    return db.sql("select incident from due where at <= ? order by at limit ?")
        .params(now.toEpochMilli(), atMost)
        .query(String.class)
        .list();
  }

  /** Takes a due step for this transaction; false if another instance has already run it. */
  public boolean claim(String incident, Instant now) {
    return db.sql("update due set claims = claims + 1 where incident = ? and at <= ?")
            .params(incident, now.toEpochMilli())
            .update()
        == 1;
  }
}
