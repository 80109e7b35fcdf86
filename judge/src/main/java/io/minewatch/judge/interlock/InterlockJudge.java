package io.minewatch.judge.interlock;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Newest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges one interlock from how its switches and gas points stand.
 *
 * <p>Late, missing, double: a function of the newest values alone. A switch that is not known makes
 * the whole unknown wherever it could change the answer; it never makes it good.
 */
final class InterlockJudge {
  private InterlockJudge() {}

  /**
   * What is so now.
   *
   * @param value gas or air speed, NaN where there is none
   * @param limit the cut value, else 0
   */
  record Answer(
      Truth truth, Severity severity, double value, double limit, Map<String, String> detail) {}

  /**
   * Judges.
   *
   * @param gas the gas points of the rule, in its order
   * @param people in the zones behind
   * @param floors noise floors of the air speeds, in the order of the switches
   */
  static Answer judge(
      InterlockRule rule, Newest newest, List<GasPoint> gas, int people, double[] floors) {
    Switches switches = Switches.of(rule.switches(), newest);
    return switch (rule.type()) {
      case FEED_LIVE -> feedLive(rule, switches, gas);
      case FEED_DEAD -> feedDead(rule, switches, gas);
      case MAIN_FAN_STOPPED, FAN_STOPPED, DUCT_WITHOUT_AIR -> stopped(rule, switches, gas, people);
      case DOORS_OPEN -> doors(rule, switches);
      case SUPPLY_LOST -> supply(rule, switches);
      case WIND_REVERSED -> wind(rule, newest, floors);
    };
  }

  private static Answer feedLive(InterlockRule rule, Switches feeds, List<GasPoint> gas) {
    GasPoint cutting = null;
    for (GasPoint each : gas) {
      boolean worse = cutting == null || each.value() > cutting.value();
      cutting = each.ordersCut() && worse ? each : cutting;
    }
    Map<String, String> detail = new TreeMap<>();
    detail.put("live", feeds.which());
    detail.put("rank", "FIRST"); // failed to cut is listed among the signs of a major hazard
    if (cutting == null) {
      boolean none = gas.stream().allMatch(GasPoint::ordersNone);
      return answer(none || feeds.allOff() ? Truth.GONE : Truth.UNKNOWN, rule.severity(), detail);
    }
    Truth truth = feeds.on() > 0 ? Truth.HOLDS : feeds.allOff() ? Truth.GONE : Truth.UNKNOWN;
    return new Answer(truth, rule.severity(), cutting.value(), zero(cutting.cutAt()), detail);
  }

  private static Answer feedDead(InterlockRule rule, Switches feeds, List<GasPoint> gas) {
    Map<String, String> detail = Map.of("dead", feeds.whichOff());
    if (feeds.allOn() || gas.stream().anyMatch(GasPoint::mayCut)) {
      return answer(Truth.GONE, rule.severity(), detail);
    }
    boolean causeless = gas.stream().allMatch(GasPoint::ordersNone);
    boolean holds = causeless && feeds.off() > 0;
    return answer(holds ? Truth.HOLDS : Truth.UNKNOWN, rule.severity(), detail);
  }

  private static Answer stopped(InterlockRule rule, Switches fans, List<GasPoint> gas, int people) {
    boolean inGas = gas.stream().anyMatch(GasPoint::alarms);
    Map<String, String> detail = new TreeMap<>();
    detail.put("stopped", fans.whichOff());
    detail.put("peopleBehind", Integer.toString(people));
    detail.put("gasBehind", inGas ? "YES" : "NO");
    boolean worse = people > 0 || inGas;
    Truth truth = fans.allOff() ? Truth.HOLDS : fans.on() > 0 ? Truth.GONE : Truth.UNKNOWN;
    return answer(truth, worse ? rule.aggravated() : rule.severity(), detail);
  }

  private static Answer doors(InterlockRule rule, Switches doors) {
    Truth truth = doors.allOn() ? Truth.HOLDS : doors.off() > 0 ? Truth.GONE : Truth.UNKNOWN;
    return answer(truth, rule.severity(), Map.of("open", doors.which()));
  }

  private static Answer supply(InterlockRule rule, Switches circuits) {
    Truth truth = circuits.off() > 0 ? Truth.HOLDS : circuits.allOn() ? Truth.GONE : Truth.UNKNOWN;
    Severity severity = circuits.allOff() ? rule.aggravated() : rule.severity();
    return answer(truth, severity, Map.of("dead", circuits.whichOff()));
  }

  private static Answer wind(InterlockRule rule, Newest newest, double[] floors) {
    double worst = Double.NaN;
    boolean reversed = false;
    boolean known = true;
    for (int i = 0; i < floors.length; i++) {
      double speed = newest.of(rule.switches().get(i).point());
      known &= !Double.isNaN(speed);
      reversed |= speed < -floors[i];
      worst = Double.isNaN(worst) || speed < worst ? speed : worst;
    }
    Truth truth = reversed ? Truth.HOLDS : known ? Truth.GONE : Truth.UNKNOWN;
    return new Answer(truth, rule.severity(), worst, 0, Map.of());
  }

  private static Answer answer(Truth truth, Severity severity, Map<String, String> detail) {
    return new Answer(truth, severity, Double.NaN, 0, detail);
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }
}
