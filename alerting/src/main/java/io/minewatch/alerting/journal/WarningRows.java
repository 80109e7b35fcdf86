package io.minewatch.alerting.journal;

import io.minewatch.alerting.notify.cap.CapAlert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The warnings of others that were taken in. */
public final class WarningRows {
  private static final String COLUMNS =
      "select sender, identifier, sent, root, body, mines, expires from cap_warning ";
  private final JdbcClient db;

  public WarningRows(Database database) {
    this.db = database.client();
  }

  /**
   * One message.
   *
   * @param root names the first of those that refer to each other
   * @param mines for which it is open
   * @param expires when it is over by itself
   */
  public record Taken(
      CapAlert.Reference self, String root, String body, List<String> mines, Instant expires) {}

  public @Nullable Taken find(CapAlert.Reference of) {
    return db.sql(COLUMNS + "where sender = ? and identifier = ? and sent = ?")
        .params(of.sender(), of.identifier(), of.sent().toString())
        .query((rs, i) -> taken(rs))
        .optional()
        .orElse(null);
  }

  /** Those of a root that are not over, the newest first. */
  public List<Taken> open(String root) {
    return db.sql(COLUMNS + "where root = ? and ended = 0 order by taken desc")
        .param(root)
        .query((rs, i) -> taken(rs))
        .list();
  }

  /** Those whose time is over and that have not been ended. */
  public List<Taken> expired(Instant now, int atMost) {
    return db.sql(COLUMNS + "where ended = 0 and expires <= ? order by expires limit " + atMost)
        .param(now.toEpochMilli())
        .query((rs, i) -> taken(rs))
        .list();
  }

  private static Taken taken(ResultSet rs) throws SQLException {
    String mines = rs.getString(6);
    return new Taken(
        new CapAlert.Reference(rs.getString(1), rs.getString(2), Instant.parse(rs.getString(3))),
        rs.getString(4),
        rs.getString(5),
        mines.isEmpty() ? List.of() : List.of(mines.split(",", -1)),
        Instant.ofEpochMilli(rs.getLong(7)));
  }

  /** Keeps a message in place of the open ones of its root. Inside {@link Database#write}. */
  public boolean keep(Taken taken, CapAlert.MsgType kind, Instant at) {
    end(taken.root());
    int over = kind == CapAlert.MsgType.Cancel && taken.mines().isEmpty() ? 1 : 0;
    return db.sql(
                "insert into cap_warning values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (sender, identifier, sent) do update"
                    + " set mines = excluded.mines, ended = excluded.ended")
            .params(
                taken.self().sender(),
                taken.self().identifier(),
                taken.self().sent().toString(),
                taken.root(),
                kind.name(),
                taken.body(),
                String.join(",", taken.mines()),
                taken.expires().toEpochMilli(),
                over,
                at.toString())
            .update()
        == 1;
  }

  /** Nothing of this root is open any more. Inside {@link Database#write}. */
  public void end(String root) {
    db.sql("update cap_warning set ended = 1 where root = ? and ended = 0").param(root).update();
  }
}
