package io.minewatch.alerting.rules;

import io.minewatch.domain.plan.LimitRule;
import java.util.Set;

/**
 * One row of a regulation's table.
 *
 * @param location the location class to which it applies
 * @param mines the mine classes to which it applies
 * @param mark of the source in the project's register
 */
public record LimitRow(
    LimitRule rule,
    String location,
    Set<String> mines,
    String name,
    String nameEnglish,
    String cutAreaEnglish,
    String mark) {
  public LimitRow {
    mines = Set.copyOf(mines);
  }

  public boolean appliesTo(Set<String> mineClasses) {
    return mines.stream().anyMatch(mineClasses::contains);
  }
}
