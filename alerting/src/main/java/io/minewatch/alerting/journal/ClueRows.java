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
      "select id, mine, feature, subject, words, words_english, stage, opened, since, due,"
          + " assignee, outcome, evidence, reopened, version from clue ";
  private final JdbcClient db;

  public ClueRows(Database database) {
    this.db = database.client();
  }

  /**
   * A clue in a list.
   *
   * @param outcome of the last check, null before there is one
   * @param evidence how many pieces
   * @param version how many events it has
   */
  public record Listed(
      String id,
      String mine,
      String feature,
      String subject,
      String words,
      String wordsEnglish,
      ClueStage stage,
      Instant opened,
      Instant since,
      @Nullable Instant due,
      String assignee,
      @Nullable Outcome outcome,
      int evidence,
      int reopened,
      long version) {}

  /** Clues of a mine at one stage with one outcome. */
  public record Counted(
      String mine, ClueStage stage, @Nullable Outcome outcome, int clues, int overdue) {}

  /** Keeps how a clue stands. */
  void save(Clue clue) {
    Instant due = clue.due();
    Outcome outcome = clue.outcome();
    db.sql(
            """
            insert into clue values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
              stage = excluded.stage, since = excluded.since, due = excluded.due,
              assignee = excluded.assignee, outcome = excluded.outcome,
              evidence = excluded.evidence, reopened = excluded.reopened,
              version = excluded.version
            """)
        .param(clue.id())
        .param(clue.start().mine())
        .param(clue.start().feature())
        .param(clue.start().subject())
        .param(clue.start().words())
        .param(clue.start().wordsEnglish())
        .param(clue.stage().name())
        .param(clue.opened().toEpochMilli())
        .param(clue.since().toEpochMilli())
        .param(due == null ? null : due.toEpochMilli())
        .param(clue.assignee())
        .param(outcome == null ? null : outcome.name())
        .param(clue.evidence().size())
        .param(clue.reopened())
        .param(clue.version())
        .update();
  }

  /** The mine of a clue, or null. */
  public @Nullable String mineOf(String id) {
    return db.sql("select mine from clue where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** The open clue of a feature and subject, or null; there is one at most that a machine had. */
  public @Nullable String open(String mine, String feature, String subject) {
    return db.sql(
            "select id from clue where mine = ? and feature = ? and subject = ?"
                + " and stage <> 'CLOSED' order by opened, id limit 1")
        .params(mine, feature, subject)
        .query(String.class)
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

  /** Clues of these mines: those overdue first, then by when the next stage is owed. */
  public List<Listed> list(List<String> mines, Which which, Instant now, Slice slice) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            COLUMNS
                + "where mine in (:mines) and "
                + which.sql
                + " order by case when due < :now then 0 when due is not null then 1 else 2 end,"
                + " due, opened desc, id limit :most offset :skip")
        .param("mines", mines)
        .param("now", now.toEpochMilli())
        .param("most", slice.most())
        .param("skip", slice.skip())
        .query((rs, i) -> listed(rs))
        .list();
  }

  /** Which part of a list. */
  public record Slice(int skip, int most) {}

  /** How many there are of these mines. */
  public List<Counted> counts(List<String> mines, Instant now) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            "select mine, stage, outcome, count(*), sum(case when due < :now then 1 else 0 end)"
                + " from clue where mine in (:mines) group by mine, stage, outcome")
        .param("mines", mines)
        .param("now", now.toEpochMilli())
        .query(
            (rs, i) ->
                new Counted(
                    rs.getString(1),
                    ClueStage.valueOf(rs.getString(2)),
                    outcome(rs.getString(3)),
                    rs.getInt(4),
                    rs.getInt(5)))
        .list();
  }

  private static Listed listed(ResultSet rs) throws SQLException {
    long due = rs.getLong(10);
    Instant owed = rs.wasNull() ? null : Instant.ofEpochMilli(due);
    return new Listed(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getString(5),
        rs.getString(6),
        ClueStage.valueOf(rs.getString(7)),
        Instant.ofEpochMilli(rs.getLong(8)),
        Instant.ofEpochMilli(rs.getLong(9)),
        owed,
        rs.getString(11),
        outcome(rs.getString(12)),
        rs.getInt(13),
        rs.getInt(14),
        rs.getLong(15));
  }

  private static @Nullable Outcome outcome(@Nullable String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
