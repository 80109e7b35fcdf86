package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A finding that must come of an incident, by a kind of judging whose moment hangs on an estimate:
 * it opens within this span, and of that point nothing of the kind opens outside of it.
 *
 * @param from the beginning of the incident
 * @param until when the incident is at its worst, or over
 */
public record Awaited(Check check, PointId point, Instant from, Instant until) {
  /** What a script that is played once must bring about. */
  public static List<Awaited> of(Plan plan, Script script, Instant start) {
    List<Awaited> all = new ArrayList<>();
    for (Incident incident : script.incidents()) {
      Instant from = start.plus(incident.after());
      if (incident instanceof Incident.Slide slide && isWatched(plan, slide.point())) {
        all.add(new Awaited(Check.SLOPE, slide.point(), from, from.plus(slide.lasts())));
      } else if (incident instanceof Incident.Drive drive
          && changes(plan, drive)
          && !isHidden(script, drive)) {
        all.add(
            new Awaited(
                Check.CHANGE, drive.point(), from, from.plus(drive.within()).plus(drive.hold())));
      }
    }
    return all;
  }

  /** Whether the probe does not show the truth when the drive begins. */
  private static boolean isHidden(Script script, Incident.Drive drive) {
    return Stream.of(
            script.active(Incident.Mask.class, drive.after()).stream().map(Incident.Mask::point),
            script.active(Incident.Freeze.class, drive.after()).stream()
                .map(Incident.Freeze::point),
            script.active(Incident.Cut.class, drive.after()).stream().map(Incident.Cut::point))
        .flatMap(points -> points)
        .anyMatch(drive.point()::equals);
  }

  private static boolean isWatched(Plan plan, PointId point) {
    for (PointPlan each : plan.points()) {
      if (each.id().equals(point)) {
        return plan.rulesOf(SlopeRule.class).stream()
            .anyMatch(rule -> each.rules().contains(rule.id()));
      }
    }
    return false;
  }

  /** Whether a drive goes beyond the level that is reported before any limit. */
  private static boolean changes(Plan plan, Incident.Drive drive) {
    for (PointPlan point : plan.points()) {
      if (point.id().equals(drive.point())) {
        return plan.rulesOf(ChangeRule.class).stream()
            .filter(rule -> point.rules().contains(rule.id()))
            .anyMatch(rule -> rule.level() != null && drive.peak() > rule.level());
      }
    }
    return false;
  }
}
