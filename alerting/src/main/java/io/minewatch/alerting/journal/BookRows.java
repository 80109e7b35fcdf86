package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of the shifts of mines. Write only inside {@link Database#write}. */
public final class BookRows {
  /** What people's hours at a place that no plan knows are kept under; else it is a factor. */
  public static final String UNPLANNED = "UNPLANNED";

  private final JdbcClient db;
  private final JdbcTemplate many;

  public BookRows(Database database) {
    this.db = database.client();
    this.many = database.template();
  }

  /**
   * One value.
   *
   * @param what a factor, or {@link #UNPLANNED}
   * @param point a meter, gate or scale; a place; empty for the mine as a whole
   * @param shift its begin
   */
  public record Line(String what, String point, Instant shift, double value) {}

  /** The row of the ledger that says who brought what. */
  public static Entry entry(String mine, List<Line> lines, String by, Instant at) {
    String table =
        lines.stream()
            .map(each -> each.what + " " + each.point + " " + each.shift + " " + each.value)
            .collect(Collectors.joining("\n"));
    Map<String, String> said = Map.of("rows", "" + lines.size(), "table", Canonical.sha256(table));
    return new Entry(
        0,
        at.toString(),
        mine,
        LedgerRows.Kind.BOOKS.name(),
        mine,
        0,
        by,
        "Brought",
        Canonical.json(said));
  }

  /**
   * Keeps lines, each there once, in the place of those that were known before; the same once more
   * is no news.
   */
  public void keep(String mine, List<Line> lines, String by, Instant at) {
    List<Object[]> rows = new ArrayList<>();
    for (Line each : lines) {
      long shift = each.shift.toEpochMilli();
      rows.add(
          new Object[] {mine, each.what, each.point, shift, each.value, by, at.toEpochMilli()});
    }
    many.batchUpdate(
        """
        insert into shift_book values (?, ?, ?, ?, ?, ?, ?)
        on conflict (mine, what, point, shift) do update set
          value = excluded.value, brought_by = excluded.brought_by,
          brought_at = excluded.brought_at
        where shift_book.value <> excluded.value
        """,
        rows);
  }

  /** The lines of a mine of shifts that begin between two instants, the second excluded. */
  public List<Line> lines(String mine, Instant from, Instant to) {
    return db.sql(
            "select what, point, shift, value from shift_book"
                + " where mine = ? and shift >= ? and shift < ? order by shift, what, point")
        .params(mine, from.toEpochMilli(), to.toEpochMilli())
        .query(
            (rs, i) ->
                new Line(
                    rs.getString(1),
                    rs.getString(2),
                    Instant.ofEpochMilli(rs.getLong(3)),
                    rs.getDouble(4)))
        .list();
  }

  /** Of which mines anything was brought or seen after an instant, and of which shifts. */
  public List<News> news(Instant after) {
    return db.sql(
            "select mine, min(shift), max(shift) from shift_book where brought_at > ?"
                + " group by mine order by mine")
        .param(after.toEpochMilli())
        .query(
            (rs, i) ->
                new News(
                    rs.getString(1),
                    Instant.ofEpochMilli(rs.getLong(2)),
                    Instant.ofEpochMilli(rs.getLong(3))))
        .list();
  }

  /** Takes away what is older than anything that is looked back on; how many lines. */
  public int forget(Instant before, int atMost) {
    return db.sql(
            "delete from shift_book where (mine, what, point, shift) in"
                + " (select mine, what, point, shift from shift_book where shift < ? limit ?)")
        .params(before.toEpochMilli(), atMost)
        .update();
  }

  /** Whether anything is older. */
  public boolean hasOlder(Instant before) {
    return db.sql("select shift from shift_book where shift < ? limit 1")
        .param(before.toEpochMilli())
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
