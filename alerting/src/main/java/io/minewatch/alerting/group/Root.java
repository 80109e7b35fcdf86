package io.minewatch.alerting.group;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.PointId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the line to the mine a lost or doubtful signal is lost: at a gateway, a substation, or
 * at the point itself. Who blinds others stands above them.
 */
final class Root {
  private final Map<PointId, String> substations = new HashMap<>();

  /** Details by which a room of judging may name what stands above a point. */
  private static final String GATEWAY = "gateway";

  private static final String SUBSTATION = "substation";

  Root(@Nullable Plan plan) {
    if (plan != null) {
      for (PointPlan each : plan.points()) {
        substations.put(each.id(), each.sensor().substation());
      }
    }
  }

  /**
   * The finding's own subject and all that it hangs on; empty for what is no matter of the line.
   */
  Set<Subject> of(Finding finding) {
    Set<Subject> line = new LinkedHashSet<>();
    if (finding.hazard() != Hazard.FEED) {
      return line;
    }
    line.add(finding.subject());
    above(line, Subject.Kind.GATEWAY, finding.detail().get(GATEWAY));
    above(line, Subject.Kind.SUBSTATION, finding.detail().get(SUBSTATION));
    PointId point = finding.point();
    if (point != null) {
      above(line, Subject.Kind.SUBSTATION, substations.get(point));
    }
    return line;
  }

  private static void above(Set<Subject> line, Subject.Kind kind, @Nullable String id) {
    if (id != null && !id.isBlank()) {
      line.add(new Subject(kind, id));
    }
  }
}
