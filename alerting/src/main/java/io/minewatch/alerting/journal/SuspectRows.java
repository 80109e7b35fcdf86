package io.minewatch.alerting.journal;

import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.suspect.Feature;
import io.minewatch.alerting.suspect.Suspicion;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Facts that are a reason for a clue and wait for it: kept with the fact, taken away once the clue
 * holds them; and which clues may hold what is suspected. Write only inside {@link Database#write}.
 */
public final class SuspectRows {
  private final JdbcClient db;

  public SuspectRows(Database database) {
    this.db = database.client();
  }

  /** Keeps what one fact shows. */
  public void add(Suspicion suspicion) {
    ClueEvidence evidence = suspicion.evidence().get(0);
    db.sql("insert into suspect values (?, ?, ?, ?, ?) on conflict (finding, feature) do nothing")
        .params(
            evidence.ref(),
            suspicion.feature().name(),
            suspicion.mine(),
            suspicion.subject(),
            evidence.words())
        .update();
  }

  /** Which of those that wait. */
  public enum Which {
    /** Lost while rising: these wait until it can be told whose cut it was. */
    DARK(" = "),
    /** All others. */
    OTHER(" <> ");

    private final String is;

    Which(String is) {
      this.is = is;
    }
  }

  /** Those that wait, by finding, so many after one; empty for the first. */
  public List<Suspicion> waiting(Which which, String after, int atMost) {
    return db.sql(
            "select finding, feature, mine, subject, words from suspect where finding > ?"
                + " and feature"
                + which.is
                + "? order by finding, feature limit ?")
        .params(after, Feature.DARK_WHILE_RISING.name(), atMost)
        .query(
            (rs, i) ->
                new Suspicion(
                    Feature.valueOf(rs.getString(2)),
                    rs.getString(3),
                    rs.getString(4),
                    List.of(
                        new ClueEvidence(
                            ClueEvidence.Kind.FINDING, rs.getString(1), rs.getString(5))),
                    1))
        .list();
  }

  /** All its facts are held by a clue, or are none. */
  public void done(Suspicion suspicion) {
    for (ClueEvidence each : suspicion.evidence()) {
      db.sql("delete from suspect where finding = ? and feature = ?")
          .params(each.ref(), suspicion.feature().name())
          .update();
    }
  }

  /**
   * Clues that may hold what is suspected of a subject: its own first, then those of the mine as a
   * whole; or of every subject where that is suspected. Those closed before are left out.
   */
  public List<String> holding(String mine, String feature, String subject, Instant closedSince) {
    return db.sql(
            "select id from clue where mine = :mine and feature = :feature"
                + " and (:subject = '' or subject in (:subject, ''))"
                + " and (stage <> 'CLOSED' or since >= :since)"
                + " order by case when subject = :subject then 0 else 1 end, opened, id")
        .param("mine", mine)
        .param("feature", feature)
        .param("subject", subject)
        .param("since", closedSince.toEpochMilli())
        .query(String.class)
        .list();
  }

  /** Clues of a feature of a mine, of whatever subject, that were closed since then. */
  public List<String> closed(String mine, String feature, Instant since) {
    return db.sql(
            "select id from clue where mine = ? and feature = ? and stage = 'CLOSED' and since >= ?")
        .params(mine, feature, since.toEpochMilli())
        .query(String.class)
        .list();
  }
}
