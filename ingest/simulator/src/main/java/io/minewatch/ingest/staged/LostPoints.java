package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.script.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Points that are lost while an early warning of them stands (上升中失联): the cable is cut while a
 * drive holds them beyond the level of the warning. What the finding names first is the last
 * reading before the cut; it is over with the first one after.
 *
 * <p>Knows points that are quiet when they are cut, or held at a peak above that level; of a point
 * that is cut on the way up or down it says nothing.
 */
final class LostPoints {
  /** So long after a change all is looked at. */
  private static final Duration SETTLES = Duration.ofSeconds(1);

  private LostPoints() {}

  /** Whether all is known of a point. */
  static boolean areKnown(Stage stage, PointId point) {
    List<Incident.Cut> cuts = cuts(stage, point);
    boolean stirs =
        stage.has(Incident.Disconnect.class)
            || stage.has(Incident.Rain.class)
            || stage.has(Incident.Stand.class)
            || stage.all(Incident.Drive.class).stream()
                .anyMatch(drive -> !drive.point().equals(point));
    boolean blinded =
        stage.all(Incident.Mask.class).stream()
            .anyMatch(mask -> mask.point().equals(point) && mask.quality().blinds());
    boolean untouched = stage.script().incidents().stream().noneMatch(each -> moves(each, point));
    return !stage.has(Incident.Disconnect.class)
        && !blinded
        && (cuts.isEmpty()
            || cuts.stream().allMatch(cut -> isHeldHigh(stage, cut))
            || (untouched && !stirs));
  }

  private static List<Incident.Cut> cuts(Stage stage, PointId point) {
    return stage.all(Incident.Cut.class).stream().filter(cut -> cut.point().equals(point)).toList();
  }

  private static boolean moves(Incident each, PointId point) {
    return (each instanceof Incident.Drive drive && drive.point().equals(point))
        || (each instanceof Incident.Slide slide && slide.point().equals(point))
        || (each instanceof Incident.Mask mask && mask.point().equals(point))
        || (each instanceof Incident.Freeze freeze && freeze.point().equals(point))
        || (each instanceof Incident.Spike spike && spike.point().equals(point));
  }

  /** Whether the point is at a peak above the level of its warning when it is cut. */
  private static boolean isHeldHigh(Stage stage, Incident.Cut cut) {
    for (PointPlan point : stage.plan().points()) {
      ChangeRule rule = stage.ruleOf(point, ChangeRule.class);
      Double level = rule == null ? null : rule.level();
      if (point.id().equals(cut.point()) && level != null) {
        return stage.all(Incident.Drive.class).stream()
            .anyMatch(drive -> drive.peak() > level && holds(drive, point, cut));
      }
    }
    return false;
  }

  /** Whether a drive has been at its peak for more than a reading when the cable is cut. */
  private static boolean holds(Incident.Drive drive, PointPlan point, Incident.Cut cut) {
    Duration peak = drive.after().plus(drive.within());
    return drive.point().equals(cut.point())
        && peak.plus(point.period().multipliedBy(2)).compareTo(cut.after()) < 0
        && cut.after().compareTo(peak.plus(drive.hold())) < 0;
  }

  static List<StagedFact> of(Stage stage) {
    List<StagedFact> all = new ArrayList<>();
    for (PointPlan point : stage.plan().points()) {
      LostRule rule = stage.ruleOf(point, LostRule.class);
      if (rule != null && areKnown(stage, point.id())) {
        Course course =
            new Course(
                Subject.of(point.id()),
                rule.id(),
                rule.severity(),
                new Delays(Duration.ZERO, Duration.ZERO));
        for (Incident.Cut cut : cuts(stage, point.id())) {
          if (isHeldHigh(stage, cut)) {
            cut(stage, point, cut, course);
          }
        }
        all.addAll(course.found());
      }
    }
    return all;
  }

  private static void cut(Stage stage, PointPlan point, Incident.Cut cut, Course course) {
    Instant first = stage.due(stage.begin(cut), point.period());
    Instant last = first.minus(point.period());
    Instant next = stage.due(stage.end(cut), point.period());
    Instant end = next.isBefore(stage.until()) ? next : stage.until();
    Duration dark = stage.plan().silence().darkAfter(point.period()).plus(SETTLES);
    Quality quality = cut.quality();
    boolean lost =
        quality == null ? last.plus(dark).isBefore(end) : quality.blinds() && first.isBefore(end);
    if (lost) {
      course.look(true, last);
      if (next.isBefore(stage.until())) {
        course.look(false, next);
      }
    }
  }
}
