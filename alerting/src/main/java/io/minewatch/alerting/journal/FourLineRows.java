package io.minewatch.alerting.journal;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.domain.finding.FindingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The four lines, made from the facts of findings: whatever stands here can be made anew from
 * those. Write only inside {@link Database#write}.
 */
public final class FourLineRows {
  /** What lasts longer is looked for apart, so that a day is read without all that came before. */
  static final Duration LONG = Duration.ofDays(2);

  /** More mines than this are not named to the database, which then reads all. */
  public static final int MOST_NAMED = 500;

  private static final String NAME = "four_line";
  private static final String REST =
      " behind, onset, ended, rule, found, end_found, how, county, county_mines from four_line ";
  private static final String SELECT = "select finding, mine, line, subject, points," + REST;

  /** Without the names of points, which are most of a row. */
  private static final String BARE = "select finding, mine, line, subject, '' as points," + REST;

  private final JdbcClient db;

  public FourLineRows(Database database) {
    this.db = database.client();
  }

  /** Keeps what is known of an outage now, in the place of what was known before. */
  public void keep(Outage outage) {
    Instant ended = outage.ended();
    Instant endFound = outage.told().ended();
    boolean isLong = ended == null || ended.isAfter(outage.onset().plus(LONG));
    db.sql(
            """
            insert into four_line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)
            on conflict (finding) do update set
              points = excluded.points, behind = excluded.behind, found = excluded.found,
              ended = excluded.ended, end_found = excluded.end_found, how = excluded.how,
              is_long = excluded.is_long
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
        .param(outage.told().found().toEpochMilli())
        .param(endFound == null ? null : endFound.toEpochMilli())
        .param(outage.told().end().name())
        .param(isLong ? 1 : 0)
        .update();
  }

  /** A finding is none of them. */
  public void remove(FindingId finding) {
    db.sql("delete from four_line where finding = ?").param(finding.value()).update();
  }

  /** Whether a finding is one of them. */
  public boolean has(FindingId finding) {
    return db.sql("select 1 from four_line where finding = ?")
        .param(finding.value())
        .query(Integer.class)
        .optional()
        .isPresent();
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

  /**
   * Cuts and broken lines of these mines that began within a span, without the names of the points
   * behind them: the newest of them, the earliest first.
   *
   * @param mines at most {@link #MOST_NAMED}
   */
  public List<Outage> begun(Collection<String> mines, Span span, int most) {
    if (mines.isEmpty()) {
      return List.of();
    }
    List<Outage> newest =
        new ArrayList<>(
            db.sql(
                    BARE
                        + "where mine in (:mines) and onset >= :from and onset < :to"
                        + " and line in (:lines) order by onset desc, finding desc limit :most")
                .param("mines", mines)
                .param("from", span.from().toEpochMilli())
                .param("to", span.to().toEpochMilli())
                .param("lines", List.of(FourLine.NETWORK.name(), FourLine.LINE.name()))
                .param("most", most)
                .query((rs, i) -> outage(rs))
                .list());
    Collections.reverse(newest);
    return newest;
  }

  /**
   * Outages of one line, of whichever mine of these counties, that began within a span, without the
   * names of the points behind them, the earliest first; those whose county is not noted as well.
   */
  public List<Outage> beginning(Span span, FourLine line, Collection<String> counties, int most) {
    boolean named = counties.size() <= MOST_NAMED;
    JdbcClient.StatementSpec sql =
        db.sql(
                BARE
                    + "where onset >= :from and onset < :to and line = :line"
                    + (named ? " and (county is null or county in (:counties))" : "")
                    + " order by onset, finding limit :most")
            .param("from", span.from().toEpochMilli())
            .param("to", span.to().toEpochMilli())
            .param("line", line.name())
            .param("most", most);
    return (named ? sql.param("counties", counties) : sql).query((rs, i) -> outage(rs)).list();
  }

  /** The minutes within a span in which judging found any outage of any mine: then it watched. */
  public List<Instant> found(Span span) {
    return db.sql(
            "select distinct found / 60000 as m from four_line where found > ? and found < ?"
                + " order by m")
        .params(span.from().toEpochMilli(), span.to().toEpochMilli())
        .query((rs, i) -> Instant.ofEpochMilli(rs.getLong(1) * 60_000))
        .list();
  }

  /** Outages of which it is not noted yet where their mine lay, by finding; the mine of each. */
  public Map<String, String> nowhere(int atMost) {
    Map<String, String> mines = new TreeMap<>();
    db.sql("select finding, mine from four_line where county is null order by finding limit ?")
        .param(atMost)
        .query(
            rs -> {
              mines.put(rs.getString(1), rs.getString(2));
            });
    return mines;
  }

  /** Notes where the mine of an outage lies. */
  public void note(String finding, Outage.County county) {
    db.sql("update four_line set county = ?, county_mines = ? where finding = ?")
        .params(county.path(), county.mines(), finding)
        .update();
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
    String county = rs.getString(13);
    return new Outage(
        rs.getString(1),
        rs.getString(2),
        FourLine.valueOf(rs.getString(3)),
        rs.getString(4),
        points.isEmpty() ? List.of() : List.of(points.split("\n", -1)),
        rs.getInt(6),
        Instant.ofEpochMilli(rs.getLong(7)),
        instant(rs, 8),
        rs.getString(9),
        new Outage.Told(
            Instant.ofEpochMilli(rs.getLong(10)),
            instant(rs, 11),
            Outage.End.valueOf(rs.getString(12))),
        county == null ? null : new Outage.County(county, rs.getInt(14)));
  }

  private static @Nullable Instant instant(ResultSet rs, int column) throws SQLException {
    long millis = rs.getLong(column);
    return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
