package io.minewatch.standalone.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.PointId;
import io.minewatch.ingest.oracle.Awaited;
import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is found by kinds of judging whose moment hangs on an estimate: what the script is for, when
 * it happens; and nothing of what nothing happens to.
 */
record OfIncidents(Plan plan, Script script, Judged judged) {
  /** Kinds of judging that find nothing here unless the script is for them. */
  private static final Set<Check> ONLY_IF_AWAITED =
      EnumSet.of(
          Check.SLOPE,
          Check.FLAT,
          Check.CHATTER,
          Check.INTERLOCK,
          Check.COMPOUND,
          Check.REPORTED,
          Check.WARNING);

  /** The same where it does not rain. */
  private static final Set<Check> OF_WATER = EnumSet.of(Check.WATER, Check.TAILINGS);

  /** Kinds that find something of many an incident, and of nothing else. */
  private static final Set<Check> OF_WHAT_HAPPENS =
      EnumSet.of(Check.CHANGE, Check.TREND, Check.PLAUSIBLE);

  void check() {
    List<Awaited> awaited = Awaited.of(plan, script, judged.start);
    for (Awaited each : awaited) {
      assertThat(judged.opened(each.check(), each.subject()))
          .as(each.toString())
          .isNotEmpty()
          .allMatch(at -> !at.isBefore(each.from()) && !at.isAfter(each.until()));
    }
    Set<Check> never = EnumSet.copyOf(ONLY_IF_AWAITED);
    boolean dry = script.incidents().stream().noneMatch(Incident.Rain.class::isInstance);
    if (dry) {
      never.addAll(OF_WATER);
    }
    awaited.forEach(each -> never.remove(each.check()));
    assertThat(judged.findings)
        .as("nothing by what nothing happened to")
        .noneMatch(each -> never.contains(each.check()));
    if (dry) {
      Set<Subject> touched = touched();
      assertThat(judged.findings)
          .filteredOn(each -> OF_WHAT_HAPPENS.contains(each.check()))
          .allMatch(each -> touched.contains(each.subject()));
    }
  }

  /** The points to which the script does something. */
  private Set<Subject> touched() {
    Set<Subject> touched = new HashSet<>();
    for (Incident each : script.incidents()) {
      PointId point = point(each);
      if (point != null) {
        touched.add(Subject.of(point));
      }
    }
    return touched;
  }

  private static @Nullable PointId point(Incident incident) {
    if (incident instanceof Incident.Drive drive) {
      return drive.point();
    }
    if (incident instanceof Incident.Cut cut) {
      return cut.point();
    }
    if (incident instanceof Incident.Mask mask) {
      return mask.point();
    }
    if (incident instanceof Incident.Slide slide) {
      return slide.point();
    }
    return incident instanceof Incident.Freeze freeze ? freeze.point() : null;
  }
}
