package io.minewatch.alerting.journal;

import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Watched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  /** Keeps windows in the place of those that were known before. */
  public void keep(String mine, List<Course> courses, Brought brought) {
    for (Course course : courses) {
      course
          .values()
          .forEach(
              (at, value) ->
                  db.sql(
                          """
                          insert into seal_course values (?, ?, ?, ?, ?, ?, ?)
                          on conflict (mine, watched, point, at) do update set
                            value = excluded.value, brought_by = excluded.brought_by,
                            brought_at = excluded.brought_at
                          """)
                      .params(
                          mine,
                          course.watched().name(),
                          course.point(),
                          at.toEpochMilli(),
                          value,
                          brought.by(),
                          brought.at().toEpochMilli())
                      .update());
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

  /**
   * What was brought of a mine.
   *
   * @param from begin of the earliest window
   * @param to begin of the latest
   */
  public record News(String mine, Instant from, Instant to) {}

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
  public int forget(Instant before) {
    return db.sql("delete from seal_course where at < ?").param(before.toEpochMilli()).update();
  }
}
