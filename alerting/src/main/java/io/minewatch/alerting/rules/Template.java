package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Source;
import java.util.List;
import java.util.Set;

/**
 * A row of a pack that becomes a rule only with what a mine says itself: which points, which pumps,
 * which doors.
 *
 * @param id of the row; the rule of a mine is called {@code id.name}
 * @param section of the pack in which it stands
 * @param mines the mine classes to which it applies; empty for all
 * @param value its numbers, as a person reads them
 * @param mark of the source in the project's register
 */
public record Template(
    String id,
    String section,
    String name,
    String nameEnglish,
    Set<String> mines,
    String value,
    Source source,
    String mark,
    Maker maker) {
  /** Makes the rules of a mine from its row. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Makes them.
     *
     * @param id of the rule that is made
     * @throws IllegalArgumentException for what a rule refuses
     */
    List<Rule> make(Fields mine, String id);
  }

  public Template {
    mines = Set.copyOf(mines);
  }

  public boolean appliesTo(Set<String> mineClasses) {
    return mines.isEmpty() || mines.stream().anyMatch(mineClasses::contains);
  }
}
