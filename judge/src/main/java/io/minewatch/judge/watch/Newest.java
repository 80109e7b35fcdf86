package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest trusted value of each point that a watch looks at, or that there is none. Times are
 * milliseconds since 1970 UTC.
 *
 * <p>Late, missing, double: late and doubled ones are left out before; a missing one is told as
 * dark, and a reading that blinds makes the value unknown.
 */
public final class Newest {
  private final List<PointId> ids;
  private final List<Measure> measures = new ArrayList<>();
  private final Map<PointId, Integer> places = new HashMap<>();
  private final int[] placeOf;
  private final double[] value;
  private final long[] measured;
  private final long[] event;
  private final long[] received;
  private long lastReceived;

  /** Of these points of the plan; others are left out. */
  public Newest(Plan plan, Collection<PointId> wanted) {
    ids = new ArrayList<>();
    placeOf = new int[plan.points().size()];
    Arrays.fill(placeOf, -1);
    for (int p = 0; p < placeOf.length; p++) {
      PointId id = plan.points().get(p).id();
      if (wanted.contains(id)) {
        placeOf[p] = ids.size();
        places.put(id, ids.size());
        ids.add(id);
        measures.add(plan.points().get(p).measure());
      }
    }
    value = new double[ids.size()];
    measured = new long[ids.size()];
    event = new long[ids.size()];
    received = new long[ids.size()];
    Arrays.fill(value, Double.NaN);
  }

  public boolean watches(int point) {
    return placeOf[point] >= 0;
  }

  public PointId id(int point) {
    return ids.get(placeOf[point]);
  }

  public void see(int point, Sample sample) {
    see(point, sample, sample.value());
  }

  /** The point is heard, and its value is not known. */
  public void lose(int point, Sample sample) {
    see(point, sample, Double.NaN);
  }

  private void see(int point, Sample sample, double known) {
    int place = placeOf[point];
    value[place] = known;
    measured[place] = sample.measured();
    event[place] = sample.event();
    received[place] = sample.received();
    lastReceived = Math.max(lastReceived, sample.received());
  }

  /** The point is not heard. */
  public void lose(int point) {
    value[placeOf[point]] = Double.NaN;
  }

  /** NaN while not known, and for a point that is not watched. */
  public double of(PointId id) {
    Integer place = places.get(id);
    return place == null ? Double.NaN : value[place];
  }

  /** A look by the clock of a point as it runs on now, without numbers. */
  public Look lookNow(PointId id, Quality quality, Told told) {
    Integer place = places.get(id);
    if (place == null || received[place] == 0) {
      return new Look(
          Severity.BLUE, Double.NaN, 0, told.now(), told.now(), told.now(), quality, Map.of());
    }
    long since = told.now() - received[place];
    return new Look(
        Severity.BLUE,
        Double.NaN,
        0,
        event[place] + since,
        measured[place],
        received[place],
        quality,
        Map.of());
  }

  /** Takes over what the plan before knew of the same points, if they measure the same. */
  public void follow(Newest before) {
    for (int place = 0; place < value.length; place++) {
      Integer was = before.places.get(ids.get(place));
      if (was != null && before.measures.get(was) == measures.get(place)) {
        value[place] = before.value[was];
        measured[place] = before.measured[was];
        event[place] = before.event[was];
        received[place] = before.received[was];
        lastReceived = Math.max(lastReceived, received[place]);
      }
    }
  }

  /** Takes over what is known of points that were not watched under the plan before. */
  public void begin(Standing standing) {
    Sample sample = new Sample();
    for (int point = 0; point < placeOf.length; point++) {
      int place = placeOf[point];
      if (place >= 0 && Double.isNaN(value[place]) && standing.newest(point, sample)) {
        see(point, sample);
      }
    }
  }

  /** When the newest of them all reached us, milliseconds since 1970 UTC; 0 before the first. */
  public long received() {
    return lastReceived;
  }

  /** Saves or brings back all. */
  public void pass(Tape tape) {
    tape.column(value);
    tape.column(measured);
    tape.column(event);
    tape.column(received);
    if (tape.isPlaying()) {
      lastReceived = Arrays.stream(received).max().orElse(0);
    }
  }
}
