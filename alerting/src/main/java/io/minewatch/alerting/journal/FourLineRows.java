package io.minewatch.alerting.journal;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The four lines, made from the facts of findings: whatever stands here can be made anew from
 * those. Write only inside {@link Database#write}.
 */
public final class FourLineRows {
  /** What lasts longer is looked for apart, so that a day is read without all that came before. */
  static final Duration LONG = Duration.ofDays(2);

  /** More mines than this are not named to the database, which then reads all. */
  private static final int MOST_NAMED = 500;

  private static final String NAME = "four_line";
  private static final String SELECT =
      "select finding, mine, line, subject, points, behind, onset, ended, rule from four_line ";
  private final JdbcClient db;

  public FourLineRows(Database database) {
    this.db = database.client();
  }

  /** Keeps what is known of an outage now, in the place of what was known before. */
  public void keep(Outage outage) {
    Instant ended = outage.ended();
    boolean isLong = ended == null || ended.isAfter(outage.onset().plus(LONG));
    db.sql(
            """
            insert into four_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (finding) do update set
              points = excluded.points, behind = excluded.behind,
              ended = excluded.ended, is_long = excluded.is_long
            """)
        .param(outage.finding())
        .param(outage.mine())
        .param(outage.line().name())
        .param(outage.subject())
        .param(String.join("\n", outage.points()))
        .param(outage.behind())
        .param(outage.onset().toEpochMilli())
        .param(ended == null ? null : ended.toEpochMilli())
        .param(outage.rule())
        .param(isLong ? 1 : 0)
        .update();
  }

  /** Whether they were never made from the findings that were kept before there was this table. */
  public boolean isNew() {
    return db.sql("select count(*) from made where name = ?").param(NAME).query(Long.class).single()
        == 0;
  }

  /** They are made from now on. */
  public void made(Instant now) {
    db.sql("insert into made values (?, ?) on conflict (name) do nothing")
        .params(NAME, now.toEpochMilli())
        .update();
  }

  /** Outages of these mines that have a moment in common with a span, the earliest first. */
  public List<Outage> meeting(Collection<String> mines, Span span) {
    String which = " and (ended is null or ended > :from)" + which(mines);
    return read(
        mines,
        db.sql(
                SELECT
                    + "where onset >= :near and onset < :to"
                    + which
                    + " union all "
                    + SELECT
                    + "where is_long = 1 and onset < :near"
                    + which
                    + " order by onset, finding")
            .param("near", span.from().minus(LONG).toEpochMilli())
            .param("from", span.from().toEpochMilli())
            .param("to", span.to().toEpochMilli()));
  }

  /** Outages of one line of these mines that began within a span, the earliest first. */
  public List<Outage> beginning(Collection<String> mines, Span span, FourLine line) {
    return read(
        mines,
        db.sql(
                SELECT
                    + "where onset >= :from and onset < :to and line = :line"
                    + which(mines)
                    + " order by onset, finding")
            .param("from", span.from().toEpochMilli())
            .param("to", span.to().toEpochMilli())
            .param("line", line.name()));
  }

  /** Many mines are not named: then all are read, and the others left out afterwards. */
  private static String which(Collection<String> mines) {
    return mines.size() <= MOST_NAMED ? " and mine in (:mines)" : "";
  }

  private static List<Outage> read(Collection<String> mines, JdbcClient.StatementSpec sql) {
    if (mines.isEmpty()) {
      return List.of();
    }
    if (mines.size() <= MOST_NAMED) {
      return sql.param("mines", mines).query((rs, i) -> outage(rs)).list();
    }
    Set<String> wanted = new HashSet<>(mines);
    return sql.query((rs, i) -> outage(rs)).list().stream()
        .filter(each -> wanted.contains(each.mine()))
        .toList();
  }

  private static Outage outage(ResultSet rs) throws SQLException {
    String points = rs.getString(5);
    long ended = rs.getLong(8);
    Instant end = rs.wasNull() ? null : Instant.ofEpochMilli(ended);
    return new Outage(
        rs.getString(1),
        rs.getString(2),
        FourLine.valueOf(rs.getString(3)),
        rs.getString(4),
        points.isEmpty() ? List.of() : List.of(points.split("\n", -1)),
        rs.getInt(6),
        Instant.ofEpochMilli(rs.getLong(7)),
        end,
        rs.getString(9));
  }
}
