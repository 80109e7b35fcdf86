package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.journal.CallRows;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps that are due and hands queued calls to their channel. One round is a plain method,
 * so that a test with a hand-moved clock calls it itself.
 */
public final class Watchman {
  /** Steps and calls of one round; more wait for the next, which follows at once. */
  private static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private final Store store;
  private final IncidentDesk desk;
  private final Clock clock;

  /** Ids of the calls that failed in the last round. */
  private Set<String> failed = Set.of();

  public Watchman(Store store, IncidentDesk desk, Clock clock) {
    this.store = store;
    this.desk = desk;
    this.clock = clock;
  }

  /** Runs everything that is due once, then places the calls that this and others have queued. */
  public void round() {
    Instant now = clock.instant();
    for (String incident : store.incidents().due(now, BATCH)) {
      wake(incident, Act.Occasion.ON_TIME);
    }
    placeCalls();
  }

  /** The first round: what fell due while nobody was there, and says so in the journal. */
  public void afterRestart() {
    for (String incident : store.incidents().due(clock.instant(), Integer.MAX_VALUE)) {
      LOG.info("incident {}: a step fell due while the service was down, running it now", incident);
      wake(incident, Act.Occasion.AFTER_RESTART);
    }
    placeCalls();
  }

  /** One incident that cannot be woken must not keep the clocks of the others. */
  private void wake(String incident, Act.Occasion occasion) {
    try {
      desk.wake(incident, occasion);
    } catch (RuntimeException e) {
      LOG.error("the clock of incident {} cannot run; it is tried again next round", incident, e);
    }
  }

  /**
   * The console is the one channel so far: it has a call as soon as the row is marked, because
   * every console shows the rows. Marking twice changes nothing. A call that fails waits for the
   * next round and keeps no other; those that have failed come after those that have not, so that
   * they cannot fill a round.
   */
  public void placeCalls() {
    Set<String> failing = new HashSet<>();
    List<CallRows.Call> queued = store.calls().queued(BATCH + failed.size());
    Stream<CallRows.Call> fresh = queued.stream().filter(call -> !failed.contains(call.id()));
    Stream<CallRows.Call> again = queued.stream().filter(call -> failed.contains(call.id()));
    for (CallRows.Call call : Stream.concat(fresh, again).limit(BATCH).toList()) {
      if (!placed(call)) {
        failing.add(call.id());
      }
    }
    failed = failing;
  }

  private boolean placed(CallRows.Call call) {
    try {
      desk.act(
          call.incident(),
          (state, now, book) -> {
            store.calls().placed(call.id(), now); // in the transaction of the act
            return new Act.CallPlaced(now, call.id(), call.rung());
          });
      return true;
    } catch (RuntimeException e) {
      LOG.error(
          "call {} of incident {} cannot be placed; it is tried again next round",
          call.id(),
          call.incident(),
          e);
      return false;
    }
  }
}
