package io.minewatch.alerting.journal;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who works an attempt that waits, how often it was tried, and how often a wrong answer came. Write
 * only inside {@link Database#write}.
 */
public final class CallClaims {
  private final JdbcClient db;

  public CallClaims(Database database) {
    this.db = database.client();
  }

  /**
   * Takes a waiting attempt; false if another instance has it.
   *
   * @param until when the claim ends, in milliseconds
   */
  public boolean claim(String id, Instant now, long until) {
    return db.sql(
                "update call_attempt set next_try = ?"
                    + " where id = ? and outcome = 'QUEUED' and next_try <= ?")
            .params(until, id, now.toEpochMilli())
            .update()
        == 1;
  }

  /**
   * Begins to hand a claimed attempt over and counts it; false if the claim was lost or it waits no
   * more.
   *
   * @param claim until when it was claimed
   * @param until when this try is taken for lost
   */
  public boolean begin(String id, long claim, long until) {
    return db.sql(
                "update call_attempt set tries = tries + 1, next_try = ?"
                    + " where id = ? and outcome = 'QUEUED' and next_try = ?")
            .params(until, id, claim)
            .update()
        == 1;
  }

  /** It is tried again, not before this. */
  public void again(String id, int tries, Instant notBefore) {
    db.sql("update call_attempt set tries = ?, next_try = ? where id = ? and outcome = 'QUEUED'")
        .params(tries, notBefore.toEpochMilli(), id)
        .update();
  }

  /** Counts an answer that proved nothing. Inside {@link Database#write}. */
  public int wrong(String id) {
    return db.sql("update call_attempt set wrong = wrong + 1 where id = ?").param(id).update();
  }

  /** How many answers proved nothing. */
  public int wrongs(String id) {
    return db.sql("select wrong from call_attempt where id = ?")
        .param(id)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }
}
