package io.minewatch.ingest.mqtt;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a link has done since it was opened. Counters only grow.
 *
 * @param received messages that the broker delivered, repeated ones included
 * @param acknowledged messages acknowledged to the broker
 * @param staleAcks acknowledgements dropped because their connection was gone
 * @param published messages confirmed by the broker
 * @param refused messages that the broker refused
 * @param resent messages sent again on a new connection
 * @param connects connections made
 * @param losses connections lost, and tries that failed
 * @param sessionsLost connections on which the broker knew nothing of a session we had
 * @param takenOver times that another client took our client id
 * @param listenerErrors times that the listener threw
 * @param unacknowledged received on this connection and not yet acknowledged
 * @param unconfirmed waiting to be sent or confirmed
 */
public record LinkStats(
    long received,
    long acknowledged,
    long staleAcks,
    long published,
    long refused,
    long resent,
    long connects,
    long losses,
    long sessionsLost,
    long takenOver,
    long listenerErrors,
    long unacknowledged,
    long unconfirmed) {

  /** Connections after the first. */
  public long reconnects() {
    return Math.max(0, connects - 1);
  }

  /** The counters behind the numbers; safe to count from any thread. */
  static final class Counters {
    final LongAdder received = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final LongAdder staleAcks = new LongAdder();
    final LongAdder published = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder resent = new LongAdder();
    final LongAdder connects = new LongAdder();
    final LongAdder losses = new LongAdder();
    final LongAdder sessionsLost = new LongAdder();
    final LongAdder takenOver = new LongAdder();
    final LongAdder listenerErrors = new LongAdder();

    LinkStats read(long unacknowledged, long unconfirmed) {
      return new LinkStats(
          received.sum(),
          acknowledged.sum(),
          staleAcks.sum(),
          published.sum(),
          refused.sum(),
          resent.sum(),
          connects.sum(),
          losses.sum(),
          sessionsLost.sum(),
          takenOver.sum(),
          listenerErrors.sum(),
          unacknowledged,
          unconfirmed);
    }
  }
}
