package io.minewatch.alerting.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Troubles of the platform that were called out and last. Write inside {@link Database#write}. */
public final class TroubleRows {
  private final JdbcClient db;

  public TroubleRows(Database database) {
    this.db = database.client();
  }

  /**
   * It stands about these now; nothing ends it.
   *
   * @param about empty for nothing
   * @param nowMillis when
   * @return whether it is new or about others than the one that was called out last
   */
  public boolean stands(String kind, String about, long nowMillis) {
    if (about.isEmpty()) {
      db.sql("delete from trouble where kind = ?").param(kind).update();
      return false;
    }
    return db.sql(
                "insert into trouble values (?, ?, ?) on conflict (kind) do update set"
                    + " about = excluded.about, since = excluded.since"
                    + " where trouble.about <> excluded.about")
            .params(kind, about, nowMillis)
            .update()
        == 1;
  }
}
