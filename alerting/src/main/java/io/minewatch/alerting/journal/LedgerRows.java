package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Chain;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.ledger.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger: every event of every incident, every version of a registry and of a plan, every
 * sign-in, change of an account and export of evidence, hash-chained in the order of the commits.
 * The database refuses to change or delete a row. Append only inside {@link Database#write}, which
 * holds the head.
 */
public final class LedgerRows {
  /** What a row records. */
  public enum Kind {
    INCIDENT,
    PLAN,
    REGISTRY,
    SIGN_IN,
    ACCOUNT,
    EXPORT,
    /** A step of one attempt to call somebody. */
    CALL,
    /** A new version of a roster. */
    ROSTER,
    DRILL,
    /** What became of a clue. */
    CLUE,
    /** Who looked at a clue, and what of it was refused. */
    CLUE_NOTE,
    /** A table of a mine behind an electronic seal is brought. */
    SEAL,
    /** A table of the shifts of a mine is brought. */
    BOOKS,
    /** A shift is given, taken or called back. */
    SHIFT,
    /** An incident is declared an accident; its reports are made or missed. */
    ACCIDENT,
    /** The roots of what was recorded of a mine within an hour. */
    DATA_ROOT,
    /** A fact found in data that came late: of the past, called out to nobody. */
    PAST_FACT,
    /** Other rules than before: the hash of every pack. */
    RULES,
    /** A backup took the place of the database: from here on it is another history. */
    RESTORE
  }

  /** Who did what nobody did. */
  public static final String SYSTEM = "system";

  private static final String COLUMNS =
      "select seq, at, mine, kind, subject, n, actor, type, content, previous, hash from ledger ";
  private static final int ROWS_AT_A_TIME = 1_000;
  private final JdbcClient db;

  public LedgerRows(Database database) {
    this.db = database.client();
  }

  /** A row with its place. */
  public record Row(Entry entry, String previous, String hash) {
    public Link link() {
      return new Link(entry.seq(), entry.digest(), previous, hash);
    }

    /** Reads the columns as {@link LedgerRows} selects them. */
    public static Row read(ResultSet rs) throws SQLException {
      return new Row(
          new Entry(
              rs.getLong(1),
              rs.getString(2),
              rs.getString(3),
              rs.getString(4),
              rs.getString(5),
              rs.getLong(6),
              rs.getString(7),
              rs.getString(8),
              rs.getString(9)),
          rs.getString(10),
          rs.getString(11));
    }
  }

  /** How far the ledger has come: the last row and the hash over everything. */
  public record Head(long seq, String hash) {}

  /** Appends; the sequence numbers are given here. Answers the new head. */
  public Head append(List<Entry> entries) {
    Head head = head();
    for (Entry each : entries) {
      Entry entry = each.as(head.seq() + 1);
      String hash = Chain.hash(head.hash(), entry.digest());
      db.sql("insert into ledger values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              entry.seq(),
              entry.at(),
              entry.mine(),
              entry.kind(),
              entry.subject(),
              entry.n(),
              entry.actor(),
              entry.type(),
              entry.content(),
              head.hash(),
              hash)
          .update();
      head = new Head(entry.seq(), hash);
    }
    db.sql("update ledger_head set seq = ?, hash = ? where id = 1")
        .params(head.seq(), head.hash())
        .update();
    return head;
  }

  public Head head() {
    return db.sql("select seq, hash from ledger_head where id = 1")
        .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
        .single();
  }

  /** What the newest row of a kind says, or null. */
  public @Nullable String newest(Kind kind) {
    return db.sql("select content from ledger where kind = ? order by seq desc limit 1")
        .param(kind.name())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** The number of the first row about an incident, or null. */
  public @Nullable Long first(String incident) {
    return db.sql("select seq from ledger where kind = 'INCIDENT' and subject = ? and n = 1")
        .param(incident)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /** Rows from the first to the last number, both included, each turned into something smaller. */
  public <T> List<T> between(long first, long last, Function<Row, T> each) {
    return db.sql(COLUMNS + "where seq between ? and ? order by seq")
        .withFetchSize(ROWS_AT_A_TIME)
        .params(first, last)
        .query((rs, i) -> each.apply(Row.read(rs)))
        .list();
  }

  /**
   * What a finished day (UTC) ended with: who has noted it elsewhere can tell later whether
   * anything up to then was written anew.
   */
  public record Root(String day, long seq, String hash) {}

  /**
   * Seals the days that are over and have rows of their own, the oldest first. Inside {@link
   * Database#write}.
   *
   * @return the new roots
   */
  public List<Root> seal(Instant now) {
    String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    List<Root> missing =
        db.sql(
                """
                select substr(at, 1, 10), max(seq) from ledger
                where seq > (select coalesce(max(seq), 0) from ledger_root) and substr(at, 1, 10) < ?
                group by substr(at, 1, 10) order by max(seq)
                """)
            .param(today)
            .query((rs, i) -> new Root(rs.getString(1), rs.getLong(2), ""))
            .list();
    return missing.stream().map(this::seal).toList();
  }

  private Root seal(Root day) {
    String hash =
        db.sql("select hash from ledger where seq = ?")
            .param(day.seq())
            .query(String.class)
            .single();
    db.sql("insert into ledger_root values (?, ?, ?) on conflict (day) do nothing")
        .params(day.day(), day.seq(), hash)
        .update();
    return new Root(day.day(), day.seq(), hash);
  }

  /** The newest roots first. */
  public List<Root> roots(int atMost) {
    return db.sql("select day, seq, hash from ledger_root order by day desc limit ?")
        .param(atMost)
        .query((rs, i) -> new Root(rs.getString(1), rs.getLong(2), rs.getString(3)))
        .list();
  }
}
