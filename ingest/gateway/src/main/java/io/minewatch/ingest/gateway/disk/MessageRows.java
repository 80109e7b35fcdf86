package io.minewatch.ingest.gateway.disk;

import io.minewatch.domain.feed.Counted;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.kept.Stored;
import io.minewatch.ingest.gateway.kept.Young;
import io.minewatch.ingest.gateway.message.WireMessage;
import io.minewatch.ingest.gateway.span.Span;
import io.minewatch.ingest.gateway.span.Spans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The messages themselves. What is small lies apart from the payloads, so that a start need not
 * read gigabytes.
 */
final class MessageRows implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement insertMessage;
  private final PreparedStatement insertBody;
  private final PreparedStatement select;
  private final PreparedStatement selectSmall;
  private final PreparedStatement deleteBody;
  private final PreparedStatement deleteMessage;

  /** What is small of one message. */
  record Small(long id, long sequence, long since, long size) {}

  MessageRows(Connection connection) throws SQLException {
    this.connection = connection;
    insertMessage =
        connection.prepareStatement(
            "INSERT INTO message (seq, kind, type, since, size, crc, readings, readings_before)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insertBody = connection.prepareStatement("INSERT INTO body VALUES (last_insert_rowid(), ?)");
    select =
        connection.prepareStatement(
            "SELECT kind, type, since, crc, payload, readings, readings_before FROM message LEFT JOIN body USING (id)"
                + " WHERE seq = ?");
    selectSmall =
        connection.prepareStatement(
            "SELECT id, seq, since, size FROM message WHERE seq BETWEEN ? AND ? ORDER BY seq");
    deleteBody =
        connection.prepareStatement(
            "DELETE FROM body WHERE id IN (SELECT id FROM message WHERE seq BETWEEN ? AND ?)");
    deleteMessage = connection.prepareStatement("DELETE FROM message WHERE seq BETWEEN ? AND ?");
  }

  /** Writes messages, the first with the next number. */
  void insert(Numbered end, List<Entry> entries) throws SQLException {
    long sequence = end.next();
    long before = end.readings();
    for (Entry entry : entries) {
      insert(sequence++, entry, before);
      before += entry.message().readings();
    }
  }

  private void insert(long sequence, Entry entry, long before) throws SQLException {
    WireMessage message = entry.message();
    insertMessage.setLong(1, sequence);
    insertMessage.setString(2, message.kind().name());
    insertMessage.setString(3, message.contentType());
    insertMessage.setLong(4, entry.since().toEpochMilli());
    insertMessage.setLong(5, entry.bytes());
    insertMessage.setLong(6, crc(message.payload()));
    insertMessage.setLong(7, message.readings());
    insertMessage.setLong(8, before);
    insertMessage.executeUpdate();
    insertBody.setBytes(1, message.payload());
    insertBody.executeUpdate();
  }

  private static long crc(byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(payload);
    return crc.getValue();
  }

  /** The message, or null if it is not there or not what was written. */
  @Nullable Stored read(long sequence) throws SQLException {
    select.setLong(1, sequence);
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      byte[] payload = row.getBytes(5);
      if (payload == null || crc(payload) != row.getLong(4)) {
        return null;
      }
      Topic.Kind kind = Topic.Kind.valueOf(row.getString(1));
      int readings = row.getInt(6);
      Counted counted = readings < 0 ? null : new Counted(row.getLong(7), readings);
      return new Stored(
          new WireMessage(kind, row.getString(2), payload, readings),
          Instant.ofEpochMilli(row.getLong(3)),
          counted);
    }
  }

  /** What is small of the messages in a run, by sequence. */
  void scan(Span run, Consumer<Small> each) throws SQLException {
    selectSmall.setLong(1, run.from());
    selectSmall.setLong(2, run.through());
    try (ResultSet rows = selectSmall.executeQuery()) {
      while (rows.next()) {
        each.accept(new Small(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
    }
  }

  /**
   * Messages that did not come in before the cut, from the end of the queue backwards. All are
   * looked at: what is late lies between others and counts as old.
   */
  List<Young> newest(long cutMillis) throws SQLException {
    List<Young> young = new ArrayList<>();
    try (PreparedStatement newest =
        connection.prepareStatement(
            "SELECT seq, since FROM message WHERE since >= ? ORDER BY seq DESC")) {
      newest.setLong(1, cutMillis);
      try (ResultSet rows = newest.executeQuery()) {
        while (rows.next()) {
          young.add(new Young(rows.getLong(1), Instant.ofEpochMilli(rows.getLong(2))));
        }
      }
    }
    return young;
  }

  void delete(Spans spans) throws SQLException {
    for (Span run : spans.list()) {
      for (PreparedStatement delete : new PreparedStatement[] {deleteBody, deleteMessage}) {
        delete.setLong(1, run.from());
        delete.setLong(2, run.through());
        delete.executeUpdate();
      }
    }
  }

  /** Where a session stands: the number of the next message, and the readings in all before it. */
  record Numbered(long next, long readings) {
    Numbered with(List<Entry> entries) {
      long more = entries.stream().mapToLong(entry -> entry.message().readings()).sum();
      return new Numbered(next + entries.size(), readings + more);
    }
  }

  /** Numbers and counts what is there from 0 on, in the old order. */
  Numbered renumber() throws SQLException {
    try (PreparedStatement shift =
            connection.prepareStatement(
                "UPDATE message SET seq = ?, readings_before = ? WHERE id = ?");
        PreparedStatement all =
            connection.prepareStatement("SELECT id, readings FROM message ORDER BY id");
        ResultSet rows = all.executeQuery()) {
      long next = 0;
      long readings = 0;
      while (rows.next()) {
        shift.setLong(1, next++);
        shift.setLong(2, readings);
        shift.setLong(3, rows.getLong(1));
        shift.executeUpdate();
        readings += Math.max(0, rows.getLong(2));
      }
      return new Numbered(next, readings);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement :
        new PreparedStatement[] {
          insertMessage, insertBody, select, selectSmall, deleteBody, deleteMessage
        }) {
      statement.close();
    }
  }
}
