package io.minewatch.alerting.rules;

import io.minewatch.alerting.clue.ClueClocks;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.reconcile.ReconcileRules;
import io.minewatch.alerting.seal.SealRules;
import io.minewatch.alerting.suspect.SuspicionRules;
import io.minewatch.alerting.yaml.Fields;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the platform's pack that are about remote inspection. */
final class InspectionPack {
  private InspectionPack() {}

  /**
   * Reads them; null while one is not sound, which stops the start.
   *
   * @param keep hears each row with its value in words, and closes it
   */
  static @Nullable Inspection read(Fields pack, BiConsumer<Fields, String> keep) {
    FourLineRules lines = null;
    for (Fields row : only(pack, "fourLine")) {
      try {
        lines =
            new FourLineRules(
                row.duration("window"), row.number("share"), (int) row.number("leastMines"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, String.valueOf(lines));
    }
    ClueClocks clocks = null;
    for (Fields row : only(pack, "clues")) {
      try {
        clocks =
            new ClueClocks(
                row.duration("assign"),
                row.duration("visit"),
                row.duration("find"),
                row.duration("measure"),
                row.duration("close"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, String.valueOf(clocks));
    }
    SuspicionRules suspicions = suspicions(pack, keep);
    SealRules seal = SealPack.read(pack, only(pack, "sealNight"), keep);
    ReconcileRules books = ReconcilePack.read(only(pack, "reconcile"), keep);
    return lines == null || clocks == null || suspicions == null || seal == null || books == null
        ? null
        : new Inspection(lines, clocks, suspicions, seal, books);
  }

  private static @Nullable SuspicionRules suspicions(Fields pack, BiConsumer<Fields, String> keep) {
    SuspicionRules rules = null;
    for (Fields row : only(pack, "suspicions")) {
      try {
        rules =
            new SuspicionRules(
                row.duration("within"),
                (int) row.number("days"),
                row.duration("hour"),
                row.number("share"));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep.accept(row, String.valueOf(rules));
    }
    return rules;
  }

  private static List<Fields> only(Fields pack, String key) {
    List<Fields> rows = pack.rows(key);
    if (rows.size() != 1) {
      pack.problem(key + " needs exactly one row, has " + rows.size());
    }
    return rows;
  }
}
