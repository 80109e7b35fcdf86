package io.minewatch.jobs.window;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.series.note.Statistic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the points of one mine, and the pieces of their windows that wait to be
 * written.
 *
 * <p>A piece is written only when a checkpoint holds it as closed: after a failure it is then
 * written again, the same under the same number, and not a part of it beside another part. So what
 * is read is neither lost nor doubled, whatever the timers did in between.
 *
 * <p>Late, missing, double: a late reading makes another piece of its window; a reading that says
 * the newest once more is counted once; of a doubled message the caller knows.
 */
public final class Points {
  /** Points of a mine that are remembered; of one more each reading is in doubt, none counted. */
  static final int MOST = 20_000;

  /** Pieces of a mine that wait; of more the oldest is written without waiting. */
  static final int MOST_WAITING = 60_000;

  /** How long a window waits for more once nothing comes: as long as it is. */
  private static final long PATIENCE = Statistic.WINDOW.toMillis();

  private final HashMap<String, PointMemory> points = new HashMap<>();
  private final Deque<Closed> waiting = new ArrayDeque<>();

  /** One for all readings, which are many. */
  private final Consumer<Closed> waits = this::await;

  private long begun;

  /** Where a reading that was just seen is to be kept. */
  public enum Place {
    /** At its time: none of its point was as late. */
    OWN,
    /** At its time, where the newest of its point says the same: it is there already. */
    SAME,
    /** Beside it: another may be there. */
    BESIDE
  }

  /** A reading, in the measure's own unit, with when it was measured and when it reached us. */
  public record Told(double value, Quality quality, long measured, long received) {}

  /**
   * Takes a reading.
   *
   * @param measure by which it is counted, null to count it nowhere
   * @param checkpoint the last one that was begun
   */
  public Place take(String point, @Nullable Measure measure, Told told, long checkpoint) {
    PointMemory memory = points.get(point);
    if (memory == null) {
      if (points.size() == MOST) {
        return Place.BESIDE;
      }
      // Apart from what was numbered before the memory was lost, as far as times tell.
      memory = new PointMemory(point, (int) Math.floorMod(told.received(), 900_000L));
      points.put(point, memory);
    }
    PointMemory.Seen seen = memory.see(measure, told.value(), told.quality(), told.measured());
    if (measure != null && seen != PointMemory.Seen.SAME) {
      begun = checkpoint;
      memory.add(measure, told, waits);
    }
    return switch (seen) {
      case NEW -> Place.OWN;
      case SAME -> Place.SAME;
      case DOUBTFUL -> Place.BESIDE;
    };
  }

  /** The latest measured time that any point has told, {@link Long#MIN_VALUE} if none has. */
  public long newest() {
    long newest = Long.MIN_VALUE;
    for (PointMemory point : points.values()) {
      newest = Math.max(newest, point.newest());
    }
    return newest;
  }

  private void await(Closed closed) {
    closed.after(begun);
    waiting.add(closed);
  }

  /** Closes the windows of points of which nothing comes any more. */
  public void closeIdle(long now, long checkpoint) {
    begun = checkpoint;
    points.values().forEach(point -> point.closeIdle(now - PATIENCE, waits));
  }

  /**
   * Takes away the pieces that may be written now.
   *
   * @param completed the last checkpoint that has completed
   */
  public List<Closed> due(long completed) {
    return due(completed, Integer.MAX_VALUE);
  }

  /**
   * The same, of what waits for a checkpoint.
   *
   * @param most how many; the rest is due later
   */
  public List<Closed> due(long completed, int most) {
    List<Closed> due = new ArrayList<>();
    while (!waiting.isEmpty()
        && ((waiting.getFirst().after() < completed && due.size() < most)
            || waiting.size() > MOST_WAITING)) {
      due.add(waiting.removeFirst());
    }
    return due;
  }

  /** Where there are many, forgets points that are not kept any more and of which nothing waits. */
  public void forget(Predicate<String> kept) {
    if (points.size() <= MOST / 2) {
      return; // the newest reading of a stranger is worth keeping
    }
    points.values().removeIf(point -> point.isIdle() && !kept.test(point.point()));
  }

  /** The same memory, sharing nothing that changes. */
  public Points copy() {
    Points copy = new Points();
    points.forEach((name, point) -> copy.points.put(name, point.copy()));
    copy.waiting.addAll(waiting); // closed pieces change no more
    return copy;
  }

  /** Saves or brings back all. */
  public Points pass(Tape tape) {
    List<PointMemory> passed =
        tape.list(points.values(), point -> point.record(tape), PointMemory::play);
    List<Closed> waited = tape.list(waiting, closed -> closed.record(tape), Closed::play);
    if (tape.isPlaying()) {
      points.clear();
      passed.forEach(point -> points.put(point.point(), point));
      waiting.clear();
      waiting.addAll(waited);
    }
    return this;
  }
}
