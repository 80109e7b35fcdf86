package io.minewatch.alerting.journal;

import io.minewatch.alerting.notify.cap.CapChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages of the CAP feed. */
public final class CapRows implements CapChannel.Kept {
  private static final String COLUMNS =
      "select identifier, mine, incident, title, sent, body from cap_message ";
  private final Database database;
  private final JdbcClient db;

  public CapRows(Database database) {
    this.database = database;
    this.db = database.client();
  }

  @Override
  public List<CapChannel.Message> of(String incident) {
    return select("where incident = ? order by place", List.of(incident));
  }

  /** The newest of these mines first; no test among them, which could push an alert out. */
  public List<CapChannel.Message> newest(List<String> mines, int atMost) {
    return newest(mines, "incident not like 'test-%'", atMost);
  }

  /** The newest tests of these mines first. */
  public List<CapChannel.Message> newestTests(List<String> mines, int atMost) {
    return newest(mines, "incident like 'test-%'", atMost);
  }

  private List<CapChannel.Message> newest(List<String> mines, String which, int atMost) {
    return mines.isEmpty()
        ? List.of()
        : db.sql(
                COLUMNS
                    + "where mine in (:mines) and "
                    + which
                    + " order by place desc limit "
                    + atMost)
            .param("mines", mines)
            .query((rs, i) -> message(rs))
            .list();
  }

  public CapChannel.@Nullable Message find(String identifier) {
    return select("where identifier = ?", List.of(identifier)).stream().findFirst().orElse(null);
  }

  private List<CapChannel.Message> select(String where, List<Object> params) {
    return db.sql(COLUMNS + where).params(params).query((rs, i) -> message(rs)).list();
  }

  private static CapChannel.Message message(ResultSet rs) throws SQLException {
    return new CapChannel.Message(
        rs.getString(1),
        rs.getString(2),
        rs.getString(3),
        rs.getString(4),
        Instant.parse(rs.getString(5)),
        rs.getString(6));
  }

  @Override
  public void keep(CapChannel.Message message) {
    database.write(
        () ->
            db.sql(
                    """
                    insert into cap_message values (?, ?, ?, ?, ?, ?,
                      (select coalesce(max(place), 0) + 1 from cap_message))
                    on conflict (identifier) do nothing
                    """)
                .params(
                    message.identifier(),
                    message.mine(),
                    message.incident(),
                    message.title(),
                    message.sent().toString(),
                    message.body())
                .update());
  }
}
