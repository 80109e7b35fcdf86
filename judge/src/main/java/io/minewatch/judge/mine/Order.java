package io.minewatch.judge.mine;

import io.minewatch.judge.feed.GatewayClock;
import io.minewatch.judge.silence.Freshness;

/**
 * Whether a reading comes too late to be judged, because a later one of its point was.
 *
 * <p>What is later, the gateway's numbering says: within a session the higher number, whatever the
 * clock shows, so that a clock put back loses nothing; of two sessions of one mine the one that
 * began later. Only where there are no numbers to compare does measured time decide, and then not
 * against a gateway whose clock is wrong.
 *
 * <p>Late, missing, double: a reading as old as the last one by both is a double. A source that
 * says nothing of a point for {@link GatewayClock#TOLERANCE_MILLIS} holds no other up: what comes
 * then is judged whatever its number and time.
 */
final class Order {
  static final long UNNUMBERED = -1;

  private Order() {}

  /**
   * Compares with the last reading judged of a point.
   *
   * @param source session of the message, 0 for none that is watched
   * @param sequence number within it, or {@link #UNNUMBERED}
   */
  static boolean isLate(
      MineMemory memory, int p, int source, long sequence, long measured, long received) {
    PointColumns points = memory.points;
    if (source == points.source(p) && sequence >= 0 && points.sequence(p) >= 0) {
      return sequence < points.sequence(p)
          || (sequence == points.sequence(p) && measured <= points.measured(p));
    }
    if (!points.wasHeard(p)) {
      return false;
    }
    boolean held = received - points.received(p) <= GatewayClock.TOLERANCE_MILLIS;
    if (sequence >= 0 && points.sequence(p) >= 0 && isSameGateway(memory, source, p)) {
      return held && source < points.source(p);
    }
    return isOlder(memory, p, source, measured, received, held);
  }

  private static boolean isSameGateway(MineMemory memory, int source, int p) {
    return memory.gateways().areOfOne(source, memory.points.source(p));
  }

  private static boolean isOlder(
      MineMemory memory, int p, int source, long measured, long received, boolean held) {
    PointColumns points = memory.points;
    if (measured == points.measured(p)) {
      return true;
    }
    if (measured > points.measured(p)) {
      return false;
    }
    long here = measured;
    long there = points.measured(p);
    if (source != points.source(p)) {
      here -= memory.gateways().clockError(source);
      there -= memory.gateways().clockError(points.source(p));
    }
    return held && Freshness.isLate(here, there, received);
  }
}
