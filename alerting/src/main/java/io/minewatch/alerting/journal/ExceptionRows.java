package io.minewatch.alerting.journal;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the ledger about forced closes, false alarms, shelvings and revoked orders. */
public final class ExceptionRows {
  /** An incident that is not in the archive yet counts as no drill: nothing real is left out. */
  private static final String REAL =
      " and not exists (select 1 from archive where archive.incident = ledger.subject and drill = 1)";

  private final JdbcClient db;

  public ExceptionRows(Database database) {
    this.db = database.client();
  }

  /** A row about something out of the ordinary. */
  public record Exceptional(
      long seq,
      String at,
      String mine,
      String subject,
      String type,
      String actor,
      String content) {}

  /**
   * Of these mines, of drills too, the newest first.
   *
   * @param from the period; its end is excluded
   */
  public List<Exceptional> all(List<String> mines, Instant from, Instant to, int atMost) {
    return rows(mines, from, to, atMost, "");
  }

  /** The same, drills left out. */
  public List<Exceptional> real(List<String> mines, Instant from, Instant to, int atMost) {
    return rows(mines, from, to, atMost, REAL);
  }

  /** As text that stands before each time of its second, with a fraction or without. */
  private static String bare(Instant at) {
    return at.toString().replace("Z", "");
  }

  private List<Exceptional> rows(
      List<String> mines, Instant from, Instant to, int atMost, String which) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select seq, at, mine, subject, type, actor, content from ledger
            where kind = 'INCIDENT' and mine in (:mines) and at >= :from and at < :to
              and (type in ('Shelved', 'Unshelved', 'Revoked')
                or (type = 'Closed'
                  and (content like '%"how":"FORCED"%' or content like '%"how":"HARMLESS"%')))
            """
                + which
                + " order by seq desc limit :most")
        .param("mines", mines)
        .param("from", bare(from))
        .param("to", bare(to))
        .param("most", atMost)
        .query(
            (rs, i) ->
                new Exceptional(
                    rs.getLong(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getString(5),
                    rs.getString(6),
                    rs.getString(7)))
        .list();
  }
}
