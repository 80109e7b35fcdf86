package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.clue.Clue;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.document.Document;
import io.minewatch.alerting.journal.ClueRows.Listed;
import io.minewatch.alerting.journal.ClueRows.Slice;
import io.minewatch.alerting.journal.ClueRows.Which;
import io.minewatch.alerting.journal.ClueRows.Whose;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.journal.RegistryRows.Origin;
import io.minewatch.alerting.journal.RegistryRows.Version;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.seal.Watched;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database of one mine, and what is seen of it. */
abstract class SealDatabase {
  static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final String MINE = "140921021337";
  static final Map<String, Object> SINCE_MARCH_5 = Map.of("statusSince", "2026-03-05");

  /** Lets nobody raise a clue until it is dropped. */
  static final String REFUSED =
      "create trigger no_clue before insert on clue begin select raise(abort, 'not now'); end";

  private static final SealRules RULES =
      RulePackLoader.load(Path.of("../rules")).inspection().seal();

  @TempDir private Path folder;
  Database database;
  Store store;
  Plan plan;

  @BeforeEach
  void start() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("alerting.db"), "", "");
    store = Store.of(database);
    plan = Messages.read(Samples.bytes("plan.json"), Plan.class);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  SealDesk desk(MineStatus status, Map<String, Object> document, Instant now) {
    return desk(status, document, Clock.fixed(now, ZoneOffset.UTC));
  }

  SealDesk desk(MineStatus status, Map<String, Object> document, Clock clock) {
    Plan declared =
        new Plan(
            plan.mine(),
            plan.name(),
            plan.nameEnglish(),
            plan.version(),
            plan.effectiveFrom(),
            status,
            plan.shifts(),
            plan.tagPeriod(),
            plan.zones(),
            plan.points(),
            plan.rules());
    List<String> county = List.of("14", "1409", "140921");
    MineEntry entry = new MineEntry("COAL", county, 1, new Document(document), declared, null);
    Mines mines = new Mines(Map.of(MINE, entry));
    return new SealDesk(store, clues(clock), mines, RULES, clock);
  }

  ClueDesk clues(Clock clock) {
    ClueClocks clocks = new ClueClocks(DAY, DAY, DAY, DAY, DAY);
    return new ClueDesk(store, clocks, DAY.multipliedBy(7), clock);
  }

  /** The belt for the hour before. */
  static List<Course> belt(Instant until) {
    TreeMap<Instant, Double> values = new TreeMap<>();
    for (int back = 1; back <= 4; back++) {
      values.put(until.minus(SealDesk.WINDOW.multipliedBy(back)), 0.9);
    }
    return List.of(new Course(Watched.BELT, "B1", values));
  }

  List<Listed> listed() {
    return store.clues().list(new Whose("-", List.of(MINE)), Which.ALL, NOW, new Slice(0, 10));
  }

  void registered(long version, String at, Map<String, Object> document) {
    database.write(
        () -> {
          store
              .registry()
              .add(
                  new Version(
                      MINE,
                      version,
                      Instant.parse(at),
                      "li",
                      null,
                      Origin.PERSON,
                      "",
                      new Document(document),
                      List.of(),
                      List.of(),
                      version,
                      null));
          return version;
        });
  }

  Connection other() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("alerting.db"));
  }

  void statement(String sql) throws SQLException {
    try (Connection other = other();
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A person went there, found nothing, and another closed it. */
  void closed(String id, Instant at) {
    ClueDesk clues = clues(Clock.fixed(at, ZoneOffset.UTC));
    for (ClueAct act :
        List.of(
            new ClueAct.Assign(at, "li", "王", ""),
            new ClueAct.Visit(at, "li", "到矿"),
            new ClueAct.Find(at, "li", Outcome.UNFOUNDED, "检修后试运转，有记录"),
            new ClueAct.Close(at, "zhao", "无"))) {
      Clue clue = store.clueJournal().find(id);
      assertThat(clues.act(id, clue.version(), any -> act).refusal()).isNull();
    }
  }
}
