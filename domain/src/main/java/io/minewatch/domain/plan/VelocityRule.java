package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Name;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Velocities at which a slope changes colour: of its appraisal (滑坡危险性鉴定), or a reference value of a
 * standard's commentary, which advises and is no law. Judged with the velocity of the point's
 * {@link SlopeRule}.
 *
 * @param steps mildest first, each faster than the one before
 * @param clearAfter how long it must be slower than the first before it is over
 */
public record VelocityRule(
    String id,
    String name,
    String nameEnglish,
    List<Step> steps,
    Duration clearAfter,
    Source source)
    implements Rule {
  /**
   * One step.
   *
   * @param at mm a day
   */
  public record Step(double at, Severity severity) {
    public Step {
      Objects.requireNonNull(severity, "severity");
      if (!(at > 0) || Double.isInfinite(at)) {
        throw new IllegalArgumentException("a velocity is above 0 mm/d, was " + at);
      }
    }
  }

  public VelocityRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(source, "source");
    steps = List.copyOf(steps);
    if (steps.isEmpty() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + " needs a step, and no negative delay");
    }
    for (int i = 1; i < steps.size(); i++) {
      Step milder = steps.get(i - 1);
      if (!(steps.get(i).at() > milder.at())
          || steps.get(i).severity().compareTo(milder.severity()) <= 0) {
        throw new IllegalArgumentException(
            "rule " + id + ": " + steps.get(i) + " must be faster and worse than " + milder);
      }
    }
  }

  /** How many steps a velocity in mm a day has reached; 0 also for one that is not known. */
  public int reached(double velocity) {
    int count = 0;
    while (count < steps.size() && velocity >= steps.get(count).at()) {
      count++;
    }
    return count;
  }
}
