package io.minewatch.judge.compound;

import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.CompoundRule.Operand;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.Newest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of operands now. How many points of a rule that is asked for anywhere are not seen
 * is counted as they come and go, so that a reading costs the same however many points it has.
 */
final class Known {
  private final Compounds compounds;
  private final Newest newest;
  private final Findings open;

  /** By rule that is asked for anywhere: how many of its points are not seen. */
  private final Map<String, Integer> unseen = new HashMap<>();

  Known(Compounds compounds, Newest newest, Findings open) {
    this.compounds = compounds;
    this.newest = newest;
    this.open = open;
    count();
  }

  /** Counts anew, when what is known of points was brought from elsewhere. */
  void count() {
    for (String rule : compounds.anywhere()) {
      int none = 0;
      for (PointId point : compounds.judged(rule)) {
        none += Double.isNaN(newest.of(point)) ? 1 : 0;
      }
      unseen.put(rule, none);
    }
  }

  /** A point came into sight, or went out of it. */
  void turned(PointId point, int more) {
    compounds.anywhere(point).forEach(rule -> unseen.merge(rule, more, Integer::sum));
  }

  Map<String, Object> of(CompoundRule rule) {
    Map<String, Object> known = new HashMap<>();
    for (Operand operand : rule.operands()) {
      PointId point = operand.point();
      if (operand.isValue() && point != null) {
        double value = newest.of(point);
        if (!Double.isNaN(value)) {
          known.put(operand.name(), compounds.isSwitch(point) ? (Object) (value != 0) : value);
        }
      } else if (open.isOpen(operand.rule(), point)) {
        known.put(operand.name(), true);
      } else if (point == null
          ? unseen.getOrDefault(operand.rule(), 0) == 0
          : !Double.isNaN(newest.of(point))) {
        known.put(operand.name(), false);
      }
    }
    return known;
  }

  /** The same without what a plan made untrue by taking out what stood. */
  Map<String, Object> without(CompoundRule rule, Map<String, Object> known, Findings stood) {
    Map<String, Object> sure = new HashMap<>(known);
    for (Operand operand : rule.operands()) {
      boolean asks = !operand.isValue();
      PointId point = operand.point();
      if (asks && stood.isOpen(operand.rule(), point) && !open.isOpen(operand.rule(), point)) {
        sure.remove(operand.name());
      }
    }
    return sure;
  }

  static Map<String, String> words(Asked asked, Map<String, Object> known) {
    Map<String, String> detail = new TreeMap<>();
    for (Operand operand : asked.rule().operands()) {
      Object value = known.get(operand.name());
      detail.put(
          operand.name(),
          value instanceof Double number
              ? String.format(Locale.ROOT, "%.4g", number)
              : value == null ? "unknown" : value.toString());
    }
    detail.put("when", asked.rule().when());
    if (!asked.why().isEmpty()) {
      detail.put("notJudged", asked.why());
    }
    return detail;
  }
}
