package io.minewatch.judge.mine;

import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import java.util.Arrays;

/**
 * What was last heard of each point, in columns, in the order of the plan. 62 bytes a point. Times
 * are milliseconds since 1970 UTC.
 */
final class PointColumns {
  /** Measured time of the last reading judged. */
  final long[] measured;

  /** When it reached us; before the first, when the point became known. */
  final long[] received;

  /** Its quality. */
  final Quality[] quality;

  /** Which session of which gateway it came from; 0 for none that is watched. */
  final int[] source;

  /** Number of its message within that session, -1 for an unnumbered one. */
  final long[] sequence;

  /** 1 while not heard for too long. */
  final byte[] dark;

  /** The last reading that was a measurement. */
  final double[] trusted;

  final long[] trustedMeasured;
  final long[] trustedReceived;

  /** Its measured time with the jumps of the gateway's clock taken out. */
  final long[] trustedEvent;

  PointColumns(int points, long known) {
    measured = new long[points];
    received = new long[points];
    quality = new Quality[points];
    dark = new byte[points];
    trusted = new double[points];
    trustedMeasured = new long[points];
    trustedReceived = new long[points];
    trustedEvent = new long[points];
    source = new int[points];
    sequence = new long[points];
    Arrays.fill(measured, Freshness.NEVER);
    Arrays.fill(received, known);
    Arrays.fill(quality, Quality.STALE);
    Arrays.fill(trusted, Double.NaN);
  }

  int size() {
    return measured.length;
  }

  boolean wasHeard(int point) {
    return measured[point] != Freshness.NEVER;
  }

  /** Whether the point cannot be relied on to see danger. */
  boolean isBlind(int point) {
    return dark[point] != 0 || (wasHeard(point) && quality[point].blinds());
  }

  void carryOver(int point, PointColumns from, int old) {
    measured[point] = from.measured[old];
    received[point] = from.received[old];
    quality[point] = from.quality[old];
    dark[point] = from.dark[old];
    trusted[point] = from.trusted[old];
    trustedMeasured[point] = from.trustedMeasured[old];
    trustedReceived[point] = from.trustedReceived[old];
    trustedEvent[point] = from.trustedEvent[old];
    source[point] = from.source[old];
    sequence[point] = from.sequence[old];
  }

  void pass(Tape tape) {
    tape.column(measured);
    tape.column(received);
    for (int p = 0; p < quality.length; p++) {
      quality[p] = ofCode(tape.small(code(quality[p])));
    }
    tape.column(dark);
    tape.column(trusted);
    tape.column(trustedMeasured);
    tape.column(trustedReceived);
    tape.column(trustedEvent);
    tape.column(source);
    tape.column(sequence);
  }

  /** What stands on the tape for a quality; never changed, or old memories read wrong. */
  private static byte code(Quality quality) {
    return switch (quality) {
      case GOOD -> 0;
      case CALIBRATION -> 1;
      case OVER_RANGE -> 2;
      case UNDER_RANGE -> 3;
      case SENSOR_FAULT -> 4;
      case DISCONNECTED -> 5;
      case SUBSTATION_FAULT -> 6;
      case NOT_PATROLLED -> 7;
      case PAUSED -> 8;
      case STALE -> 9;
      case SUSPECT -> 10;
      case OFFLINE_GATEWAY -> 11;
    };
  }

  private static Quality ofCode(byte code) {
    for (Quality quality : Quality.values()) {
      if (code(quality) == code) {
        return quality;
      }
    }
    throw new IllegalArgumentException("no quality has the code " + code);
  }
}
