package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class WatchmanTest {
  private static final GroupRules GROUPING =
      new GroupRules(Duration.ofMinutes(10), List.of(), Set.of());

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Database database;
  private Store store;
  private IncidentDesk desk;
  private Watchman watchman;

  @BeforeEach
  void open() {
    database = Database.open(url(), "", "");
    store = Store.of(database);
    ChainRules rules = RulePackLoader.load(Path.of("../rules")).chain();
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    desk = new IncidentDesk(store, rules, GROUPING, clock, id -> {});
    watchman = new Watchman(store, desk, clock);
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("journal.db");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneCallThatCannotBePlacedHoldsNoOtherBack() throws Exception {
    for (int i = 0; i < 150; i++) { // more than one round takes
      queue("i-broken", "a" + i);
    }
    plantUnreadable("i-broken");
    desk.finding(Messages.read(Samples.bytes("finding-opened.json"), Finding.class));

    watchman.round();
    watchman.round();
    assertThat(store.calls().waiting(NOW.plusSeconds(60), 1000))
        .hasSize(150)
        .allMatch(c -> c.id().startsWith("a"));
  }

  /** Of two instances the second starts while the first runs; later their database is away. */
  @Test
  void aStepSaysThatItWasLateWhereThatIsSo() throws Exception {
    Finding finding = Messages.read(Samples.bytes("finding-opened.json"), Finding.class);
    desk.finding(finding);
    watchman.round();
    String incident = store.findings().incidentOf(finding.id());

    now.set(due(incident).plusMillis(200));
    watchman.afterRestart();
    now.set(due(incident).plus(Act.Occasion.LATE).minusMillis(1));
    watchman.round();
    now.set(due(incident).plus(Act.Occasion.LATE).plusMillis(1));
    watchman.round();
    now.set(due(incident).plus(Duration.ofMinutes(1)));
    watchman.afterRestart();

    assertThat(store.journal().events(incident))
        .filteredOn(Event.Escalated.class::isInstance)
        .extracting(event -> ((Event.Escalated) event).occasion())
        .containsExactly(
            Act.Occasion.ON_TIME,
            Act.Occasion.ON_TIME,
            Act.Occasion.AFTER_RESTART,
            Act.Occasion.AFTER_RESTART);
  }

  private Instant due(String incident) {
    return store.journal().incident(incident).due().at();
  }

  private void queue(String incident, String id) {
    database.write(
        () -> {
          store
              .calls()
              .queue(
                  new Attempt(
                      id,
                      new Cause(incident, "", 1, 1, Severity.RED, Cause.Why.INCIDENT),
                      "console",
                      Callee.NOBODY,
                      "10",
                      "",
                      "",
                      NOW.minusSeconds(60),
                      0,
                      new State.Queued(NOW.minusSeconds(60))));
          return true;
        });
  }

  /** An incident whose journal a newer program wrote. */
  private void plantUnreadable(String incident) {
    JdbcClient.create(new DriverManagerDataSource(url()))
        .sql(
            "insert into ledger values"
                + " (900, ?, '', 'INCIDENT', ?, 1, '', 'Unheard', '{}', '', '')")
        .params(List.of(NOW.toString(), incident))
        .update();
  }
}
