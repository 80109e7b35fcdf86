package io.minewatch.alerting.journal;

import io.minewatch.alerting.load.Annunciation;
import io.minewatch.domain.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every alarm that was told to people, once. */
public final class AnnunciationRows {
  /** Of one period; of a longer one the newest are counted. */
  private static final int MOST = 200_000;

  private final JdbcClient db;

  public AnnunciationRows(Database database) {
    this.db = database.client();
  }

  /** Keeps an alarm; a second time changes nothing. Inside {@link Database#write}. */
  public void keep(Finding finding, Instant at) {
    db.sql("insert into annunciation values (?, ?, ?, ?) on conflict (finding) do nothing")
        .params(
            finding.id().value(),
            at.toEpochMilli(),
            finding.mine().value(),
            finding.rule() + " " + finding.subject())
        .update();
  }

  /** The alarms of these mines in a period, the end excluded, in the order of time. */
  public List<Annunciation> between(List<String> mines, Instant from, Instant to) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select at, mine, alarm from (
              select at, mine, alarm, finding from annunciation
              where mine in (:mines) and at >= :from and at < :to
              order by at desc, finding limit :most) x
            order by at, finding
            """)
        .param("mines", mines)
        .param("from", from.toEpochMilli())
        .param("to", to.toEpochMilli())
        .param("most", MOST)
        .query(
            (rs, i) ->
                new Annunciation(
                    Instant.ofEpochMilli(rs.getLong(1)), rs.getString(2), rs.getString(3)))
        .list();
  }

  /** How many came since, by mine. */
  public Map<String, Integer> countSince(Instant from) {
    Map<String, Integer> counts = new TreeMap<>();
    db.sql("select mine, count(*) from annunciation where at >= ? group by mine")
        .param(from.toEpochMilli())
        .query(
            rs -> {
              counts.put(rs.getString(1), rs.getInt(2));
            });
    return counts;
  }
}
