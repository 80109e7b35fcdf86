package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Oracle;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is still to come after the last message: facts, rows and what peers find, each watched from
 * the same moment, so that nobody's lag is somebody else's.
 */
final class Drain {
  private static final long LOOK_NANOS = 200_000_000;
  private static final double NANOS = 1e9;

  /** For what is still to come; what is not there by then is told as missing. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Round round;
  private final int expected;
  private final Map<NationSettings.Peer, Long> peersAt = new EnumMap<>(NationSettings.Peer.class);
  private @Nullable Long factsAt;
  private @Nullable Long rowsAt;
  private long rows;

  Drain(Round round) {
    this.round = round;
    this.expected = Oracle.expectedOfCycles(round.workload, round.cycles()).size();
  }

  /** How many readings the store must hold: each once, however often it was sent. */
  long expectedRows() {
    return (long) round.workload.points() * round.cycles();
  }

  int expectedFacts() {
    return expected;
  }

  /** Waits until all is there, or for as long as is honest to wait. */
  void await() throws IOException {
    Kept kept = new Kept(round.platform.database());
    URI url = round.platform.storeUrl();
    StoreRows store =
        url == null ? null : new StoreRows(round.settings.store(), url, round.platform.password());
    long until = System.nanoTime() + PATIENCE.toNanos();
    boolean isDone = false;
    while (!isDone && System.nanoTime() < until) {
      if (factsAt == null && kept.limitFacts() >= expected) {
        factsAt = System.nanoTime();
      }
      if (store != null && rowsAt == null) {
        rows = store.count();
        rowsAt = rows >= expectedRows() ? Long.valueOf(System.nanoTime()) : null;
      }
      for (NationSettings.Peer peer : round.settings.peers().keySet()) {
        if (!peersAt.containsKey(peer) && round.platform.told(peer).size() >= expected) {
          peersAt.put(peer, System.nanoTime());
        }
      }
      isDone =
          factsAt != null
              && (store == null || rowsAt != null)
              && peersAt.size() == round.settings.peers().size();
      LockSupport.parkNanos(isDone ? 0 : LOOK_NANOS);
    }
  }

  private double since(@Nullable Long nanos) {
    return nanos == null ? Double.NaN : (nanos - round.endNanos()) / NANOS;
  }

  /** From the last message until the last expected fact was kept; NaN for not in time. */
  double factsSeconds() {
    return since(factsAt);
  }

  /** From the last message until the store held all readings; NaN for not in time, or no store. */
  double rowsSeconds() {
    return since(rowsAt);
  }

  /** Rows of readings that the store held in the end. */
  long rows() {
    return rows;
  }

  /** The same of a peer and its facts. */
  double peerSeconds(NationSettings.Peer peer) {
    return since(peersAt.get(peer));
  }
}
