package io.minewatch.alerting.journal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the instances that share a database tell each other of themselves. */
public final class InstanceRows {
  private final JdbcClient db;

  public InstanceRows(Database database) {
    this.db = database.client();
  }

  /** Whether an instance has a connection to the broker. */
  public enum Line {
    UP,
    DOWN
  }

  /** One instance; its beat grows while it lives, and no clock is compared. */
  public record Row(String name, long beat, Line line) {}

  /** An instance lives. Inside {@link Database#write}. */
  public void tell(String name, Line line) {
    db.sql(
            """
            insert into instance values (?, 0, ?)
            on conflict (name) do update set beat = instance.beat + 1, line = excluded.line
            """)
        .params(name, line.name())
        .update();
  }

  public List<Row> all() {
    return db.sql("select name, beat, line from instance order by name")
        .query((rs, i) -> new Row(rs.getString(1), rs.getLong(2), Line.valueOf(rs.getString(3))))
        .list();
  }

  /** An instance has ended. Inside {@link Database#write}. */
  public void remove(String name) {
    db.sql("delete from instance where name = ?").param(name).update();
  }
}
