package io.minewatch.alerting.rules;

import io.minewatch.domain.plan.Rule;
import java.util.Set;

/**
 * One row of a pack that is about a mine as a whole.
 *
 * @param section of the pack in which it stands
 * @param mines the mine classes to which it applies; empty for all
 * @param value its numbers, as a person reads them
 * @param mark of the source in the project's register
 */
public record RuleRow(Rule rule, String section, Set<String> mines, String value, String mark) {
  public RuleRow {
    mines = Set.copyOf(mines);
  }

  public boolean appliesTo(Set<String> mineClasses) {
    return mines.isEmpty() || mines.stream().anyMatch(mineClasses::contains);
  }
}
