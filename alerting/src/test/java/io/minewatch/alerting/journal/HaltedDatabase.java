package io.minewatch.alerting.journal;

import java.util.ArrayList;
import java.util.List;

/** A database whose process is stopped right before or right after a commit. */
public final class HaltedDatabase {
  /**
   * The process is gone. An error, so that nothing that goes on after a failure goes on after this;
   * what is on disk is what a kill would have left there.
   */
  public static final class Halted extends Error {
    private static final long serialVersionUID = 1;

    public Halted(String where) {
      super(where, null, false, false);
    }
  }

  private HaltedDatabase() {}

  /**
   * The same database for a process that may be stopped.
   *
   * @param before runs in each writing transaction, after all that it writes
   * @param after runs after each that is durable
   */
  public static Database of(Database database, Runnable before, Runnable after) {
    return database.halting(
        new Halt() {
          @Override
          public void beforeCommit() {
            before.run();
          }

          @Override
          public void afterCommit() {
            after.run();
          }
        });
  }

  /**
   * What a run has come to, as the transaction that asks sees it: what is in the ledger, refusals
   * left aside, which attempts are claimed, begun and over, and what was published. Not by whose
   * claim, nor how often it was tried: that is another after each halt.
   */
  public static String standing(Database database) {
    List<String> all = new ArrayList<>();
    all.add(
        database
            .client()
            .sql("select count(*) from ledger where type <> 'ActRefused'")
            .query(String.class)
            .single());
    all.addAll(
        database
            .client()
            .sql(
                "select id || ' ' || outcome || ' ' || (next_try > 0) || ' ' || (tries > 0)"
                    + " from call_attempt order by id")
            .query(String.class)
            .list());
    all.addAll(
        database
            .client()
            .sql("select topic || ' ' || version || ' ' || sent from outbox order by topic")
            .query(String.class)
            .list());
    return String.join(";", all);
  }
}
