package io.minewatch.alerting.journal;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Stage;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.journal.StepRows.Occasion;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What incidents are searched by. Write only inside {@link Database#write}. */
public final class ArchiveRows {
  private static final String COLUMNS =
      "select incident, mine, opened, closed, stage, severity, hazards, how, drill, people, worst"
          + " from archive ";

  private final JdbcClient db;

  public ArchiveRows(Database database) {
    this.db = database.client();
  }

  /**
   * What is asked for; what is null or empty is not asked.
   *
   * @param mines of these only
   * @param from when it was opened, at the earliest
   * @param to when it was opened; the end is excluded
   * @param text part of the incident's id, or of the id of a point, zone, gateway or rule
   * @param named ids of points and zones that are meant as well as the text
   */
  public record Search(
      List<String> mines,
      @Nullable StageName stage,
      @Nullable Severity severity,
      @Nullable Hazard hazard,
      @Nullable Closing how,
      @Nullable Occasion occasion,
      @Nullable Instant from,
      @Nullable Instant to,
      String text,
      List<String> named) {
    public Search {
      mines = List.copyOf(mines);
      named = List.copyOf(named);
    }
  }

  /**
   * One incident in a list.
   *
   * @param closed wall time; null while it is open
   * @param how null while it is open
   * @param people who were inside at or after the onset, by the last count
   * @param worst the finding that decides how bad it is; null before there is one
   */
  public record Line(
      String incident,
      String mine,
      Instant opened,
      @Nullable Instant closed,
      StageName stage,
      Severity severity,
      List<Hazard> hazards,
      @Nullable Closing how,
      Occasion occasion,
      int people,
      @Nullable FindingId worst) {}

  /** Where a page ends and the next one begins. */
  public record Mark(long opened, String incident) {
    private static final String PARTED = "~";

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it did not write this
     */
    public static Mark parse(String text) {
      String[] parts = text.split(PARTED, 2);
      if (parts.length != 2 || !parts[0].matches("-?\\d{1,18}")) {
        throw new IllegalArgumentException("no place in a list: '" + text + "'");
      }
      return new Mark(Long.parseLong(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
      return opened + PARTED + incident;
    }
  }

  /** Writes an incident as it is now. */
  public void keep(Incident incident) {
    Stage stage = incident.stage();
    Stage.Closed closed = stage instanceof Stage.Closed end ? end : null;
    Finding worst = Gist.worst(incident);
    db.sql(
            """
            insert into archive values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (incident) do update set closed = excluded.closed, stage = excluded.stage,
              severity = excluded.severity, hazards = excluded.hazards, how = excluded.how,
              people = excluded.people, worst = excluded.worst, about = excluded.about
            """)
        .param(incident.id())
        .param(incident.mine().value())
        .param(incident.opened().toEpochMilli())
        .param(closed == null ? null : closed.since().toEpochMilli())
        .param(stage.name().name())
        .param(incident.severity().name())
        .param(Gist.hazards(incident))
        .param(closed == null ? "" : closed.how().name())
        .param(incident.drill() ? 1 : 0)
        .param(Gist.people(incident))
        .param(worst == null ? "" : worst.id().value())
        .param(Gist.about(incident))
        .update();
  }

  /**
   * Ids of incidents that have no row here, in their order.
   *
   * @param after the last one that was answered; empty to begin
   */
  public List<String> missing(String after, int atMost) {
    return db.sql(
            "select id from incident where id > ? and not exists"
                + " (select 1 from archive where archive.incident = incident.id)"
                + " order by id limit ?")
        .params(after, atMost)
        .query(String.class)
        .list();
  }

  /** Writes those that still have no row; one that was written meanwhile is newer. */
  public int keepMissing(List<Incident> incidents) {
    int kept = 0;
    for (Incident each : incidents) {
      if (db.sql("select incident from archive where incident = ?")
          .param(each.id())
          .query(String.class)
          .list()
          .isEmpty()) {
        keep(each);
        kept++;
      }
    }
    return kept;
  }

  /** A page of what is asked for, the newest first. */
  public List<Line> page(Search asked, @Nullable Mark after, int atMost) {
    if (asked.mines().isEmpty()) {
      return List.of();
    }
    Asking asking = Asking.of(asked);
    if (after != null) {
      asking
          .and("(opened, incident) < (:mark, :markId)") // as a pair: an index serves it
          .with("mark", after.opened())
          .with("markId", after.incident());
    }
    asking.with("most", atMost);
    return asking
        .bind(db.sql(COLUMNS + asking.where() + " order by opened desc, incident desc limit :most"))
        .query((rs, i) -> read(rs))
        .list();
  }

  /** How many are asked for. */
  public int count(Search asked) {
    if (asked.mines().isEmpty()) {
      return 0;
    }
    Asking asking = Asking.of(asked);
    return asking
        .bind(db.sql("select count(*) from archive " + asking.where()))
        .query(Integer.class)
        .single();
  }

  private static Line read(ResultSet rs) throws SQLException {
    long closed = rs.getLong(4);
    Instant end = rs.wasNull() ? null : Instant.ofEpochMilli(closed);
    String how = rs.getString(8);
    String worst = rs.getString(11);
    return new Line(
        rs.getString(1),
        rs.getString(2),
        Instant.ofEpochMilli(rs.getLong(3)),
        end,
        StageName.valueOf(rs.getString(5)),
        Severity.valueOf(rs.getString(6)),
        Stream.of(rs.getString(7).split(",", -1))
            .filter(each -> !each.isEmpty())
            .map(Hazard::valueOf)
            .toList(),
        how.isEmpty() ? null : Closing.valueOf(how),
        rs.getInt(9) == 1 ? Occasion.DRILL : Occasion.REAL,
        rs.getInt(10),
        worst.isEmpty() ? null : new FindingId(worst));
  }
}
