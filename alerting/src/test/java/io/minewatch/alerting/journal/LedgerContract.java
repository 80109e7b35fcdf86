package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Refusal;
import io.minewatch.alerting.evidence.LedgerCheck;
import io.minewatch.alerting.ledger.Fault;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What every database must keep of the ledger. */
abstract class LedgerContract {
  static final Instant T = Instant.parse("2026-01-01T00:00:00.123456Z");
  Database database;

  abstract Database open();

  /** Plain connections to the database that {@link #open} opens. */
  abstract DriverManagerDataSource source();

  /** The next {@link #open} finds an empty database. */
  abstract void fresh() throws Exception;

  @BeforeEach
  void start() {
    database = open();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  static List<Event> events() throws Exception {
    Finding finding = Messages.read(Samples.bytes("finding-blind.json"), Finding.class);
    return List.of(
        new Event.Opened(T, "i-1", new MineCode(Samples.MINE), false, T),
        new Event.FindingNoted(T, finding, Event.Ground.UNDERGROUND),
        new Event.Warned(T, Severity.RED, new Due(Due.What.CALL, T.plusSeconds(30), 1)));
  }

  /** A statement that writes, as a step of its own. */
  final int run(String sql) {
    return database.write(() -> database.client().sql(sql).update());
  }

  Fault check() throws Exception {
    try (Connection connection = source().getConnection()) {
      return LedgerCheck.of(connection, Map.of()).fault();
    }
  }

  private void written() throws Exception {
    List<Event> events = events();
    database.write(
        () -> {
          new Journal(database).append("i-1", events);
          return true;
        });
  }

  @Test
  void theDatabaseRefusesToChangeOrDeleteARowOfTheLedger() throws Exception {
    written();
    database.write(() -> new LedgerRows(database).seal(Instant.parse("2026-01-02T00:00:00Z")));
    for (String sql :
        List.of(
            "update ledger set actor = 'nobody'",
            "delete from ledger where seq = 2",
            "update ledger_root set seq = 1",
            "delete from ledger_root")) {
      assertThatThrownBy(() -> run(sql)).as(sql).hasMessageContaining("append-only");
    }
    assertThat(check()).isNull();
    assertThat(new LedgerRows(database).roots(9)).hasSize(1);
  }

  /** What was refused is a row and no version. */
  @Test
  void aStateOfBeforeIsFoundByItsVersion() throws Exception {
    List<Event> events = events();
    Journal journal = new Journal(database);
    Event refused = new Event.ActRefused(T, "ann", "Close", Refusal.NOT_OPEN, "");
    database.write(
        () -> {
          journal.append("i-1", List.of(events.get(0), refused, events.get(1), refused));
          journal.append("i-1", List.of(events.get(2), refused));
          return true;
        });
    for (int version = 1; version <= events.size(); version++) {
      Incident then = Fold.replay(events.subList(0, version));
      assertThat(journal.incident("i-1", version)).isEqualTo(then);
      assertThat(journal.since("i-1", version)).isEqualTo(events.subList(version, events.size()));
    }
    assertThat(journal.incident("i-1", 99)).as("not yet").isEqualTo(journal.incident("i-1"));
    assertThat(journal.incident("i-1", Long.MAX_VALUE)).isEqualTo(journal.incident("i-1"));
    assertThat(journal.since("i-1", 99)).isEmpty();
    assertThat(journal.incident("i-1", 0)).as("never").isNull();
    assertThat(journal.incident("i-1", -1)).as("never").isNull();
    assertThat(journal.incident("i-2", 1)).isNull();
  }

  @Test
  void namesTheFirstRowThatWasChangedTakenOutOrMoved() throws Exception {
    written();
    String text = "update ledger set content = ";
    assertThat(check()).isNull();
    without("update", text + "replace(content, 'RED', 'BLUE') where seq = 3", 3);
    without("update", text + "replace(content, 'BLUE', 'RED') where seq = 3", 0);
    without("update", "update ledger set seq = seq + 100 where seq = 2", 2);
    without("update", "update ledger set seq = seq - 100 where seq = 102", 0);
    without("delete", "delete from ledger where seq = 3", 3);
    without("delete", "delete from ledger where seq = 1", 1);
  }

  /** As somebody would who may do everything in the database. */
  private void without(String act, String sql, long altered) throws Exception {
    boolean sqlite = source().getUrl().startsWith("jdbc:sqlite:");
    String trigger = sqlite ? "ledger_no_" + act : "ledger_no_row on ledger";
    run("drop trigger if exists " + trigger);
    assertThat(run(sql)).isEqualTo(1);
    Fault fault = check();
    assertThat(fault == null ? 0 : fault.seq()).as(sql + " gave " + fault).isEqualTo(altered);
  }

  @Test
  void aLedgerWrittenAnewIsToldByARootThatWasNotedElsewhere() throws Exception {
    written();
    try (Connection connection = source().getConnection()) {
      Map<Long, String> noted = Map.of(2L, "0".repeat(64));
      assertThat(LedgerCheck.of(connection, noted).fault().seq()).isEqualTo(2);
    }
    try (Connection connection = source().getConnection()) {
      Map<Long, String> noted = Map.of(9L, "0".repeat(64));
      assertThat(LedgerCheck.of(connection, noted).fault().seq()).isEqualTo(4);
    }
  }

  @Test
  void sealsEachDayThatIsOverOnce() throws Exception {
    written();
    LedgerRows rows = new LedgerRows(database);
    assertThat(database.write(() -> rows.seal(T.plusSeconds(3600)))).isEmpty();
    List<LedgerRows.Root> roots = database.write(() -> rows.seal(T.plusSeconds(86_400)));
    assertThat(roots).containsExactly(new LedgerRows.Root("2026-01-01", 3, rows.head().hash()));
    assertThat(database.write(() -> rows.seal(T.plusSeconds(86_500)))).isEmpty();
    assertThat(rows.roots(9)).isEqualTo(roots);
  }

  @Test
  void takesOverTheJournalOfAnOlderProgram() throws Exception {
    database.close();
    fresh();
    Flyway.configure()
        .dataSource(source())
        .locations("classpath:db/minewatch")
        .target("10")
        .load()
        .migrate();
    List<Event> events = events();
    for (int i = 0; i < events.size(); i++) {
      JdbcClient.create(source())
          .sql("insert into journal values (?, 'i-1', ?, ?, ?, ?, '', '')")
          .params(
              i + 1,
              i + 1,
              events.get(i).at().toString(),
              events.get(i).getClass().getSimpleName(),
              new String(Messages.write(events.get(i)), StandardCharsets.UTF_8))
          .update();
    }
    database = open();
    assertThat(new Journal(database).events("i-1")).isEqualTo(events);
    assertThat(check()).isNull();
    assertThat(new LedgerRows(database).head().seq()).isEqualTo(3);
  }
}
