package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
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
 * it opens within this span, and of that subject nothing of the kind opens outside of it.
 *
 * @param from the beginning of the incident
 * @param until when the incident is at its worst, or over
 */
public record Awaited(Check check, Subject subject, Instant from, Instant until) {
  /** What a script that is played once must bring about. */
  public static List<Awaited> of(Plan plan, Script script, Instant start) {
    List<Awaited> all = new ArrayList<>();
    for (Incident incident : script.incidents()) {
      Instant from = start.plus(incident.after());
      if (incident instanceof Incident.Slide slide && isWatched(plan, slide.point())) {
        Subject subject = Subject.of(slide.point());
        all.add(new Awaited(Check.SLOPE, subject, from, from.plus(slide.lasts())));
      } else if (incident instanceof Incident.Freeze freeze) {
        if (standsTooLong(plan, freeze)) {
          Instant until = from.plus(freeze.lasts());
          all.add(new Awaited(Check.FLAT, Subject.of(freeze.point()), from, until));
        }
      } else if (incident instanceof Incident.Drive drive && !isHidden(script, drive)) {
        Instant until = from.plus(drive.within()).plus(drive.hold());
        drains(plan, drive)
            .forEach(subject -> all.add(new Awaited(Check.WATER, subject, from, until)));
        if (changes(plan, drive)) {
          all.add(new Awaited(Check.CHANGE, Subject.of(drive.point()), from, until));
        }
      }
    }
    return all;
  }

  /**
   * Whether a point that declares what it must is frozen for so long that it counts as flat; there
   * must be cause to move all the time. It may have stood still for a while before.
   */
  private static boolean standsTooLong(Plan plan, Incident.Freeze freeze) {
    return plan.points().stream()
        .filter(each -> each.id().equals(freeze.point()))
        .filter(each -> each.sensor().reporting() == Sensor.Reporting.PERIODIC)
        .filter(each -> each.sensor().noiseFloor() > 0)
        .anyMatch(
            each ->
                plan.rulesOf(FlatRule.class).stream()
                    .filter(rule -> each.rules().contains(rule.id()))
                    .anyMatch(rule -> freeze.lasts().compareTo(rule.flatAfter()) > 0));
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

  /** The drainage systems that cannot lift what a drive brings, while it lasts long enough. */
  private static List<Subject> drains(Plan plan, Incident.Drive drive) {
    return plan.rulesOf(DrainRule.class).stream()
        .filter(rule -> rule.inflow().equals(drive.point()))
        .filter(rule -> drive.hold().compareTo(rule.raiseAfter()) > 0)
        .filter(rule -> drive.peak() > rule.share() * lifted(rule))
        .map(rule -> new Subject(Subject.Kind.CONDITION, rule.subject()))
        .toList();
  }

  private static double lifted(DrainRule rule) {
    return rule.pumps().stream()
        .filter(pump -> pump.duty() != DrainRule.Duty.MAINTENANCE)
        .mapToDouble(DrainRule.Pump::rated)
        .sum();
  }

  /**
   * Whether a drive goes beyond the level that is reported before any limit, or is an inflow that
   * is out of the ordinary by twice the share that counts.
   */
  private static boolean changes(Plan plan, Incident.Drive drive) {
    for (PointPlan point : plan.points()) {
      if (point.id().equals(drive.point())) {
        return plan.rulesOf(ChangeRule.class).stream()
            .filter(rule -> point.rules().contains(rule.id()))
            .anyMatch(rule -> reaches(rule, drive) || doubles(plan, rule, drive));
      }
    }
    return false;
  }

  private static boolean reaches(ChangeRule rule, Incident.Drive drive) {
    return rule.level() != null && drive.peak() > rule.level();
  }

  private static boolean doubles(Plan plan, ChangeRule rule, Incident.Drive drive) {
    Double share = rule.share();
    return share != null
        && plan.rulesOf(DrainRule.class).stream()
            .filter(drain -> drain.inflow().equals(drive.point()))
            .map(DrainRule::normal)
            .anyMatch(normal -> normal != null && drive.peak() > normal * (1 + 2 * share));
  }
}
