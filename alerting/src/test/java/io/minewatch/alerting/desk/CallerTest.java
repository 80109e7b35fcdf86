package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.journal.Database;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.finding.Severity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts that wait long for their channel, are overtaken there, or fail afterwards. */
class CallerTest {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir private Path folder;
  private Instant now = START;
  private Database database;
  private Store store;
  private Caller caller;
  private final Deque<Runnable> lane = new ArrayDeque<>();
  private final List<String> placed = new ArrayList<>();
  private Supplier<Result> answer = Result::ok;

  @BeforeEach
  void open() {
    database = Database.open("jdbc:sqlite:" + folder.resolve("journal.db"), "", "");
    store = Store.of(database);
    Clock clock = clock();
    IncidentDesk desk =
        new IncidentDesk(
            store,
            RulePackLoader.load(Path.of("../rules")).chain(),
            new GroupRules(Duration.ofMinutes(10), List.of(), Set.of()),
            clock,
            id -> {});
    caller = new Caller(store, desk, desk.calls(), clock, name -> lane::add, (c, r) -> {});
    caller.add(channel());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Clock clock() {
    InstantSource hand = () -> now;
    return hand.withZone(ZoneOffset.UTC);
  }

  private Channel channel() {
    return new Channel() {
      @Override
      public String name() {
        return "voice";
      }

      @Override
      public Aim aim() {
        return Aim.PERSON;
      }

      @Override
      public Result place(Attempt attempt) {
        placed.add(attempt.id());
        return answer.get();
      }

      @Override
      public Result probe() {
        return Result.ok();
      }

      @Override
      public void close() {}
    };
  }

  private void queue(Cause.Why why) {
    database.write(
        () -> {
          Cause cause = new Cause("i-unreadable", "", 1, 1, Severity.RED, why);
          store
              .calls()
              .queue(
                  new Attempt(
                      "a",
                      cause,
                      "voice",
                      Callee.NOBODY,
                      "10",
                      "",
                      "",
                      now,
                      0,
                      new State.Queued(now)));
          return true;
        });
  }

  private State state() {
    return store.calls().find("a").state();
  }

  private void work() {
    while (!lane.isEmpty()) {
      lane.remove().run();
    }
  }

  @Test
  void whatWaitsLongerThanItsClaimGoesOutOnce() {
    queue(Cause.Why.TEST);
    for (int i = 0; i < 10; i++) {
      caller.round();
      now = now.plus(Handover.LEASE);
    }
    work();
    caller.round();
    work();
    assertThat(placed).containsExactly("a");
    assertThat(state()).isInstanceOf(State.Placed.class);
  }

  @Test
  void whatWasAnsweredElsewhereWhileItWaitedDoesNotGoOut() {
    queue(Cause.Why.TEST);
    caller.round();
    caller.told("a", new Told.Superseded());
    work();
    assertThat(placed).isEmpty();
    assertThat(state()).isInstanceOf(State.Superseded.class);
  }

  @Test
  void whatAnotherInstanceHasTakenMeanwhileDoesNotGoOutHere() {
    queue(Cause.Why.TEST);
    caller.round();
    now = now.plus(Handover.LEASE);
    long until = now.plus(Handover.LEASE).toEpochMilli();
    assertThat(database.write(() -> store.claims().claim("a", now, until))).isTrue();
    work();
    assertThat(placed).isEmpty();
  }

  @Test
  void whatIsPlacedStaysPlacedThoughItsIncidentCannotBeTold() {
    queue(Cause.Why.INCIDENT);
    org.springframework.jdbc.core.simple.JdbcClient.create(
            new org.springframework.jdbc.datasource.DriverManagerDataSource(
                "jdbc:sqlite:" + folder.resolve("journal.db")))
        .sql(
            "insert into ledger values"
                + " (900, ?, '', 'INCIDENT', 'i-unreadable', 1, '', 'Unheard', '{}', '', '')")
        .param(now.toString())
        .update();
    for (int i = 0; i < 20; i++) {
      caller.round();
      work();
      now = now.plus(Handover.LEASE);
    }
    assertThat(placed).containsExactly("a");
    assertThat(state()).isInstanceOf(State.Placed.class);
  }

  @Test
  void whatNeverComesToAnEndIsGivenUpAfterItsTries() {
    queue(Cause.Why.TEST);
    answer =
        () -> {
          throw new IllegalStateException("killed in the middle");
        };
    for (int i = 0; i < 20; i++) {
      caller.round();
      work();
      now = now.plus(Handover.LEASE);
    }
    assertThat(placed).hasSize(Handover.TRIES);
    assertThat(state()).isInstanceOf(State.Failed.class);
  }
}
