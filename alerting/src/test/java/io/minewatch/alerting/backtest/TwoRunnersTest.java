package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.minewatch.alerting.backtest.BackTests.Self;
import io.minewatch.alerting.journal.BackTestRows;
import io.minewatch.alerting.journal.BackTestRows.Job;
import io.minewatch.alerting.journal.BackTestRows.State;
import io.minewatch.alerting.journal.Database;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Plan;
import io.minewatch.judge.mine.Courses;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database: neither ends, nor takes for ended, what the other runs. */
class TwoRunnersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Plan PLAN = Courses.all().findFirst().orElseThrow().plan();

  /** Until it is opened no record answers. */
  private final CountDownLatch gate = new CountDownLatch(1);

  @TempDir private Path folder;
  private Database database;
  private BackTestRows rows;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
    rows = new BackTestRows(database);
  }

  @AfterEach
  void close() {
    gate.countDown();
    database.close();
  }

  private BackTests instance(String name, Instant now) {
    SeriesStore store =
        (SeriesStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SeriesStore.class},
                (proxy, method, told) -> {
                  if (method.getReturnType() == void.class) {
                    return null;
                  }
                  gate.await();
                  return List.of();
                });
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Self self = new Self(name, BackTests.PATIENCE);
    return new BackTests(database, store, clock, Severity.YELLOW, self);
  }

  private static Job begin(BackTests tests) {
    Span hour = new Span(NOW.minus(Duration.ofHours(1)), NOW);
    BackTests.Trial trial = new BackTests.Trial(PLAN, PLAN, hour, List.of());
    return Objects.requireNonNull(tests.start(trial, "a", "d"));
  }

  private State state(Job job) {
    return Objects.requireNonNull(rows.find(job.id())).state();
  }

  @Test
  void whatOneRunsIsNotCutOffByTheStartOfTheOther() {
    try (BackTests first = instance("a", NOW)) {
      Job job = begin(first);
      try (BackTests second = instance("b", NOW.plusSeconds(60))) {
        second.sweep();
        assertThat(state(job)).isEqualTo(State.OPEN);
      }
    }
  }

  @Test
  void whatAnInstanceLeftThatSaysNothingAnyMoreIsCutOff() {
    Span hour = new Span(NOW.minus(Duration.ofHours(1)), NOW);
    Job job = database.write(() -> rows.add("gone", "m", NOW, "x", hour.from(), hour.to(), "d"));
    try (BackTests early = instance("b", NOW.plus(BackTests.PATIENCE).minusMillis(1))) {
      early.sweep();
      assertThat(state(job)).isEqualTo(State.OPEN);
    }
    try (BackTests late = instance("c", NOW.plus(BackTests.PATIENCE))) {
      late.sweep();
      assertThat(state(job)).isEqualTo(State.INTERRUPTED);
    }
  }

  @Test
  void whatOneRunsIsStoppedByTheOther() {
    try (BackTests first = instance("a", NOW);
        BackTests second = instance("b", NOW)) {
      Job job = begin(first);
      second.stop(job.id());
      gate.countDown();

      await().atMost(Duration.ofSeconds(20)).until(() -> state(job) == State.STOPPED);
    }
  }
}
