package io.minewatch.bench.measure;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Cursor;
import io.minewatch.bench.workload.Parcel;
import io.minewatch.bench.workload.Workload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the messages of one run and takes the time. Not shared: one thread calls it. Between
 * warm-up and the timed part, and again at the end, it waits until all that was handed out has been
 * judged, so that no work is left out of the time or carried into it.
 */
public final class Feed {
  /** Waits until everything handed out so far has been judged. */
  public interface Drain {
    /** For a slot that judges before it asks for the next message. */
    Drain NOTHING = periods -> {};

    /**
     * Waits.
     *
     * @param periods of the script that have been handed out whole
     * @throws IllegalStateException if it takes too long: the run is void
     */
    void await(int periods);
  }

  private final Stretch stretch;
  private final Cursor cursor;
  private final Drain drain;
  private boolean timing;
  private long messages;
  private long readings;
  private long fixes;
  private Outcome.Count atStart = new Outcome.Count(0, 0, 0);
  private long cpu;
  private long wall;

  public Feed(Workload workload, Stretch stretch, Drain drain) {
    this.stretch = stretch;
    this.drain = drain;
    this.cursor = workload.messages(0, stretch.allTicks());
  }

  /** The next message, or null when all are handed out and judged. */
  public @Nullable Parcel next() {
    Parcel parcel = cursor.next();
    if (!timing && cursor.tick() >= stretch.warmTicks()) {
      begin();
    }
    if (parcel == null) {
      end();
      return null;
    }
    messages++;
    if (parcel.isPositions()) {
      fixes += parcel.size();
    } else {
      readings += parcel.size();
    }
    return parcel;
  }

  private void begin() {
    drain.await(stretch.warm());
    timing = true;
    atStart = sent();
    wall = System.nanoTime();
    cpu = CpuClock.nanos();
  }

  private void end() {
    drain.await(stretch.periods());
    cpu = CpuClock.nanos() - cpu;
    wall = System.nanoTime() - wall;
  }

  /** All that was handed out. */
  public Outcome.Count sent() {
    return new Outcome.Count(messages, readings, fixes);
  }

  /** What a stretch holds. */
  public static Outcome.Count count(Workload workload, Stretch stretch) {
    Feed feed = new Feed(workload, stretch, Drain.NOTHING);
    while (feed.next() != null) {
      // only counted
    }
    return feed.sent();
  }

  /** The outcome of the run, once {@link #next} has given null. */
  public Outcome outcome(Outcome.Count seen, List<Told> told, Map<String, Integer> underground) {
    Outcome.Count timed =
        new Outcome.Count(
            messages - atStart.messages(), readings - atStart.readings(), fixes - atStart.fixes());
    return new Outcome(seen, timed, cpu, wall, told, underground);
  }
}
