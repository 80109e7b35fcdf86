package io.minewatch.alerting.journal;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys that all instances share. Write only inside {@link Database#write}. */
public final class KeyRows {
  private final JdbcClient db;

  public KeyRows(Database database) {
    this.db = database.client();
  }

  /**
   * The key of this name: the one that somebody has made before, or else this one, which is kept.
   *
   * @param made a new one
   */
  public String keep(String name, String made) {
    db.sql("insert into kept_key values (?, ?) on conflict (name) do nothing")
        .params(name, made)
        .update();
    return db.sql("select value from kept_key where name = ?")
        .param(name)
        .query(String.class)
        .single();
  }
}
