package io.minewatch.alerting.rules;

import io.minewatch.domain.plan.LimitRule;
import java.util.List;
import java.util.Set;

/**
 * One row of a regulation's table.
 *
 * @param location the location class to which it applies
 * @param mines the mine classes to which it applies, {@code all} for every one
 * @param mark of the source in the project's register
 */
public record LimitRow(
    LimitRule rule,
    String location,
    List<String> mines,
    String name,
    String nameEnglish,
    String cutAreaEnglish,
    String mark) {
  public LimitRow {
    mines = List.copyOf(mines);
  }

  public boolean appliesTo(Set<String> mineClasses) {
    return mines.contains("all") || mines.stream().anyMatch(mineClasses::contains);
  }
}
