package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import java.util.Objects;

/**
 * One step of a limit, for instance the alarm or the cut of a methane triple.
 *
 * @param act what the regulation wants at this value: ALARM (报警), CUT (断电) or WITHDRAW (撤人)
 * @param at reached at this value, in the measure's unit
 * @param severity the colour it is shown and called with
 */
public record Step(Act act, double at, Severity severity) {
  /** What a regulation attaches to a step. */
  public enum Act {
    ALARM("报警"),
    CUT("断电"),
    WITHDRAW("撤人");

    private final String chinese;

    Act(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  public Step {
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(severity, "severity");
    if (!Double.isFinite(at)) {
      throw new IllegalArgumentException("a step needs a finite value, was " + at);
    }
  }
}
