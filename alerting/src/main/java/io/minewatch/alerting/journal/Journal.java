package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The append-only journal of all incidents, and the ledger: each row carries the hash over the row
 * before it and itself. Write only inside {@link Database#write}.
 */
public final class Journal {
  private static final Map<String, Class<?>> TYPES = types();
  private final JdbcClient db;

  public Journal(Database database) {
    this.db = database.client();
  }

  private static Map<String, Class<?>> types() {
    Map<String, Class<?>> types = new TreeMap<>();
    for (Class<?> type : Event.class.getPermittedSubclasses()) {
      types.put(type.getSimpleName(), type);
    }
    return types;
  }

  /** Appends the events of one incident. */
  public void append(String incident, List<Event> events) {
    int n =
        db.sql("select coalesce(max(n), 0) from journal where incident = ?")
            .param(incident)
            .query(Integer.class)
            .single();
    Row head =
        db.sql("select seq, hash from ledger_head where id = 1")
            .query((rs, i) -> new Row(rs.getLong(1), rs.getString(2)))
            .single();
    for (Event event : events) {
      n++;
      String type = event.getClass().getSimpleName();
      String body = new String(Messages.write(event), StandardCharsets.UTF_8);
      String at = event.at().toString();
      Row next = new Row(head.seq + 1, hash(head.hash, head.seq + 1, incident, n, at, type, body));
      db.sql("insert into journal values (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(next.seq, incident, n, at, type, body, head.hash, next.hash)
          .update();
      head = next;
    }
    db.sql("update ledger_head set seq = ?, hash = ? where id = 1")
        .params(head.seq, head.hash)
        .update();
  }

  private record Row(long seq, String hash) {}

  private static String hash(
      String previous, long seq, String incident, int n, String at, String type, String body) {
    String row = String.join("\n", previous, "" + seq, incident, "" + n, at, type, body);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(row.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The events of an incident in order; empty if there is no such incident. */
  public List<Event> events(String incident) {
    return db.sql("select type, body from journal where incident = ? order by n")
        .param(incident)
        .query((rs, i) -> read(rs.getString(1), rs.getString(2)))
        .list();
  }

  private static Event read(String type, String body) {
    Class<?> known = TYPES.get(type);
    if (known == null) {
      throw new IllegalStateException("the journal holds an event of a newer program: " + type);
    }
    try {
      return (Event) Messages.read(body.getBytes(StandardCharsets.UTF_8), known);
    } catch (WireException e) {
      throw new IllegalStateException("the journal holds an unreadable " + type, e);
    }
  }

  /** The state of an incident, or null if there is none of this id. */
  public @Nullable Incident incident(String id) {
    List<Event> events = events(id);
    return events.isEmpty() ? null : Fold.replay(events);
  }

  /**
   * Checks the whole ledger.
   *
   * @return the sequence of the first altered or missing row, or 0 if all is well
   */
  public long firstAltered() {
    String[] previous = {""};
    long[] expected = {1};
    long[] altered = {0};
    db.sql("select seq, incident, n, at, type, body, previous, hash from journal order by seq")
        .query(
            rs -> {
              long seq = rs.getLong(1);
              String hash =
                  hash(
                      previous[0],
                      seq,
                      rs.getString(2),
                      rs.getInt(3),
                      rs.getString(4),
                      rs.getString(5),
                      rs.getString(6));
              boolean good =
                  seq == expected[0]
                      && previous[0].equals(rs.getString(7))
                      && hash.equals(rs.getString(8));
              if (!good && altered[0] == 0) {
                altered[0] = expected[0];
              }
              previous[0] = rs.getString(8);
              expected[0] = seq + 1;
            });
    String head = db.sql("select hash from ledger_head").query(String.class).single();
    return altered[0] == 0 && !head.equals(previous[0]) ? expected[0] : altered[0];
  }
}
