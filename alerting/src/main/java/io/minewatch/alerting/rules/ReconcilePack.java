package io.minewatch.alerting.rules;

import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.yaml.Fields;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the row of the platform's pack that is about reconciliation. */
final class ReconcilePack {
  private ReconcilePack() {}

  /**
   * Reads it; null while it is not sound, which stops the start.
   *
   * @param keep hears the row with its value in words, and closes it
   */
  static @Nullable ReconcileRules read(List<Fields> rows, BiConsumer<Fields, String> keep) {
    ReconcileRules rules = null;
    for (Fields row : rows) {
      try {
        rules =
            new ReconcileRules(
                (int) row.number("baseline"),
                (int) row.number("least"),
                (int) row.number("recent"),
                (int) row.number("shifts"),
                row.number("deviations"),
                row.number("share"),
                row.number("accuracy"),
                row.duration("stood"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, String.valueOf(rules));
    }
    return rules;
  }
}
