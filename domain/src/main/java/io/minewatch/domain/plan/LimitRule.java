package io.minewatch.domain.plan;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Name;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * An effective limit: steps reached on the way into danger, and one restore value on the way out. A
 * methane triple (报警 / 断电 / 复电) is a rule with the steps ALARM and CUT. Refuses numbers that
 * contradict each other.
 *
 * @param id the same for the same row of the same pack, for ever; part of every finding id
 * @param steps one to four, in the order in which a worsening value reaches them; equal values keep
 *     the milder step first
 * @param restore the excursion ends only when the value is strictly on the safe side of this
 * @param raiseAfter how long a step must be reached before it counts; zero for at once
 * @param clearAfter how long the value must be on the safe side of {@code restore}; zero for at
 *     once
 * @param cutArea what loses power at the cut (断电范围), empty where nothing does
 */
public record LimitRule(
    String id,
    Measure measure,
    Side side,
    List<Step> steps,
    double restore,
    Duration raiseAfter,
    Duration clearAfter,
    String cutArea,
    Source source)
    implements Rule {
  public LimitRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(side, "side");
    steps = List.copyOf(steps);
    Objects.requireNonNull(cutArea, "cutArea");
    Objects.requireNonNull(source, "source");
    if (steps.isEmpty() || steps.size() > 4) {
      throw new IllegalArgumentException("rule " + id + " needs 1 to 4 steps, has " + steps.size());
    }
    for (int i = 1; i < steps.size(); i++) {
      if (side.worse(steps.get(i - 1).at(), steps.get(i).at())) {
        throw new IllegalArgumentException(
            "rule " + id + ": step " + steps.get(i) + " comes before " + steps.get(i - 1));
      }
    }
    if (!Double.isFinite(restore) || side.worse(restore, steps.get(0).at())) {
      throw new IllegalArgumentException(
          "rule " + id + ": restore " + restore + " lies beyond " + steps.get(0).at());
    }
    if (raiseAfter.isNegative() || clearAfter.isNegative()) {
      throw new IllegalArgumentException("rule " + id + ": a delay must not be negative");
    }
  }

  /** The same rule, clearing only after this time on the safe side of {@code restore}. */
  public LimitRule clearingAfter(Duration hold) {
    return new LimitRule(id, measure, side, steps, restore, raiseAfter, hold, cutArea, source);
  }

  /** How many steps the value has reached: 0 for none, {@code steps().size()} for the last. */
  public int reached(double value) {
    int count = 0;
    while (count < steps.size() && side.reached(value, steps.get(count).at())) {
      count++;
    }
    return count;
  }

  /** Whether the value is strictly on the safe side of the restore value. */
  public boolean restored(double value) {
    return side.worse(restore, value);
  }
}
