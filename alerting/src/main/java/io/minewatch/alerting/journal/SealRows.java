package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is seen of mines behind an electronic seal, by window. Write only inside {@link
 * Database#write}.
 */
public final class SealRows {
  private final JdbcClient db;

  public SealRows(Database database) {
    this.db = database.client();
  }

  /** Who brought a table, and when. */
  public record Brought(String by, Instant at) {}

  /** One value of one course. */
  public record Window(Watched watched, String point, Instant at, double value) {
    /** All of some courses, in their order. */
    public static List<Window> of(List<Course> courses) {
      List<Window> all = new ArrayList<>();
      for (Course course : courses) {
        course
            .values()
            .forEach(
                (at, value) -> all.add(new Window(course.watched(), course.point(), at, value)));
      }
      return all;
    }
  }

  /** The row of the ledger that says who brought what. */
  public static Entry entry(String mine, List<Window> windows, Brought brought) {
    String table =
        windows.stream()
            .map(each -> each.watched() + " " + each.point() + " " + each.at() + " " + each.value())
            .collect(Collectors.joining("\n"));
    Map<String, String> said =
        Map.of("windows", "" + windows.size(), "table", Canonical.sha256(table));
    return new Entry(
        0,
        brought.at().toString(),
        mine,
        LedgerRows.Kind.SEAL.name(),
        mine,
        0,
        brought.by(),
        "Brought",
        Canonical.json(said));
  }

  /** Keeps windows in the place of those that were known before. */
  public void keep(String mine, List<Window> windows, Brought brought) {
    for (Window each : windows) {
      db.sql(
              """
              insert into seal_course values (?, ?, ?, ?, ?, ?, ?)
              on conflict (mine, watched, point, at) do update set
                value = excluded.value, brought_by = excluded.brought_by,
                brought_at = excluded.brought_at
              """)
          .params(
              mine,
              each.watched().name(),
              each.point(),
              each.at().toEpochMilli(),
              each.value(),
              brought.by(),
              brought.at().toEpochMilli())
          .update();
    }
  }

  /** The courses of a mine between two instants, the second excluded; empty ones are left out. */
  public List<Course> courses(String mine, Instant from, Instant to) {
    Map<String, TreeMap<Instant, Double>> values = new TreeMap<>();
    db.sql(
            "select watched, point, at, value from seal_course"
                + " where mine = ? and at >= ? and at < ?")
        .params(mine, from.toEpochMilli(), to.toEpochMilli())
        .query(
            rs -> {
              values
                  .computeIfAbsent(rs.getString(1) + " " + rs.getString(2), any -> new TreeMap<>())
                  .put(Instant.ofEpochMilli(rs.getLong(3)), rs.getDouble(4));
            });
    List<Course> courses = new ArrayList<>();
    values.forEach(
        (key, all) -> {
          int end = key.indexOf(' ');
          Watched watched = Watched.valueOf(key.substring(0, end));
          courses.add(new Course(watched, key.substring(end + 1), all));
        });
    return courses;
  }

  /** Of which mines anything was brought after an instant, and of which time. */
  public List<News> news(Instant after) {
    return db.sql(
            "select mine, min(at), max(at) from seal_course where brought_at > ?"
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

  /** Whether anything is older. */
  public boolean hasOlder(Instant before) {
    return db.sql("select at from seal_course where at < ? limit 1")
        .param(before.toEpochMilli())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** Takes away what is older than anything that is looked back on; how many windows. */
  public int forget(Instant before, int atMost) {
    return db.sql(
            "delete from seal_course where (mine, watched, point, at) in"
                + " (select mine, watched, point, at from seal_course where at < ? limit ?)")
        .params(before.toEpochMilli(), atMost)
        .update();
  }
}
