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
  private static final int MOST_NAMED = 500;

  private static final String NAME = "four_line";
  private static final String SELECT =
      "select finding, mine, line, subject, points, behind, onset, ended, rule, found, end_found,"
          + " how, county, county_mines from four_line ";
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
              points = excluded.points, behind = excluded.behind,
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

  /** Outages of one line, of whichever mine, that began within a span, the earliest first. */
  public List<Outage> beginning(Span span, FourLine line) {
    return db.sql(SELECT + "where onset >= ? and onset < ? and line = ? order by onset, finding")
        .params(span.from().toEpochMilli(), span.to().toEpochMilli(), line.name())
        .query((rs, i) -> outage(rs))
        .list();
  }

  /** Whether judging found any outage of any mine within a span: then it watched. */
  public boolean wereFound(Span span) {
    return !db.sql("select finding from four_line where found > ? and found < ? limit 1")
        .params(span.from().toEpochMilli(), span.to().toEpochMilli())
        .query(String.class)
        .list()
        .isEmpty();
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
