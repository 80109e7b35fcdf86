package io.minewatch.bench.script;

import io.minewatch.domain.plan.LimitRule;
import org.jspecify.annotations.Nullable;

/**
 * One scenario at one point. It comes again in every period of the script.
 *
 * @param rule that it is about
 * @param cycle in which it begins, counted from the start of the period
 * @param skewMillis how far the clock of the point's gateway is ahead
 */
public record Fault(
    String mine,
    String point,
    PointKind kind,
    LimitRule rule,
    int cycle,
    Scenario scenario,
    long skewMillis) {
  public Fault {
    if (rule.steps().size() < scenario.steps()) {
      throw new IllegalArgumentException(scenario + " needs more steps than " + rule.id());
    }
    if (cycle < 1 || cycle + scenario.beats().size() > Calendar.PERIOD_CYCLES) {
      throw new IllegalArgumentException("a fault lies within one period, began at " + cycle);
    }
  }

  /** Which beat is played in this cycle of the period; null before and after. */
  public Scenario.@Nullable Beat beat(int cycleOfPeriod) {
    int beat = cycleOfPeriod - cycle;
    return beat < 0 || beat >= scenario.beats().size() ? null : scenario.beats().get(beat);
  }

  /** The value of a beat in hundredths of the measure's unit. */
  public int value(Scenario.Beat beat) {
    return switch (beat.level()) {
      case SAFE -> kind.mean();
      case HELD -> hundredths(rule.restore());
      case FIRST -> hundredths(rule.steps().get(0).at());
      case LAST -> hundredths(rule.steps().get(rule.steps().size() - 1).at());
      case NONE -> 0;
    };
  }

  private static int hundredths(double value) {
    return (int) Math.round(value * 100);
  }

  /** How many cycles after its first safe reading the excursion is over. */
  public int clearsAfterCycles(Pace pace) {
    long delay = rule.clearAfter().toMillis();
    return (int) ((delay + pace.cycleMillis() - 1) / pace.cycleMillis());
  }
}
