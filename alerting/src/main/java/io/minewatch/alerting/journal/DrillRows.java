package io.minewatch.alerting.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The exercises, and how far each has come. Write only inside {@link Database#write}. */
public final class DrillRows {
  private static final String COLUMNS =
      "select id, mine, title, starter, announced, starts, script, next_step, next_at, incident,"
          + " origin from drill ";
  private final JdbcClient db;

  public DrillRows(Database database) {
    this.db = database.client();
  }

  /** Whether people know that it comes. */
  public enum Notice {
    ANNOUNCED,
    UNANNOUNCED
  }

  /** Who asked for it. */
  public enum Origin {
    /** The mine itself, or who dispatches for it. */
    OWN,
    /** A regulator, from afar: the mine knows nothing of it but the call. */
    CHALLENGE
  }

  /**
   * One exercise.
   *
   * @param script as text
   * @param nextAt when the next step is told, null when all are or it was ended
   * @param incident that it opened, or null
   */
  public record Drill(
      String id,
      String mine,
      String title,
      String starter,
      Notice notice,
      Instant starts,
      String script,
      int nextStep,
      @Nullable Instant nextAt,
      @Nullable String incident,
      Origin origin) {}

  public void add(Drill drill) {
    Instant next = drill.nextAt();
    db.sql("insert into drill values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(drill.id())
        .param(drill.mine())
        .param(drill.title())
        .param(drill.starter())
        .param(drill.notice() == Notice.ANNOUNCED ? 1 : 0)
        .param(drill.starts().toEpochMilli())
        .param(drill.script())
        .param(drill.nextStep())
        .param(next == null ? null : next.toEpochMilli())
        .param(drill.incident())
        .param(drill.origin().name())
        .update();
  }

  public @Nullable Drill find(String id) {
    return db.sql(COLUMNS + "where id = ?")
        .param(id)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  /** Those of these mines, the newest first. */
  public List<Drill> of(List<String> mines, int atMost) {
    return mines.isEmpty()
        ? List.of()
        : db.sql(COLUMNS + "where mine in (:mines) order by starts desc, id limit :most")
            .param("mines", mines)
            .param("most", atMost)
            .query((rs, i) -> read(rs))
            .list();
  }

  /** Those of which a step is to be told. */
  public List<Drill> due(Instant now, int atMost) {
    return db.sql(COLUMNS + "where next_at <= ? order by next_at, id limit ?")
        .params(now.toEpochMilli(), atMost)
        .query((rs, i) -> read(rs))
        .list();
  }

  /** Goes on to the next step; false if another instance has, or it was ended. */
  public boolean advance(Drill from, @Nullable Instant nextAt) {
    return db.sql(
                "update drill set next_step = next_step + 1, next_at = ?"
                    + " where id = ? and next_step = ? and next_at is not null")
            .param(nextAt == null ? null : nextAt.toEpochMilli())
            .param(from.id())
            .param(from.nextStep())
            .update()
        == 1;
  }

  public void opened(String id, String incident) {
    db.sql("update drill set incident = ? where id = ? and incident is null")
        .params(incident, id)
        .update();
  }

  /** Tells nothing further; false if nothing was left to tell. */
  public boolean end(String id) {
    return db.sql("update drill set next_at = null where id = ? and next_at is not null")
            .param(id)
            .update()
        == 1;
  }

  private static Drill read(ResultSet rs) throws SQLException {
    long next = rs.getLong(9);
    Instant nextAt = rs.wasNull() ? null : Instant.ofEpochMilli(next);
    return new Drill(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getInt(5) == 1 ? Notice.ANNOUNCED : Notice.UNANNOUNCED,
        Instant.ofEpochMilli(rs.getLong(6)),
        rs.getString(7),
        rs.getInt(8),
        nextAt,
        rs.getString(10),
        Origin.valueOf(rs.getString(11)));
  }
}
