package io.minewatch.alerting.journal;

import io.minewatch.alerting.journal.LedgerRows.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rows of the ledger hold the data roots. Write only inside {@link Database#write}. */
public final class DataRootRows {
  private final JdbcClient db;

  public DataRootRows(Database database) {
    this.db = database.client();
  }

  /** The most altered hours that are told at once. */
  private static final int MOST = 1_000;

  /**
   * What people are told of an hour.
   *
   * @param altered what the store gives back otherwise than it was written; null for nothing
   * @param unseen of what nobody compared it in time; null for nothing
   */
  public record Doubts(@Nullable String altered, @Nullable String unseen) {}

  /** Keeps the first row of an hour. */
  public void keep(String mine, Instant hour, long seq, Doubts told) {
    db.sql(
            "insert into data_root (mine, hour, seq, altered, unseen, looked)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                mine, hour.toEpochMilli(), seq, told.altered(), told.unseen(), hour.toEpochMilli()))
        .update();
  }

  /** Keeps later roots in their place: the ledger holds both. */
  public void replace(String mine, Instant hour, long seq) {
    db.sql("update data_root set seq = ?, checked = null where mine = ? and hour = ?")
        .params(seq, mine, hour.toEpochMilli())
        .update();
  }

  /** Keeps what came of a later comparison, which may be the row of the roots; these stay. */
  public void checked(String mine, Instant hour, long seq, Doubts told) {
    db.sql("update data_root set checked = ?, altered = ?, unseen = ? where mine = ? and hour = ?")
        .params(Arrays.asList(seq, told.altered(), told.unseen(), mine, hour.toEpochMilli()))
        .update();
  }

  /**
   * An hour that is to be looked at.
   *
   * @param looked when it was last
   */
  public record Due(String mine, Instant hour, Instant looked) {}

  /** The hour that was not held against the store for longest; null where there is none. */
  public @Nullable Due longestNotLooked() {
    return db.sql(
            "select mine, hour, looked from data_root where looked is not null"
                + " order by looked limit 1")
        .query(
            (rs, i) ->
                new Due(
                    rs.getString(1),
                    Instant.ofEpochMilli(rs.getLong(2)),
                    Instant.ofEpochMilli(rs.getLong(3))))
        .optional()
        .orElse(null);
  }

  /** Whoever looks says so first; false if another instance was ahead. */
  public boolean looks(Due hour, Instant at) {
    return db.sql("update data_root set looked = ? where mine = ? and hour = ? and looked = ?")
            .params(
                at.toEpochMilli(),
                hour.mine(),
                hour.hour().toEpochMilli(),
                hour.looked().toEpochMilli())
            .update()
        == 1;
  }

  /** Nobody looks any more at hours before this one; answers how many of the most at once. */
  public int endLooks(Instant from, int atMost) {
    return db.sql(
            "update data_root set looked = null where (mine, hour) in (select mine, hour from"
                + " data_root where looked is not null and hour < ? limit "
                + atMost
                + ")")
        .param(from.toEpochMilli())
        .update();
  }

  /** What is told of an hour as altered, or null. */
  public @Nullable String altered(String mine, Instant hour) {
    return db.sql(
            "select altered from data_root where mine = ? and hour = ? and altered is not null")
        .params(mine, hour.toEpochMilli())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** What people are told of an hour now; null where it has no roots. */
  public @Nullable Doubts doubts(String mine, Instant hour) {
    return db.sql("select altered, unseen from data_root where mine = ? and hour = ?")
        .params(mine, hour.toEpochMilli())
        .query((rs, i) -> new Doubts(rs.getString(1), rs.getString(2)))
        .optional()
        .orElse(null);
  }

  /** The row that says what came of the last comparison, or null where the hour has no roots. */
  public @Nullable Row compared(String mine, Instant hour) {
    return row(mine, hour, "coalesce(r.checked, r.seq)");
  }

  /** The altered hours from a time on, the newest first: mine, hour, found and written. */
  public List<String> altered(Instant from) {
    return db.sql(
            "select mine, hour, altered from data_root where altered is not null and hour >= ?"
                + " order by hour desc, mine limit "
                + MOST)
        .param(from.toEpochMilli())
        .query(
            (rs, i) ->
                rs.getString(1) + " " + Instant.ofEpochMilli(rs.getLong(2)) + " " + rs.getString(3))
        .list();
  }

  /** Mines with hours that nobody compared in time, from a time on: mine, the first, how many. */
  public List<String> unseen(Instant from) {
    return db.sql(
            "select mine, min(hour), count(*) from data_root where unseen is not null and hour >= ?"
                + " group by mine order by mine")
        .param(from.toEpochMilli())
        .query(
            (rs, i) ->
                rs.getString(1) + " " + Instant.ofEpochMilli(rs.getLong(2)) + " " + rs.getLong(3))
        .list();
  }

  /** The hours of a mine that have their roots, from one on. */
  public Set<Instant> made(String mine, Instant from) {
    return db
        .sql("select hour from data_root where mine = ? and hour >= ?")
        .params(mine, from.toEpochMilli())
        .query(Long.class)
        .list()
        .stream()
        .map(Instant::ofEpochMilli)
        .collect(Collectors.toSet());
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
    return row(mine, hour, "r.seq");
  }

  private @Nullable Row row(String mine, Instant hour, String seq) {
    return db.sql(
            "select l.seq, l.at, l.mine, l.kind, l.subject, l.n, l.actor, l.type, l.content,"
                + " l.previous, l.hash from data_root r join ledger l on l.seq = "
                + seq
                + " where r.mine = ? and r.hour = ?")
        .params(mine, hour.toEpochMilli())
        .query((rs, i) -> Row.read(rs))
        .optional()
        .orElse(null);
  }
}
