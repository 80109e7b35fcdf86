package io.minewatch.ingest.simulator;

import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The script's drives while they run. They are the one kind of incident whose end may depend on
 * people: the hold ends early when an order has emptied the place.
 */
final class DriveCourse {
  /** Whether people are where a point is. */
  enum Ground {
    AT_WORK,
    EMPTIED
  }

  private final Script script;
  private final Map<Incident.Drive, Fall> falls = new HashMap<>();
  private final Map<PointId, Drive> now = new HashMap<>();

  /** When a value began to fall, within one round. */
  private record Fall(long round, Duration from) {}

  DriveCourse(Script script) {
    this.script = script;
  }

  /** How far the point is driven after the last {@link #step}. */
  Drive of(PointId point) {
    return now.getOrDefault(point, Drive.NONE);
  }

  /** Of several drives of one point the strongest counts. */
  void step(PointPlan point, Duration elapsed, Ground ground) {
    if (script.incidents().isEmpty()) {
      return;
    }
    Drive strongest = Drive.NONE;
    for (Incident.Drive drive : script.active(Incident.Drive.class, elapsed)) {
      if (drive.point().equals(point.id())) {
        double level = level(drive, elapsed, ground);
        strongest = level > strongest.level() ? new Drive(level, drive.peak()) : strongest;
      }
    }
    now.put(point.id(), strongest);
  }

  private double level(Incident.Drive drive, Duration elapsed, Ground ground) {
    long round = script.roundAt(elapsed);
    Duration since = script.withinRound(elapsed).minus(drive.after());
    Fall fall = fall(drive, round, since, ground);
    if (fall != null) {
      return Math.max(0, 1 - share(since.minus(fall.from()), drive.fall()));
    }
    return Math.min(1, share(since, drive.within()));
  }

  private @Nullable Fall fall(Incident.Drive drive, long round, Duration since, Ground ground) {
    Fall known = falls.get(drive);
    if (known != null && known.round() == round) {
      return known;
    }
    boolean atPeak = since.compareTo(drive.within()) >= 0;
    boolean heldLongEnough = since.compareTo(drive.within().plus(drive.hold())) >= 0;
    boolean released = drive.until() == Incident.Until.WITHDRAWN && ground == Ground.EMPTIED;
    if (heldLongEnough || (atPeak && released)) {
      Fall fall = new Fall(round, since);
      falls.put(drive, fall);
      return fall;
    }
    return null;
  }

  private static double share(Duration part, Duration whole) {
    return whole.isZero() ? 1 : (double) part.toNanos() / whole.toNanos();
  }
}
