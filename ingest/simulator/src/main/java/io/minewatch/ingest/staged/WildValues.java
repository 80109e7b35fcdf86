package io.minewatch.ingest.staged;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.ingest.script.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that are doubted (数据存疑): each reading of a spike, once the gate has learnt what is usual;
 * over when all was trusted for the time of the rule.
 *
 * <p>Knows spikes that do not last until they are taken for the new normal, in a mine in which else
 * only people do something.
 */
final class WildValues {
  private WildValues() {}

  /** Whether nothing but a spike can make a value jump. */
  static boolean areKnown(Stage stage) {
    return stage.script().incidents().stream()
        .allMatch(
            each ->
                each instanceof Incident.Spike
                    || each instanceof Incident.Cut
                    || each instanceof Incident.Absent
                    || each instanceof Incident.Distress
                    || each instanceof Incident.Crowd
                    || each instanceof Incident.Hush
                    || each instanceof Incident.Linger
                    || each instanceof Incident.Pace
                    || each instanceof Incident.Carry
                    || each instanceof Incident.Copy
                    || each instanceof Incident.Hang);
  }

  /** Whether all is known of one point too: after a cut it may be anywhere. */
  static boolean areKnown(Stage stage, Subject point) {
    return areKnown(stage)
        && stage.all(Incident.Cut.class).stream()
            .noneMatch(cut -> Subject.of(cut.point()).equals(point));
  }

  static List<StagedFact> of(Stage stage) {
    List<StagedFact> all = new ArrayList<>();
    for (PointPlan point : stage.plan().points()) {
      PlausibleRule rule = stage.ruleOf(point, PlausibleRule.class);
      if (rule != null && areKnown(stage, Subject.of(point.id()))) {
        all.addAll(found(stage, point, rule));
      }
    }
    return all;
  }

  private static List<StagedFact> found(Stage stage, PointPlan point, PlausibleRule rule) {
    List<Incident.Spike> spikes =
        stage.all(Incident.Spike.class).stream()
            .filter(spike -> spike.point().equals(point.id()))
            .toList();
    for (Incident.Spike spike : spikes) {
      if (spike.lasts().dividedBy(point.period()) >= rule.settle()) {
        throw new IllegalArgumentException(spike + " lasts until it is taken for the new normal");
      }
    }
    Delays delays = new Delays(Duration.ZERO, rule.clearAfter());
    Course course = new Course(Subject.of(point.id()), rule.id(), rule.severity(), delays);
    Instant read = stage.start();
    for (int before = 0; read.isBefore(stage.until()); before++) {
      Instant now = read;
      boolean wild = before > rule.learn() && spikes.stream().anyMatch(s -> stage.isOn(s, now));
      course.look(wild, now);
      read = read.plus(point.period());
    }
    return course.found();
  }
}
