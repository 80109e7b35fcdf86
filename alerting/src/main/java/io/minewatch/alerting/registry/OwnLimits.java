package io.minewatch.alerting.registry;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A mine's own values for single points, laid over the regulation: stricter ones are accepted,
 * looser ones are refused with the clause that they would break. Of what a row does not name the
 * law's value stands. A row of its own that fits no point is refused too.
 */
final class OwnLimits {
  private final Map<String, Fields> rows = new HashMap<>();

  /** Takes the rows of a mine file. */
  OwnLimits(Fields mine) {
    if (mine.has("own")) {
      for (Fields row : mine.rows("own")) {
        String at = key(row.text("point"), row.text("rule"));
        if (rows.put(at, row) != null) {
          row.problem("point and rule are there twice");
        }
      }
    }
  }

  /** The rule as it holds at a point: the mine's own if it has one, else the regulation's. */
  LimitRule over(LimitRule law, String point) {
    Fields row = rows.remove(key(point, law.id()));
    if (row == null) {
      return law;
    }
    Source source =
        new Source(
            row.text("by"),
            row.text("why") + "；" + law.source().clause(),
            row.text("date"),
            Confidence.OWN);
    try {
      List<Step> steps = steps(row, law);
      double restore = row.has("restore") ? row.number("restore") : restore(law, steps);
      refuseLooser(row, law, "restore", restore, law.restore());
      return new LimitRule(
          law.id() + "." + point,
          law.measure(),
          law.side(),
          steps,
          restore,
          law.raiseAfter(),
          law.clearAfter(),
          law.cutArea(),
          source);
    } catch (IllegalArgumentException e) { // values that contradict each other
      row.problem(e.getMessage() + clause(law));
      return law;
    } finally {
      row.refuseOthers();
    }
  }

  /** In the order in which a worsening value reaches them. */
  private static List<Step> steps(Fields row, LimitRule law) {
    Map<Step.Act, List<Double>> own = new HashMap<>();
    own.put(Step.Act.ALARM, row.has("alarm") ? List.of(row.number("alarm")) : List.of());
    own.put(Step.Act.CUT, row.has("cut") ? row.numbers("cut") : List.of());
    own.put(Step.Act.WITHDRAW, row.has("withdraw") ? row.numbers("withdraw") : List.of());
    Map<Step.Act, Integer> taken = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Step step : law.steps()) {
      int at = taken.merge(step.act(), 1, Integer::sum) - 1;
      List<Double> values = own.getOrDefault(step.act(), List.of());
      if (values.isEmpty() || (at > 0 && step.act() == Step.Act.ALARM)) {
        steps.add(step); // what the mine does not name is as the law has it
      } else if (at >= values.size()) {
        row.problem("no own value for " + step.act() + " " + step.at() + clause(law));
      } else {
        steps.add(new Step(step.act(), values.get(at), step.severity()));
        refuseLooser(row, law, step.act().name(), values.get(at), step.at());
      }
    }
    own.forEach((act, values) -> refuseMore(row, law, act, values.size(), taken));
    Comparator<Step> nearest = Comparator.comparingDouble(Step::at);
    steps.sort(law.side() == Side.HIGH ? nearest : nearest.reversed());
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).severity().compareTo(steps.get(i - 1).severity()) < 0) {
        row.problem(
            "%s lies beyond %s%s".formatted(told(steps, i), told(steps, i - 1), clause(law)));
      }
    }
    return steps;
  }

  private static String told(List<Step> steps, int at) {
    return steps.get(at).act() + " " + steps.get(at).at();
  }

  /** The law's, unless that lies beyond the mine's own first step. */
  private static double restore(LimitRule law, List<Step> steps) {
    double first = steps.get(0).at();
    return law.side().worse(law.restore(), first) ? first : law.restore();
  }

  /** To be called when all points are read. */
  void refuseUnused() {
    rows.values().forEach(row -> row.problem("fits no point and rule of this mine"));
  }

  /** A value that no step of the law takes would be dropped and look judged. */
  private static void refuseMore(
      Fields row, LimitRule law, Step.Act act, int own, Map<Step.Act, Integer> lawful) {
    int steps = lawful.getOrDefault(act, 0);
    if (own > steps) {
      row.problem("%d own values for %s, the law has %d%s".formatted(own, act, steps, clause(law)));
    }
  }

  private static void refuseLooser(
      Fields row, LimitRule law, String what, double own, double lawful) {
    if (law.side().worse(own, lawful)) {
      row.problem(what + " " + own + " is looser than the law's " + lawful + clause(law));
    }
  }

  private static String clause(LimitRule law) {
    return " (" + law.id() + ", " + law.source().clause() + ")";
  }

  private static String key(String point, String rule) {
    return point + " " + rule;
  }
}
