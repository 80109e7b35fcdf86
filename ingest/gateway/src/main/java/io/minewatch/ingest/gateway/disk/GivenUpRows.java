package io.minewatch.ingest.gateway.disk;

import io.minewatch.domain.feed.GatewayHealth;
import io.minewatch.domain.feed.GatewayHealth.GivenUp;
import io.minewatch.ingest.gateway.span.Spans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which messages were given up, as ranges; neighbours are joined. */
final class GivenUpRows {
  /** More than are ever told; a queue that is full for long has few and long ranges. */
  private static final int MOST = 1_000;

  private final Connection connection;
  private final StateRows state;

  GivenUpRows(Connection connection, StateRows state) {
    this.connection = connection;
    this.state = state;
  }

  /** Notes and counts them; returns their sequences. */
  Spans add(List<MessageRows.Small> victims) throws SQLException {
    Spans lost = new Spans();
    for (MessageRows.Small victim : victims) {
      lost.add(victim.sequence());
      add(victim.sequence(), victim.since());
    }
    if (!lost.isEmpty()) {
      state.set(StateRows.GIVEN_UP, state.number(StateRows.GIVEN_UP) + lost.count());
    }
    return lost;
  }

  private void add(long sequence, long since) throws SQLException {
    try (PreparedStatement join =
        connection.prepareStatement(
            "UPDATE given_up SET through_seq = ?, first = min(first, ?), last = max(last, ?)"
                + " WHERE through_seq = ?")) {
      join.setLong(1, sequence);
      join.setLong(2, since);
      join.setLong(3, since);
      join.setLong(4, sequence - 1);
      if (join.executeUpdate() > 0) {
        return;
      }
    }
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO given_up VALUES (?, ?, ?, ?)");
        PreparedStatement trim =
            connection.prepareStatement(
                "DELETE FROM given_up WHERE from_seq IN"
                    + " (SELECT from_seq FROM given_up ORDER BY from_seq DESC LIMIT -1 OFFSET ?)")) {
      insert.setLong(1, sequence);
      insert.setLong(2, sequence);
      insert.setLong(3, since);
      insert.setLong(4, since);
      insert.executeUpdate();
      trim.setInt(1, MOST);
      trim.executeUpdate();
    }
  }

  /** The newest ranges, oldest first. */
  List<GivenUp> newest() throws SQLException {
    List<GivenUp> ranges = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT from_seq, through_seq, first, last FROM given_up"
                + " ORDER BY from_seq DESC LIMIT ?")) {
      select.setInt(1, GatewayHealth.MAX_RANGES);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ranges.add(
              new GivenUp(
                  rows.getLong(1),
                  rows.getLong(2),
                  Instant.ofEpochMilli(rows.getLong(3)),
                  Instant.ofEpochMilli(rows.getLong(4))));
        }
      }
    }
    Collections.reverse(ranges);
    return ranges;
  }

  void clear() throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM given_up")) {
      delete.executeUpdate();
    }
  }
}
