package io.minewatch.alerting.registry;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules that a mine has switched off at single points. Only what is no law can be switched off; the
 * rest is refused with its clause.
 */
final class SwitchedOff {
  private final Map<String, Fields> rows = new HashMap<>();

  SwitchedOff(Fields mine) {
    if (mine.has("off")) {
      for (Fields row : mine.rows("off")) {
        row.text("by");
        row.text("why");
        row.text("date");
        if (rows.put(row.text("point") + " " + row.text("rule"), row) != null) {
          row.problem("point and rule are there twice");
        }
        row.refuseOthers();
      }
    }
  }

  /** Whether a rule of the packs does not hold at a point. */
  boolean isOff(LimitRule law, String point) {
    Fields row = rows.remove(point + " " + law.id());
    if (row == null) {
      return false;
    }
    if (law.source().confidence() != Confidence.PROPOSAL) {
      row.problem(
          "the law cannot be switched off (" + law.id() + ", " + law.source().clause() + ")");
    }
    return true;
  }

  /** To be called when all points are read. */
  void refuseUnused() {
    rows.values().forEach(row -> row.problem("fits no point and rule of this mine"));
  }
}
