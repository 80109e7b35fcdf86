package io.minewatch.judge.mine;

import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.column.Flags;
import io.minewatch.judge.column.Places;
import io.minewatch.judge.column.Wholes;
import io.minewatch.judge.silence.Freshness;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Sample;
import java.util.Arrays;

/**
 * What was last heard of each point, in columns, in the order of the plan. 30 bytes a point, and 16
 * and more for one whose last reading was no measurement: of all others the last reading is the
 * last trusted one. Times are milliseconds since 1970 UTC.
 */
final class PointColumns {
  private static final Quality[] BY_CODE = byCode();

  private final Wholes measured;

  private final Wholes received;
  private final byte[] quality;
  private final int[] source;
  private final Wholes sequence;
  private final Flags dark;
  private final double[] trusted;
  private final Wholes trustedEvent;

  /**
   * Which points told something since that is no measurement; by place, when they last measured.
   */
  private final Places apart;

  private long[] trustedMeasured = {};
  private long[] trustedReceived = {};

  PointColumns(int points, long known) {
    measured = new Wholes(points);
    received = new Wholes(points, known);
    quality = new byte[points];
    dark = new Flags(points);
    trusted = new double[points];
    trustedEvent = new Wholes(points);
    apart = new Places(points);
    source = new int[points];
    sequence = new Wholes(points, 0);
    Arrays.fill(quality, code(Quality.STALE));
    Arrays.fill(trusted, Double.NaN);
  }

  int size() {
    return quality.length;
  }

  /** Measured time of the last reading judged, {@link Freshness#NEVER} before the first. */
  long measured(int point) {
    return measured.get(point);
  }

  /** When it reached us; before the first, when the point became known. */
  long received(int point) {
    return received.get(point);
  }

  /** Its quality. */
  Quality quality(int point) {
    return BY_CODE[quality[point]];
  }

  /** Which session of which gateway it came from; 0 for none that is watched. */
  int source(int point) {
    return source[point];
  }

  /** Number of its message within that session, -1 for an unnumbered one. */
  long sequence(int point) {
    return sequence.get(point);
  }

  /** Whether not heard for too long. */
  boolean isDark(int point) {
    return dark.get(point);
  }

  void darken(int point) {
    dark.set(point);
  }

  void lighten(int point) {
    dark.clear(point);
  }

  boolean wasHeard(int point) {
    return measured.get(point) != Freshness.NEVER;
  }

  /** The value of the last reading that was a measurement, NaN before the first. */
  double trusted(int point) {
    return trusted[point];
  }

  /** Its measured time with the jumps of the gateway's clock taken out; 0 before the first. */
  long trustedEvent(int point) {
    long event = trustedEvent.get(point);
    return event == Wholes.NEVER ? 0 : event;
  }

  /** When it reached us; 0 before the first. */
  long trustedReceived(int point) {
    int place = apart.of(point);
    if (place >= 0) {
      return trustedReceived[place];
    }
    return wasHeard(point) ? received.get(point) : 0;
  }

  private long trustedMeasured(int point) {
    int place = apart.of(point);
    if (place >= 0) {
      return trustedMeasured[place];
    }
    return wasHeard(point) ? measured.get(point) : 0;
  }

  /** Whether the last reading is the one that is trusted. */
  boolean isTrusted(int point) {
    return wasHeard(point) && !apart.has(point);
  }

  /** Fills in the last reading that was a measurement, said to be of this quality now. */
  void trusted(int point, Quality now, Sample into) {
    into.set(trusted[point], trustedMeasured(point), trustedReceived(point), now)
        .at(trustedEvent(point));
  }

  /** Takes note from where a reading comes that is judged. */
  void from(int point, int session, long number) {
    source[point] = session;
    sequence.set(point, number);
  }

  /** Takes note of a reading that is a measurement. */
  void take(int point, Sample sample) {
    trusted[point] = sample.value();
    trustedEvent.set(point, sample.event());
    apart.give(point);
    last(point, sample);
  }

  /** Takes note of a reading that is none: the last one that was stays what is trusted. */
  void takeNoMeasurement(int point, Sample sample) {
    apart(point, trustedMeasured(point), trustedReceived(point));
    last(point, sample);
  }

  private void last(int point, Sample sample) {
    measured.set(point, sample.measured());
    received.set(point, sample.received());
    quality[point] = code(sample.quality());
  }

  private void apart(int point, long measuredThen, long receivedThen) {
    int place = apart.take(point);
    if (place >= trustedMeasured.length) {
      int length = Math.max(4, apart.length() * 2);
      trustedMeasured = Arrays.copyOf(trustedMeasured, length);
      trustedReceived = Arrays.copyOf(trustedReceived, length);
    }
    trustedMeasured[place] = measuredThen;
    trustedReceived[place] = receivedThen;
  }

  /** Whether the point cannot be relied on to see danger. */
  boolean isBlind(int point) {
    return isDark(point) || (wasHeard(point) && quality(point).blinds());
  }

  void carryOver(int point, PointColumns from, int old) {
    measured.set(point, from.measured.get(old));
    received.set(point, from.received.get(old));
    quality[point] = from.quality[old];
    dark.carry(point, from.dark, old);
    trusted[point] = from.trusted[old];
    trustedEvent.set(point, from.trustedEvent.get(old));
    if (from.apart.has(old)) {
      apart(point, from.trustedMeasured(old), from.trustedReceived(old));
    }
    source[point] = from.source[old];
    sequence.set(point, from.sequence.get(old));
  }

  void pass(Tape tape) {
    measured.pass(tape);
    received.pass(tape);
    tape.column(quality);
    dark.pass(tape);
    tape.column(trusted);
    trustedEvent.pass(tape);
    apart.pass(tape, point -> passApart(tape, point));
    tape.column(source);
    sequence.pass(tape);
  }

  private void passApart(Tape tape, int point) {
    if (tape.isPlaying()) {
      apart(point, tape.whole(0L), tape.whole(0L));
    } else {
      int place = apart.of(point);
      tape.whole(trustedMeasured[place]);
      tape.whole(trustedReceived[place]);
    }
  }

  /**
   * What is kept and stands on the tape for a quality; never changed, or old memories read wrong.
   */
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

  private static Quality[] byCode() {
    Quality[] all = new Quality[Quality.values().length];
    for (Quality quality : Quality.values()) {
      all[code(quality)] = quality;
    }
    return all;
  }
}
