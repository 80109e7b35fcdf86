package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long a water level still takes to a mark that it must not reach: a sump that fills, a flood
 * that nears the shaft mouth. Judged by how the level itself rises, whatever the pumps say.
 *
 * @param level the point
 * @param full the mark, in metres as the point measures
 * @param steps longest time first, each shorter and worse than the one before; the mark itself is
 *     the last of them
 * @param window over which the rise is taken
 * @param noise standard deviation of one reading in metres
 * @param significance how many standard errors a rise must stand out
 * @param raiseAfter how long it must last before it counts
 * @param clearAfter how long it must be over
 */
public record LevelRule(
    String id,
    String name,
    String nameEnglish,
    ZoneId zone,
    PointId level,
    double full,
    List<Step> steps,
    Duration window,
    double noise,
    double significance,
    Duration raiseAfter,
    Duration clearAfter,
    Source source)
    implements Rule {
  /**
   * One step.
   *
   * @param hours at most so many are left
   */
  public record Step(double hours, Severity severity) {
    public Step {
      Objects.requireNonNull(severity, "severity");
      if (!(hours >= 0) || Double.isInfinite(hours)) {
        throw new IllegalArgumentException("hours are not negative, were " + hours);
      }
    }
  }

  public LevelRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(source, "source");
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !Double.isFinite(full) || !(noise > 0 && significance > 0)) {
      throw new IllegalArgumentException(
          "rule " + id + " needs a step, a mark, a noise and a significance");
    }
    for (int i = 1; i < steps.size(); i++) {
      Step milder = steps.get(i - 1);
      if (!(steps.get(i).hours() < milder.hours())
          || steps.get(i).severity().compareTo(milder.severity()) <= 0) {
        throw new IllegalArgumentException(
            "rule " + id + ": " + steps.get(i) + " must be sooner and worse than " + milder);
      }
    }
    if (window.isNegative()
        || window.isZero()
        || raiseAfter.isNegative()
        || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a time must not be negative");
    }
  }

  /** How many steps are reached with so many hours left; 0 also where that is not known. */
  public int reached(double hoursLeft) {
    int count = 0;
    while (count < steps.size() && hoursLeft <= steps.get(count).hours()) {
      count++;
    }
    return count;
  }

  @Override
  public List<PointId> points() {
    return List.of(level);
  }
}
