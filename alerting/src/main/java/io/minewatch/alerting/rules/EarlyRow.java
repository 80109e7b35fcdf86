package io.minewatch.alerting.rules;

import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.reading.Measure;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of early warning or of maintenance: which points it is about, and how they are judged.
 *
 * @param measures of the points; empty for those that the rule itself is about
 * @param mines classes of mines; empty for all
 * @param locations classes of places; empty for all
 * @param value its numbers in words
 * @param mark of the source in the project's register
 */
public record EarlyRow(
    PointRule rule,
    Set<Measure> measures,
    Set<String> mines,
    Set<String> locations,
    String value,
    String mark) {
  public EarlyRow {
    measures = Set.copyOf(measures);
    mines = Set.copyOf(mines);
    locations = Set.copyOf(locations);
  }

  /**
   * Places of which alone a change of the measure has to be reported, in a mine of such classes.
   */
  Stream<String> asked(Measure measure, Set<String> mineClasses) {
    return locations.stream()
        .filter(each -> rule instanceof ChangeRule && isAbout(each, measure, mineClasses));
  }

  boolean isAbout(String location, Measure measure, Set<String> mineClasses) {
    return rule.fits(measure)
        && (measures.isEmpty() || measures.contains(measure))
        && (locations.isEmpty() || locations.contains(location))
        && (mines.isEmpty() || mines.stream().anyMatch(mineClasses::contains));
  }
}
