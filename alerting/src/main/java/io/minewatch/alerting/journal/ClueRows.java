package io.minewatch.alerting.journal;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lists need of clues; made from their journal in the same transaction. */
public final class ClueRows {
  private static final String COLUMNS =
      "select id, mine, path, feature, subject, stage, opened, since, due,"
          + " assignee, outcome, evidence, reopened, late, version from clue ";
  private final JdbcClient db;

  public ClueRows(Database database) {
    this.db = database.client();
  }

  /**
   * A clue in a list: not its words, for a list is no look at it.
   *
   * @param path where the mine lay when it was raised
   * @param late how many of its steps came after they were owed
   * @param outcome of the last check, null before there is one
   * @param evidence how many pieces
   * @param version how many events it has
   */
  public record Listed(
      String id,
      String mine,
      String path,
      String feature,
      String subject,
      ClueStage stage,
      Instant opened,
      Instant since,
      @Nullable Instant due,
      String assignee,
      @Nullable Outcome outcome,
      int evidence,
      int reopened,
      int late,
      long version) {
    /** The same as it is shown to somebody. */
    public Listed about(String shown) {
      return new Listed(
          id, mine, path, feature, shown, stage, opened, since, due, assignee, outcome, evidence,
          reopened, late, version);
    }
  }

  /** Clues that were raised at one place, at one stage with one outcome. */
  public record Counted(
      String path, ClueStage stage, @Nullable Outcome outcome, int clues, int overdue, int late) {}

  /** Keeps how a clue stands. */
  void save(Clue clue) {
    Instant due = clue.due();
    Outcome outcome = clue.outcome();
    db.sql(
            """
            insert into clue values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)
            on conflict (id) do update set
              stage = excluded.stage, since = excluded.since, due = excluded.due,
              assignee = excluded.assignee, outcome = excluded.outcome,
              evidence = excluded.evidence, reopened = excluded.reopened,
              late = excluded.late, version = excluded.version
            """)
        .param(clue.id())
        .param(clue.start().mine())
        .param(clue.start().path())
        .param(clue.start().feature())
        .param(clue.start().subject())
        .param(clue.stage().name())
        .param(clue.opened().toEpochMilli())
        .param(clue.since().toEpochMilli())
        .param(due == null ? null : due.toEpochMilli())
        .param(clue.assignee())
        .param(outcome == null ? null : outcome.name())
        .param(clue.evidence().size())
        .param(clue.reopened())
        .param(clue.late())
        .param(clue.version())
        .update();
  }

  /**
   * Where a clue belongs.
   *
   * @param path where its mine lay when it was raised
   */
  public record Home(String mine, String path) {}

  /** Where a clue belongs, or null if there is none of this id. */
  public @Nullable Home home(String id) {
    return db.sql("select mine, path from clue where id = ?")
        .param(id)
        .query((rs, i) -> new Home(rs.getString(1), rs.getString(2)))
        .optional()
        .orElse(null);
  }

  /** Which clues are meant. */
  public enum Which {
    OPEN("stage <> 'CLOSED'"),
    CLOSED("stage = 'CLOSED'"),
    ALL("1 = 1");

    private final String sql;

    Which(String sql) {
      this.sql = sql;
    }
  }

  /**
   * Whose clues are meant.
   *
   * @param area of all that were raised there; empty for the nation
   * @param mines and of these, wherever they lay then
   */
  public record Whose(String area, List<String> mines) {
    private static final String NONE = "-";

    public Whose {
      mines = mines.isEmpty() ? List.of(NONE) : List.copyOf(mines);
    }

    private JdbcClient.StatementSpec in(JdbcClient.StatementSpec sql) {
      String below = area.isEmpty() ? "" : area + "/";
      return sql.param("mines", mines).param("area", below).param("long", below.length());
    }
  }

  private static final String WHOSE = "(substr(path || '/', 1, :long) = :area or mine in (:mines))";

  /** Clues of an area: those overdue first, then by when the next stage is owed. */
  public List<Listed> list(Whose whose, Which which, Instant now, Slice slice) {
    return whose
        .in(
            db.sql(
                COLUMNS
                    + "where "
                    + WHOSE
                    + " and "
                    + which.sql
                    + " order by case when due < :now then 0 when due is not null then 1 else 2"
                    + " end, due, opened desc, id limit :most offset :skip"))
        .param("now", now.toEpochMilli())
        .param("most", slice.most())
        .param("skip", slice.skip())
        .query((rs, i) -> listed(rs))
        .list();
  }

  /** Which part of a list. */
  public record Slice(int skip, int most) {}

  /** How many there are of an area, by where they were raised. */
  public List<Counted> counts(Whose whose, Instant now) {
    return whose
        .in(
            db.sql(
                "select path, stage, outcome, count(*),"
                    + " sum(case when due < :now then 1 else 0 end),"
                    + " sum(case when late > 0 then 1 else 0 end) from clue where "
                    + WHOSE
                    + " group by path, stage, outcome"))
        .param("now", now.toEpochMilli())
        .query(
            (rs, i) ->
                new Counted(
                    rs.getString(1),
                    ClueStage.valueOf(rs.getString(2)),
                    outcome(rs.getString(3)),
                    rs.getInt(4),
                    rs.getInt(5),
                    rs.getInt(6)))
        .list();
  }

  /** Clues whose next stage is overdue, of which the ledger does not say so yet. */
  public List<String> newlyOverdue(Instant now, int atMost) {
    return db.sql(
            "select id from clue where due < ? and (said_overdue is null or said_overdue < due)"
                + " order by due, id limit ?")
        .params(now.toEpochMilli(), atMost)
        .query(String.class)
        .list();
  }

  /** The ledger says that this is overdue; false if another instance has said so. */
  public boolean saidOverdue(String id) {
    return db.sql(
                "update clue set said_overdue = due where id = ?"
                    + " and (said_overdue is null or said_overdue < due)")
            .param(id)
            .update()
        == 1;
  }

  private static Listed listed(ResultSet rs) throws SQLException {
    long due = rs.getLong(9);
    Instant owed = rs.wasNull() ? null : Instant.ofEpochMilli(due);
    return new Listed(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        ClueStage.valueOf(rs.getString(6)),
        Instant.ofEpochMilli(rs.getLong(7)),
        Instant.ofEpochMilli(rs.getLong(8)),
        owed,
        rs.getString(10),
        outcome(rs.getString(11)),
        rs.getInt(12),
        rs.getInt(13),
        rs.getInt(14),
        rs.getLong(15));
  }

  private static @Nullable Outcome outcome(@Nullable String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
