package io.minewatch.judge.interlock;

import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A gas point that a switch obeys: whether its limits order a cut now. The order is in force from
 * the cut value until strictly on the safe side of restore, and an alarm likewise; silence takes
 * nothing back.
 *
 * <p>Late, missing, double: as for every reading; what is not a measurement changes nothing but
 * that the value is no longer known.
 */
final class GasPoint {
  private final List<LimitRule> limits = new ArrayList<>();
  private boolean cut;
  private boolean alarm;
  private boolean known;
  private boolean calibrated;

  private double value = Double.NaN;

  GasPoint(Plan plan, PointId id) {
    Map<String, Rule> rules = new HashMap<>();
    plan.rules().forEach(rule -> rules.put(rule.id(), rule));
    for (PointPlan point : plan.points()) {
      if (point.id().equals(id)) {
        for (String rule : point.rules()) {
          if (rules.get(rule) instanceof LimitRule limit) {
            limits.add(limit);
          }
        }
      }
    }
  }

  void see(double newest) {
    value = newest;
    known = true;
    calibrated = false;
    boolean reached = false;
    boolean restored = true;
    boolean alarms = false;
    boolean safe = true;
    for (LimitRule limit : limits) {
      alarms |= limit.reached(newest) > 0;
      safe &= limit.restored(newest);
      for (Step step : limit.steps()) {
        if (step.act() == Step.Act.CUT) {
          reached |= limit.side().reached(newest, step.at());
          restored &= limit.restored(newest);
        }
      }
    }
    cut = reached || (cut && !restored);
    alarm = alarms || (alarm && !safe);
  }

  /** A reading that is no measurement. A sensor under calibration cuts, too. */
  void lose(Quality quality) {
    known = false;
    calibrated = quality == Quality.CALIBRATION;
  }

  /** Whether a cut is ordered; silence does not end it. */
  boolean ordersCut() {
    return cut;
  }

  /** Whether it gives a dead feed a cause: a cut, or a calibration, which cuts too. */
  boolean mayCut() {
    return cut || calibrated;
  }

  /** Whether it is known that no cut is ordered. */
  boolean ordersNone() {
    return known && !cut && !calibrated;
  }

  /** Whether it stands at an alarm or was when last known. */
  boolean alarms() {
    return alarm || cut;
  }

  /** The last known value, NaN for none. */
  double value() {
    return value;
  }

  /**
   * The value at which it cuts: of the limit that is reached, else of the first that cuts; NaN
   * where none does. A point may cut when much and when little, as oxygen.
   */
  double cutAt() {
    double first = Double.NaN;
    for (LimitRule limit : limits) {
      for (Step step : limit.steps()) {
        boolean cuts = step.act() == Step.Act.CUT;
        if (cuts && limit.side().reached(value, step.at())) {
          return step.at();
        }
        first = cuts && Double.isNaN(first) ? step.at() : first;
      }
    }
    return first;
  }

  void follow(GasPoint before) {
    cut = before.cut;
    alarm = before.alarm;
    known = before.known;
    calibrated = before.calibrated;
    value = before.value;
  }

  void pass(Tape tape) {
    cut = tape.flag(cut);
    alarm = tape.flag(alarm);
    known = tape.flag(known);
    calibrated = tape.flag(calibrated);
    value = tape.real(value);
  }
}
