package io.minewatch.ingest.script;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a run, in rounds: after {@code round} the script begins anew.
 *
 * @param round zero for a script that is played once
 * @param incidents in any order; they may overlap
 */
public record Script(Duration round, List<Incident> incidents) {
  /** Nothing ever goes wrong. */
  public static final Script QUIET = new Script(Duration.ZERO, List.of());

  public Script {
    incidents = List.copyOf(incidents);
    if (round.isNegative()) {
      throw new IllegalArgumentException("a round is not negative, was " + round);
    }
    for (Incident incident : incidents) {
      Duration end = incident.after().plus(incident.lasts());
      if (!round.isZero() && end.compareTo(round) > 0) {
        throw new IllegalArgumentException(
            incident + " ends " + end + " after the start of a round of " + round);
      }
    }
  }

  /** Which round it is, from 0. */
  public long roundAt(Duration elapsed) {
    return round.isZero() ? 0 : elapsed.dividedBy(round);
  }

  /** Time since the round began. */
  public Duration withinRound(Duration elapsed) {
    return round.isZero() ? elapsed : elapsed.minus(round.multipliedBy(roundAt(elapsed)));
  }

  /** The incidents of one kind that are on at this time since the start. */
  public <T extends Incident> List<T> active(Class<T> kind, Duration elapsed) {
    if (incidents.isEmpty()) {
      return List.of();
    }
    Duration now = withinRound(elapsed);
    List<T> active = new ArrayList<>();
    for (Incident incident : incidents) {
      boolean begun = incident.after().compareTo(now) <= 0;
      if (kind.isInstance(incident)
          && begun
          && now.compareTo(incident.after().plus(incident.lasts())) < 0) {
        active.add(kind.cast(incident));
      }
    }
    return active;
  }

  /** Names what the script speaks of and the plan does not have; empty when they fit. */
  public List<String> unknownTo(Plan plan) {
    Set<PointId> points = new HashSet<>();
    plan.points().stream().map(PointPlan::id).forEach(points::add);
    Set<ZoneId> zones = new HashSet<>();
    plan.zones().stream().map(ZonePlan::id).forEach(zones::add);
    List<String> unknown = new ArrayList<>();
    for (Incident incident : incidents) {
      PointId point = pointOf(incident);
      if (point != null && !points.contains(point)) {
        unknown.add("point " + point);
      }
      ZoneId zone = zoneOf(incident);
      if (zone != null && !zones.contains(zone)) {
        unknown.add("zone " + zone);
      }
    }
    return unknown;
  }

  private static @Nullable ZoneId zoneOf(Incident incident) {
    if (incident instanceof Incident.Crowd crowd) {
      return crowd.zone();
    }
    if (incident instanceof Incident.Pace pace) {
      return pace.zone();
    }
    if (incident instanceof Incident.Copy copy) {
      return copy.zone();
    }
    return incident instanceof Incident.Hang hang ? hang.zone() : null;
  }

  private static @Nullable PointId pointOf(Incident incident) {
    if (incident instanceof Incident.Drive drive) {
      return drive.point();
    }
    if (incident instanceof Incident.Cut cut) {
      return cut.point();
    }
    if (incident instanceof Incident.Freeze freeze) {
      return freeze.point();
    }
    if (incident instanceof Incident.Slide slide) {
      return slide.point();
    }
    if (incident instanceof Incident.Spike spike) {
      return spike.point();
    }
    return incident instanceof Incident.Mask mask ? mask.point() : null;
  }
}
