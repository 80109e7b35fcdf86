package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.alerting.count.StepTaken;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever counts the steps of the chain hears what is committed, and disturbs nothing. */
class StepsHeardTest {
  private static final GroupRules GROUPING =
      new GroupRules(Duration.ofMinutes(10), List.of(), Set.of());

  @TempDir private Path folder;
  private final List<StepTaken.Kind> heard = new ArrayList<>();
  private Database database;
  private Store store;
  private IncidentDesk desk;
  private Finding finding;

  @BeforeEach
  void open() throws Exception {
    database = Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
    store = Store.of(database);
    store.steps().heardBy(step -> heard.add(step.kind()));
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    desk =
        new IncidentDesk(
            store, RulePackLoader.load(Path.of("../rules")).chain(), GROUPING, clock, id -> {});
    finding = Messages.read(Samples.bytes("finding-opened.json"), Finding.class);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aStepIsHeardOnceHoweverOftenItsFactIsTold() {
    assertThat(desk.finding(finding)).isTrue();
    assertThat(desk.finding(finding)).isFalse();
    assertThat(heard).containsExactly(StepTaken.Kind.WARNED);
  }

  @Test
  void whatIsRolledBackIsNotHeard() {
    assertThatThrownBy(
            () ->
                database.write(
                    () -> {
                      desk.finding(finding);
                      throw new IllegalStateException("halted");
                    }))
        .hasMessage("halted");
    assertThat(heard).isEmpty();
  }

  @Test
  void aListenerThatFailsChangesNothingOfTheIncident() {
    store
        .steps()
        .heardBy(
            step -> {
              throw new IllegalStateException("cannot count");
            });
    assertThat(desk.finding(finding)).isTrue();
    String incident = store.findings().incidentOf(finding.id());
    assertThat(store.steps().of(incident))
        .extracting(taken -> taken.step().kind())
        .containsExactly(StepTaken.Kind.WARNED);
  }
}
