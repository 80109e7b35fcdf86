package io.minewatch.alerting.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of packs beside limits.
 *
 * @param early of points, by measure and place: early warning and maintenance
 * @param templates that become rules with the points which a mine names
 * @param rows of the mine as a whole
 */
record Others(List<EarlyRow> early, List<Template> templates, List<RuleRow> rows) {
  static final Others NONE = new Others(List.of(), List.of(), List.of());

  /** These and then those. */
  Others and(Others more) {
    return new Others(
        both(early, more.early), both(templates, more.templates), both(rows, more.rows));
  }

  private static <T> List<T> both(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
