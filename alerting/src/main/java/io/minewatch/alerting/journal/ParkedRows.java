package io.minewatch.alerting.journal;

import io.minewatch.alerting.ledger.Canonical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages that could not be worked, each once under the hash of its topic and payload, until an
 * administrator has them worked after all. Write only inside {@link Database#write}.
 */
public final class ParkedRows {
  /** Messages that may wait; beyond it one more is refused, which is logged and counted. */
  public static final int MOST = 10_000;

  /** Of a reason, which may quote the message. */
  private static final int REASON_LENGTH = 500;

  private static final String COLUMNS =
      "select id, topic, payload, reason, times, first_failed, last_failed, settled, settled_by"
          + " from parked_message ";
  private final JdbcClient db;

  public ParkedRows(Database database) {
    this.db = database.client();
  }

  /**
   * One message.
   *
   * @param base64 the payload
   * @param times how often it was tried in vain
   * @param settled when it was worked after all, or null while it waits
   */
  public record Parked(
      String id,
      String topic,
      String base64,
      String reason,
      int times,
      Instant firstFailed,
      Instant lastFailed,
      @Nullable Instant settled,
      @Nullable String settledBy) {
    public byte[] payload() {
      return Base64.getDecoder().decode(base64);
    }
  }

  /** The id under which a message is parked. */
  public static String idOf(String topic, byte[] payload) {
    return Canonical.sha256(topic + "\n" + Canonical.sha256(payload)).substring(0, 32);
  }

  /**
   * Parks a message; one that waits already counts its tries on, one that was settled waits again.
   *
   * @return its id, or null if too many wait already
   */
  public @Nullable String park(
      String topic, byte[] payload, String reason, int times, Instant now) {
    String id = idOf(topic, payload);
    if (find(id) == null && waiting() >= MOST) {
      return null;
    }
    db.sql(
            """
            insert into parked_message values (?, ?, ?, ?, ?, ?, ?, null, null)
            on conflict (id) do update set
              reason = excluded.reason, times = parked_message.times + excluded.times,
              last_failed = excluded.last_failed, settled = null, settled_by = null
            """)
        .params(
            id,
            clean(topic),
            Base64.getEncoder().encodeToString(payload),
            clean(reason),
            times,
            now.toEpochMilli(),
            now.toEpochMilli())
        .update();
    return id;
  }

  /** PostgreSQL keeps no NUL in a text. */
  private static String clean(String text) {
    String kept = text.replace('\0', '?');
    return kept.length() <= REASON_LENGTH ? kept : kept.substring(0, REASON_LENGTH);
  }

  public int waiting() {
    return db.sql("select count(*) from parked_message where settled is null")
        .query(Integer.class)
        .single();
  }

  /** Those that wait, the longest first. */
  public List<Parked> waiting(int atMost) {
    return db.sql(COLUMNS + "where settled is null order by first_failed, id limit ?")
        .param(atMost)
        .query((rs, i) -> read(rs))
        .list();
  }

  public @Nullable Parked find(String id) {
    return db.sql(COLUMNS + "where id = ?")
        .param(id)
        .query((rs, i) -> read(rs))
        .optional()
        .orElse(null);
  }

  private static Parked read(ResultSet rs) throws SQLException {
    long settled = rs.getLong(8);
    return new Parked(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        rs.getInt(5),
        Instant.ofEpochMilli(rs.getLong(6)),
        Instant.ofEpochMilli(rs.getLong(7)),
        settled == 0 ? null : Instant.ofEpochMilli(settled),
        rs.getString(9));
  }

  /** It was worked after all. */
  public void settled(String id, String by, Instant now) {
    db.sql("update parked_message set settled = ?, settled_by = ? where id = ?")
        .params(now.toEpochMilli(), by, id)
        .update();
  }
}
