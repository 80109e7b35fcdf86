package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.SuspectRows;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.suspect.Suspicion;
import io.minewatch.alerting.suspect.SuspicionRules;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database of one mine, and what is suspected of it. */
abstract class SuspicionsDatabase {
  static final Instant T = Instant.parse("2026-03-09T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(T, ZoneOffset.UTC);
  static final Instant LONG_AGO = T.minus(Duration.ofHours(2));
  static final Duration DAY = Duration.ofDays(1);
  static final String MINE = "140921021337";
  @TempDir private Path folder;
  Database database;
  Store store;
  ClueDesk clues;
  Suspicions suspicions;
  Repeats repeats;

  @BeforeEach
  void start() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    FourLineRules rules = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);
    Plan plan = Messages.read(Samples.bytes("plan.json"), Plan.class);
    List<String> county = List.of("14", "1409", "140921");
    Mines mines =
        new Mines(
            Map.of(MINE, new MineEntry("COAL", county, 1, new Document(Map.of()), plan, null)));
    FourLines lines = new FourLines(store, mines, rules, Duration.ofMinutes(3), CLOCK);
    SuspicionRules week = new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1), 0.6);
    ClueClocks clocks = new ClueClocks(DAY, DAY, DAY, DAY, DAY);
    clues = new ClueDesk(store, clocks, week.within(), CLOCK);
    LostPoints.Terms terms = new LostPoints.Terms(week, rules);
    suspicions = new Suspicions(store, clues, mines, new LostPoints(store, lines, terms, CLOCK));
    repeats = new Repeats(store, clues, lines, mines, terms, CLOCK);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, T, new Slice(0, 10));
  }

  static Finding blind(String id) {
    return lost(id, "T1-0101", LONG_AGO);
  }

  static Finding lost(String id, String point, Instant at) {
    return fact(id, Subject.of(new PointId(point)), at, Map.of("lost", "RISING"));
  }

  static Finding fact(String id, Subject about, Instant at, Map<String, String> detail) {
    return new Finding(
        new FindingId(id.repeat(32)),
        1,
        FindingKind.BLIND,
        new MineCode(MINE),
        about,
        null,
        Measure.METHANE,
        "%CH4",
        Check.LIMIT,
        "r",
        Severity.RED,
        at,
        at,
        at,
        at.plusSeconds(30),
        null,
        Quality.STALE,
        1,
        1,
        at,
        1,
        detail);
  }

  void note(Finding fact) {
    database.write(
        () -> {
          store.findings().keep(fact);
          Suspicions.note(store, fact, null);
          return fact;
        });
  }

  void done(String id, ClueAct act) {
    Clue clue = store.clueJournal().find(id);
    assertThat(clues.act(id, clue.version(), at -> act).refusal()).isNull();
  }

  void closed(String id) {
    done(id, new ClueAct.Assign(T, "li", "王", ""));
    done(id, new ClueAct.Visit(T, "li", "到矿"));
    done(id, new ClueAct.Find(T, "li", Outcome.UNFOUNDED, "电缆被砸断，有记录"));
    done(id, new ClueAct.Close(T, "zhao", "无"));
  }

  List<Suspicion> waiting() {
    return store.suspects().waiting(SuspectRows.Which.DARK, "", 10);
  }

  void keep(Outage outage) {
    database.write(
        () -> {
          store.fourLines().keep(outage);
          return outage;
        });
  }

  Connection other() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
  }
}
