package io.minewatch.alerting.drill;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingIds;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is told in an exercise, and when after its start. Refuses a script whose steps are not in
 * the order of time, whose first fact of a point does not open, or that is too long.
 */
public record DrillScript(List<Step> steps) {
  /** Steps of one script. */
  public static final int MOST = 200;

  /** From the first step to the last. */
  public static final Duration LONGEST = Duration.ofHours(8);

  /**
   * The detail of a step that was told after its time, in whole seconds. Absent for one that was
   * told in time.
   */
  public static final String LATE = "late";

  /** Told by no more than this after its time, a step is told in time. */
  private static final Duration IN_TIME = Duration.ofSeconds(2);

  /** The rule that findings of a drill name; it is in no pack. */
  public static final String RULE = "drill";

  /**
   * One fact.
   *
   * @param after the start of the drill
   * @param point of the mine's plan
   * @param value that would be read, in the point's unit
   * @param limit that it would cross
   */
  public record Step(
      Duration after,
      PointId point,
      FindingKind kind,
      Severity severity,
      double value,
      double limit) {}

  public DrillScript {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > MOST) {
      throw new IllegalArgumentException("a drill has 1 to " + MOST + " steps");
    }
    Duration last = Duration.ZERO;
    Set<PointId> open = new HashSet<>();
    for (Step step : steps) {
      if (step.after().compareTo(last) < 0 || step.after().compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("the steps of a drill follow each other within 8 hours");
      }
      boolean opens = step.kind() == FindingKind.OPENED;
      if (opens ? !open.add(step.point()) : !open.contains(step.point())) {
        throw new IllegalArgumentException(
            "the first fact of " + step.point() + " opens, and no other");
      }
      last = step.after();
    }
  }

  /**
   * Refuses points that the mine does not have, a level that no limit of a point has, and a script
   * that leaves one open: its incident could be closed by force only. Kept scripts of before may do
   * so.
   */
  public void check(Plan plan) {
    Map<PointId, FindingKind> last = new LinkedHashMap<>();
    for (Step step : steps) {
      level(plan, point(plan, step.point()), step);
      last.put(step.point(), step.kind());
    }
    last.forEach(
        (point, kind) -> {
          if (kind != FindingKind.CLEARED) {
            throw new IllegalArgumentException("the last fact of " + point + " clears it");
          }
        });
  }

  /** What is practised can happen: nobody is called at a level that the point never reaches. */
  private static void level(Plan plan, PointPlan point, Step step) {
    Set<Severity> levels = new TreeSet<>();
    plan.limits().stream()
        .filter(rule -> point.rules().contains(rule.id()))
        .forEach(rule -> rule.steps().forEach(each -> levels.add(each.severity())));
    if (!levels.isEmpty() && !levels.contains(step.severity())) {
      throw new IllegalArgumentException(
          "the limits of %s have no level %s, they have %s"
              .formatted(point.id(), step.severity(), levels));
    }
  }

  /**
   * The findings that are opened by the first steps.
   *
   * @param told how many steps were told
   */
  public Set<FindingId> opened(String drill, int told, MineCode mine, Instant started) {
    Set<FindingId> ids = new LinkedHashSet<>();
    for (Step step : steps.subList(0, told)) {
      if (step.kind() == FindingKind.OPENED) {
        ids.add(id(drill, mine, step, started));
      }
    }
    return ids;
  }

  private static FindingId id(String drill, MineCode mine, Step opening, Instant started) {
    Instant onset = started.plus(opening.after());
    return FindingIds.of(mine, opening.point().value(), RULE + " " + drill, onset);
  }

  /** The fact that ends a finding because its drill was ended early; nothing was read. */
  public static Finding ended(Finding last, Instant now) {
    Map<String, String> detail = new TreeMap<>(last.detail());
    detail.remove(LATE); // of the step before
    detail.put("ended", "early");
    return new Finding(
        last.id(),
        last.fact() + 1,
        FindingKind.CLEARED,
        last.mine(),
        last.subject(),
        last.zone(),
        last.measure(),
        last.unit(),
        last.check(),
        last.rule(),
        last.severity(),
        last.onset(),
        now,
        now,
        now,
        null,
        last.quality(),
        last.limit(),
        last.peak(),
        last.peakAt(),
        last.planVersion(),
        detail);
  }

  private static PointPlan point(Plan plan, PointId id) {
    return plan.points().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the mine has no point " + id));
  }

  /**
   * The finding of a step, as judging would tell it.
   *
   * @param drill its id, from which the finding has its own
   */
  public Finding finding(String drill, int number, Plan plan, Instant started, Instant now) {
    Step step = steps.get(number);
    PointPlan point = point(plan, step.point());
    List<Step> ofPoint =
        steps.subList(0, number + 1).stream()
            .filter(each -> each.point().equals(step.point()))
            .toList();
    Instant onset = started.plus(ofPoint.get(0).after());
    double peak = ofPoint.stream().mapToDouble(Step::value).max().orElse(step.value());
    return new Finding(
        id(drill, plan.mine(), ofPoint.get(0), started),
        ofPoint.size() - 1,
        step.kind(),
        plan.mine(),
        Subject.of(step.point()),
        point.zone(),
        point.measure(),
        point.measure().unit(),
        Check.LIMIT,
        RULE,
        step.severity(),
        onset,
        now,
        now,
        now,
        step.value(),
        Quality.GOOD,
        step.limit(),
        peak,
        onset,
        plan.version(),
        detail(drill, Duration.between(started.plus(step.after()), now)));
  }

  private static Map<String, String> detail(String drill, Duration overdue) {
    return overdue.compareTo(IN_TIME) > 0
        ? Map.of("drill", drill, LATE, String.valueOf(overdue.toSeconds()))
        : Map.of("drill", drill);
  }
}
