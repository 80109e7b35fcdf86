package io.minewatch.jobs.root;

import io.minewatch.domain.feed.KeptRoots;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.root.RootSum;
import io.minewatch.series.root.Sealer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What was written of one mine, summed up by hour of measured time and measure. Of constant size
 * for each hour, and only so many hours are kept.
 *
 * <p><em>Late, missing, double</em>: a late reading of an hour that is kept is added and the hour
 * told again, of an older one it is counted as behind; a reading that tells a time anew is added
 * and marked, because it may be there already.
 */
public final class Roots {
  /** How long after its end an hour still takes readings. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** How long after its end an hour is told, once what is on its way has come. */
  static final Duration LATENESS = Duration.ofMinutes(5);

  /** How long after its end, and after its last reading, an hour is still told. */
  static final Duration TOLD = Duration.ofHours(3);

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final NavigableMap<Long, HourSums> hours = new TreeMap<>();

  /** What marks the hours that nobody else holds. */
  private Object owns = new Object();

  private String key = "";
  private long since;

  /** The latest time at which a reading reached us. */
  private long latest;

  /**
   * Begins, or begins anew where another key was used before.
   *
   * @param newest the latest time that any point has told before: a clock that is ahead has written
   *     to hours that are yet to come
   */
  public void begin(String keyId, long received, LongSupplier newest) {
    if (!key.equals(keyId)) {
      key = keyId;
      since = Math.max(received, newest.getAsLong());
      hours.clear();
    }
    latest = Math.max(latest, received);
    hours.headMap(oldest()).clear();
  }

  private long oldest() {
    return hourOf(latest - KEPT.toMillis()) - HOUR;
  }

  /** What becomes of a reading. */
  public enum Taken {
    ADDED,
    /** Its hour began before the counting did, and is not told. */
    BEFORE,
    /** Its hour is not kept any more. */
    BEHIND
  }

  /** Whether readings of that time are added. */
  public Taken take(long measured) {
    long hour = hourOf(measured);
    if (hour < since) {
      return Taken.BEFORE;
    }
    return hour < oldest() ? Taken.BEHIND : Taken.ADDED;
  }

  /** The sum to which a reading is to be added that {@link #take} takes. */
  public RootSum of(Measure measure, long measured) {
    long begin = hourOf(measured);
    HourSums hour = hours.get(begin);
    if (hour == null || hour.owner != owns) {
      hour = hour == null ? new HourSums(owns) : hour.copy(owns);
      hours.put(begin, hour);
    }
    hour.changed = latest;
    return hour.sums.computeIfAbsent(measure, m -> new RootSum());
  }

  private static long hourOf(long measured) {
    return measured - Math.floorMod(measured, HOUR);
  }

  /** What is told of the hours that are over. */
  KeptRoots told(MineCode mine, Instant at, Sealer sealer) {
    long now = at.toEpochMilli();
    List<KeptRoots.Hour> told = new ArrayList<>();
    hours.forEach(
        (begin, hour) -> {
          long last = Math.max(hour.changed, begin + HOUR);
          if (begin + HOUR + LATENESS.toMillis() <= now && last + TOLD.toMillis() >= now) {
            told.add(hour.told(mine.value(), Instant.ofEpochMilli(begin), sealer));
          }
        });
    return new KeptRoots(mine, at, Instant.ofEpochMilli(since), key, told);
  }

  /** The same, sharing only what neither changes. */
  public Roots copy() {
    Roots copy = new Roots();
    copy.key = key;
    copy.since = since;
    copy.latest = latest;
    copy.hours.putAll(hours);
    owns = new Object(); // neither owns what both hold: who adds to it copies it first
    return copy;
  }

  /** Saves or brings back all. */
  public Roots pass(Tape tape) {
    key = tape.text(key);
    since = tape.whole(since);
    latest = tape.whole(latest);
    List<Map.Entry<Long, HourSums>> passed =
        tape.list(
            hours.entrySet(),
            each -> {
              tape.whole(each.getKey().longValue());
              each.getValue().record(tape);
              return each;
            },
            played -> Map.entry(played.whole(0L), HourSums.play(played, owns)));
    if (tape.isPlaying()) {
      hours.clear();
      passed.forEach(each -> hours.put(each.getKey(), each.getValue()));
    }
    return this;
  }
}
