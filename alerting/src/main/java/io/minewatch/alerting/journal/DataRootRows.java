package io.minewatch.alerting.journal;

import io.minewatch.alerting.journal.LedgerRows.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rows of the ledger hold the data roots. Write only inside {@link Database#write}. */
public final class DataRootRows {
  private final JdbcClient db;

  public DataRootRows(Database database) {
    this.db = database.client();
  }

  public void keep(String mine, Instant hour, long seq) {
    db.sql("insert into data_root values (?, ?, ?)")
        .params(mine, hour.toEpochMilli(), seq)
        .update();
  }

  /** The newest hour of a mine that has its roots, or null. */
  public @Nullable Instant newest(String mine) {
    List<Long> hours =
        db.sql("select hour from data_root where mine = ? order by hour desc limit 1")
            .param(mine)
            .query(Long.class)
            .list();
    return hours.isEmpty() ? null : Instant.ofEpochMilli(hours.get(0));
  }

  /** The row of the ledger with the roots of an hour, or null. */
  public @Nullable Row find(String mine, Instant hour) {
    return db.sql(
            "select l.seq, l.at, l.mine, l.kind, l.subject, l.n, l.actor, l.type, l.content,"
                + " l.previous, l.hash from data_root r join ledger l on l.seq = r.seq"
                + " where r.mine = ? and r.hour = ?")
        .params(mine, hour.toEpochMilli())
        .query((rs, i) -> Row.read(rs))
        .optional()
        .orElse(null);
  }
}
