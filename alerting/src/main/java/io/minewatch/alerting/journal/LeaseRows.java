package io.minewatch.alerting.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What only one of several instances may do at a time. No clock is compared: a holder that lives
 * makes its beat grow, and who waits takes over a beat that has stood still for too long.
 */
public final class LeaseRows {
  private final JdbcClient db;

  public LeaseRows(Database database) {
    this.db = database.client();
  }

  /** Who holds it, and how far its beat has come. */
  public record Lease(String holder, long beat) {}

  public @Nullable Lease find(String name) {
    return db.sql("select holder, beat from lease where name = ?")
        .param(name)
        .query((rs, i) -> new Lease(rs.getString(1), rs.getLong(2)))
        .optional()
        .orElse(null);
  }

  /** Takes one that nobody holds; false if somebody does. */
  public boolean take(String name, String holder) {
    return db.sql("insert into lease values (?, ?, 0) on conflict (name) do nothing")
            .params(name, holder)
            .update()
        == 1;
  }

  /** Takes it from a holder whose beat stands still; false if the beat has grown after all. */
  public boolean takeOver(String name, Lease still, String holder) {
    return db.sql(
                "update lease set holder = ?, beat = beat + 1"
                    + " where name = ? and holder = ? and beat = ?")
            .params(holder, name, still.holder(), still.beat())
            .update()
        == 1;
  }

  /** The holder lives; false if it holds no more. */
  public boolean beat(String name, String holder) {
    return db.sql("update lease set beat = beat + 1 where name = ? and holder = ?")
            .params(name, holder)
            .update()
        == 1;
  }

  /** Gives it back, so that nobody waits. */
  public void giveBack(String name, String holder) {
    db.sql("delete from lease where name = ? and holder = ?").params(name, holder).update();
  }
}
