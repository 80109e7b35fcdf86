package io.minewatch.judge.water;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Inflow against pumps: what {@link PumpJudge} says of one drainage system, as a condition. */
final class Drains {
  private Drains() {}

  static Terms terms(DrainRule rule) {
    return new Terms(
        rule.id(),
        Check.WATER,
        Side.HIGH,
        rule.raiseAfter().toMillis(),
        rule.clearAfter().toMillis());
  }

  static Subject subject(DrainRule rule) {
    return new Subject(Subject.Kind.CONDITION, rule.subject());
  }

  static boolean concerns(DrainRule rule, PointId id) {
    return rule.inflow().equals(id)
        || rule.pumps().stream().anyMatch(pump -> pump.running().equals(id));
  }

  /** Looks at a drainage system. */
  static void look(DrainRule rule, Newest newest, Conditions conditions, Look at, Told told) {
    double inflow = newest.of(rule.inflow());
    Pumps pumps =
        new Pumps(
            rule.capacity(DrainRule.Duty.WORKING),
            rule.capacity(DrainRule.Duty.STANDBY),
            running(rule, newest));
    PumpState state = PumpJudge.judge(inflow, pumps, new PumpTerms(rule.share()));
    Truth truth =
        switch (state) {
          case UNKNOWN -> Truth.UNKNOWN;
          case ENOUGH -> Truth.GONE;
          case STANDBY_NEEDED, NO_MARGIN, BEYOND -> Truth.HOLDS;
        };
    About about = new About(subject(rule), rule.zone(), Measure.INFLOW, Measure.INFLOW.unit());
    Look look =
        at.seeing(severity(rule, state), inflow, limit(rule, pumps, state))
            .with(detail(rule, inflow, pumps, state));
    conditions.look(terms(rule), about, truth, look, told);
  }

  private static double running(DrainRule rule, Newest newest) {
    double running = 0;
    for (DrainRule.Pump pump : rule.pumps()) {
      double on = newest.of(pump.running());
      running += Double.isNaN(on) ? Double.NaN : on >= 0.5 ? pump.rated() : 0;
    }
    return running;
  }

  private static Severity severity(DrainRule rule, PumpState state) {
    return switch (state) {
      case UNKNOWN, ENOUGH, STANDBY_NEEDED -> rule.colours().standbyNeeded();
      case NO_MARGIN -> rule.colours().noMargin();
      case BEYOND -> rule.colours().beyond();
    };
  }

  private static double limit(DrainRule rule, Pumps pumps, PumpState state) {
    return switch (state) {
      case UNKNOWN, ENOUGH, STANDBY_NEEDED -> rule.share() * pumps.working();
      case NO_MARGIN -> rule.share() * (pumps.working() + pumps.standby());
      case BEYOND -> pumps.working() + pumps.standby();
    };
  }

  private static Map<String, String> detail(
      DrainRule rule, double inflow, Pumps pumps, PumpState state) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("pumps", state.name());
    detail.put("running", Double.isNaN(pumps.running()) ? "UNKNOWN" : number(pumps.running()));
    Double normal = rule.normal();
    if (normal != null && !Double.isNaN(inflow)) {
      String grade = "";
      for (DrainRule.Grade each : rule.grades()) {
        grade = inflow - normal >= each.above() ? each.grade() : grade;
      }
      if (!grade.isEmpty()) {
        detail.put("inrush", grade);
      }
    }
    return detail;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
