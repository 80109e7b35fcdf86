package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.journal.IncidentRows.Owed;
import io.minewatch.alerting.notify.console.ConsoleChannel;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps that are due, then has the {@link Caller} place what is queued. One round is a
 * plain method, so that a test with a hand-moved clock calls it itself.
 */
public final class Watchman {
  /** Steps of one round; more wait for the next, which follows at once. */
  private static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private final Store store;
  private final IncidentDesk desk;
  private final Clock clock;

  private final Caller caller;

  /** Calls in the console alone. */
  public Watchman(Store store, IncidentDesk desk, Clock clock) {
    this(store, desk, console(store, desk, clock), clock);
  }

  private static Caller console(Store store, IncidentDesk desk, Clock clock) {
    Caller caller =
        new Caller(store, desk, desk.calls(), clock, lane -> Runnable::run, (c, r) -> {});
    caller.add(new ConsoleChannel(mine -> false, caller));
    return caller;
  }

  public Watchman(Store store, IncidentDesk desk, Caller caller, Clock clock) {
    this.caller = caller;
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /** Runs everything that is due once, then places the calls that this and others have queued. */
  public void round() {
    runDue();
    caller.round();
  }

  /** Runs everything that is due once; the calls are placed by the instance that leads. */
  public void runDue() {
    runDue(BATCH);
  }

  /** The first round: all that is due, however much it is. */
  public void afterRestart() {
    runDue(Integer.MAX_VALUE);
    caller.round();
  }

  private void runDue(int atMost) {
    for (Owed owed : store.incidents().due(clock.instant(), atMost)) {
      Duration overdue = Duration.between(owed.at(), clock.instant());
      if (Act.Occasion.of(overdue) == Act.Occasion.AFTER_RESTART) {
        LOG.info("incident {}: a step is {} overdue, running it now", owed.incident(), overdue);
      }
      wake(owed.incident());
    }
  }

  /** One incident that cannot be woken must not keep the clocks of the others. */
  private void wake(String incident) {
    try {
      desk.wake(incident);
    } catch (RuntimeException e) {
      LOG.error("the clock of incident {} cannot run; it is tried again next round", incident, e);
    }
  }
}
