package io.minewatch.alerting.journal;

import io.minewatch.alerting.accident.Accident;
import io.minewatch.alerting.accident.Owed;
import io.minewatch.alerting.accident.ReportRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accidents and the reports they owe. Write only inside {@link Database#write}. */
public final class AccidentRows {
  private static final String COLUMNS =
      "select incident, mine, drill, declared, actor, what from accident ";

  /** Accidents whose reports one query reads; a statement takes some 30,000 values. */
  private static final int AT_ONCE = 1_000;

  private final JdbcClient db;

  public AccidentRows(Database database) {
    this.db = database.client();
  }

  /** Keeps a new one with all that it owes. */
  public void declare(Accident accident) {
    db.sql("insert into accident values (?, ?, ?, ?, ?, ?)")
        .params(
            accident.incident(),
            accident.mine(),
            accident.drill() ? 1 : 0,
            accident.declared().toEpochMilli(),
            accident.by(),
            accident.what())
        .update();
    int place = 0;
    for (Owed owed : accident.reports()) {
      ReportRule rule = owed.rule();
      db.sql(
              "insert into accident_report"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, null, null)")
          .params(
              accident.incident(),
              place++,
              rule.id(),
              rule.form().name(),
              rule.sender(),
              rule.senderEnglish(),
              rule.receiver(),
              rule.receiverEnglish(),
              rule.within().toMillis(),
              owed.due().toEpochMilli())
          .update();
    }
  }

  /** A report was made. */
  public void made(String incident, String report, Owed.Made made) {
    db.sql(
            "update accident_report set made = ?, actor = ?, note = ?"
                + " where incident = ? and report = ?")
        .params(made.at().toEpochMilli(), made.by(), made.note(), incident, report)
        .update();
  }

  /** The time of a report has passed; false if another instance has said so. */
  public boolean missed(String incident, String report, Instant at) {
    return db.sql(
                "update accident_report set missed = ?"
                    + " where incident = ? and report = ? and missed is null and made is null")
            .params(at.toEpochMilli(), incident, report)
            .update()
        == 1;
  }

  /** Accidents with a report whose time has passed, unmade and not yet said. */
  public List<String> due(Instant now) {
    return db.sql(
            "select distinct incident from accident_report"
                + " where due < ? and made is null and missed is null order by incident")
        .param(now.toEpochMilli())
        .query(String.class)
        .list();
  }

  public @Nullable Accident find(String incident) {
    List<Accident> found =
        whole(
            db.sql(COLUMNS + "where incident = ?")
                .param(incident)
                .query((rs, i) -> bare(rs))
                .list());
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Accidents of these mines, the newest first.
   *
   * @param from when they were declared; the end of the period is excluded
   * @param atMost as many of the newest ones
   */
  public List<Accident> between(List<String> mines, Instant from, Instant to, int atMost) {
    if (mines.isEmpty()) {
      return List.of();
    }
    return whole(
        db.sql(
                COLUMNS
                    + "where mine in (:mines) and declared >= :from and declared < :to"
                    + " order by declared desc, incident limit :most")
            .param("mines", mines)
            .param("from", from.toEpochMilli())
            .param("to", to.toEpochMilli())
            .param("most", atMost)
            .query((rs, i) -> bare(rs))
            .list());
  }

  /**
   * Adds the reports. They are read when the accidents have been: a query inside of another takes a
   * second connection while it holds the first, and as many readers as there are connections would
   * then wait for each other.
   */
  private List<Accident> whole(List<Accident> bare) {
    Map<String, List<Owed>> reports = new HashMap<>();
    for (int from = 0; from < bare.size(); from += AT_ONCE) {
      List<Accident> some = bare.subList(from, Math.min(from + AT_ONCE, bare.size()));
      db.sql(
              "select report, form, sender, sender_english, receiver, receiver_english, within,"
                  + " due, made, actor, note, missed, incident from accident_report"
                  + " where incident in (:incidents) order by incident, place")
          .param("incidents", some.stream().map(Accident::incident).toList())
          .query(
              rs -> {
                reports
                    .computeIfAbsent(rs.getString(13), incident -> new ArrayList<>())
                    .add(report(rs));
              });
    }
    return bare.stream()
        .map(each -> each.owing(reports.getOrDefault(each.incident(), List.of())))
        .toList();
  }

  private static Accident bare(ResultSet rs) throws SQLException {
    return new Accident(
        rs.getString(1),
        rs.getString(2),
        rs.getInt(3) == 1,
        Instant.ofEpochMilli(rs.getLong(4)),
        rs.getString(5),
        rs.getString(6),
        List.of());
  }

  private static Owed report(ResultSet rs) throws SQLException {
    ReportRule rule =
        new ReportRule(
            rs.getString(1),
            ReportRule.Form.valueOf(rs.getString(2)),
            rs.getString(3),
            rs.getString(4),
            rs.getString(5),
            rs.getString(6),
            Duration.ofMillis(rs.getLong(7)));
    Instant made = instant(rs, 9);
    return new Owed(
        rule,
        Instant.ofEpochMilli(rs.getLong(8)),
        made == null
            ? null
            : new Owed.Made(
                made,
                Objects.requireNonNullElse(rs.getString(10), ""),
                Objects.requireNonNullElse(rs.getString(11), "")),
        instant(rs, 12));
  }

  private static @Nullable Instant instant(ResultSet rs, int column) throws SQLException {
    long millis = rs.getLong(column);
    return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
