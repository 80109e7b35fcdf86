package io.minewatch.alerting.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Troubles of the platform that were called out and last. Write inside {@link Database#write}. */
public final class TroubleRows {
  private final JdbcClient db;

  public TroubleRows(Database database) {
    this.db = database.client();
  }

  /** What was called out last and lasts; empty for nothing. */
  public String about(String kind) {
    return db.sql("select about from trouble where kind = ?")
        .param(kind)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /**
   * It was called out about these and they last; nothing ends it.
   *
   * @param about empty for nothing
   * @param nowMillis when
   */
  public void stands(String kind, String about, long nowMillis) {
    if (about.isEmpty()) {
      db.sql("delete from trouble where kind = ?").param(kind).update();
      return;
    }
    db.sql(
            "insert into trouble values (?, ?, ?) on conflict (kind) do update set"
                + " about = excluded.about, since = excluded.since"
                + " where trouble.about <> excluded.about")
        .params(kind, about, nowMillis)
        .update();
  }
}
