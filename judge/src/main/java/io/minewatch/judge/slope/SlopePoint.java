package io.minewatch.judge.slope;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A slope point under one plan: its rules laid out for judging.
 *
 * @param point its number in the order of the plan, -1 for an instrument of several axes
 * @param axes of such an instrument the numbers of its points, empty for a point
 * @param about what the findings of its course are about
 * @param nothingKnown what it is about that nothing is known of it
 */
record SlopePoint(
    int point,
    List<Integer> axes,
    SlopeRule rule,
    SlopeTerms judging,
    Terms course,
    About about,
    Terms unknown,
    About nothingKnown,
    List<VelocityRule> velocities) {

  /** All points of a plan that have a slope rule. */
  static List<SlopePoint> of(Plan plan) {
    Map<String, Rule> rules = new HashMap<>();
    plan.rules().forEach(rule -> rules.put(rule.id(), rule));
    List<SlopePoint> all = new ArrayList<>();
    for (int p = 0; p < plan.points().size(); p++) {
      PointPlan point = plan.points().get(p);
      for (String id : point.rules()) {
        if (rules.get(id) instanceof SlopeRule rule) {
          all.add(of(p, point, rule, velocities(point, rules), plan.silence()));
          break;
        }
      }
    }
    for (SlopeRule rule : plan.rulesOf(SlopeRule.class)) {
      for (SlopeRule.Resultant each : rule.resultants()) {
        all.add(of(plan, rule, each, rules));
      }
    }
    return all;
  }

  /** An instrument of several axes; appraised like its first one. */
  private static SlopePoint of(
      Plan plan, SlopeRule rule, SlopeRule.Resultant instrument, Map<String, Rule> rules) {
    List<PointId> ids = plan.points().stream().map(PointPlan::id).toList();
    List<Integer> axes = instrument.axes().stream().map(ids::indexOf).toList();
    if (axes.contains(-1)) {
      throw new IllegalArgumentException(
          "rule " + rule.id() + ": an axis is no point, " + instrument);
    }
    PointPlan first = plan.points().get(axes.get(0));
    SlopePoint alike = of(-1, first, rule, velocities(first, rules), plan.silence());
    String id = instrument.id() + ".resultant";
    return new SlopePoint(
        -1,
        axes,
        rule,
        alike.judging(),
        alike.course(),
        new About(condition(id), first.zone(), first.measure(), "mm/d"),
        alike.unknown(),
        new About(condition(id + ".unknown"), first.zone(), first.measure(), ""),
        alike.velocities());
  }

  private static Subject condition(String id) {
    return new Subject(Subject.Kind.CONDITION, id);
  }

  private static List<VelocityRule> velocities(PointPlan point, Map<String, Rule> rules) {
    List<VelocityRule> velocities = new ArrayList<>();
    for (String id : point.rules()) {
      if (rules.get(id) instanceof VelocityRule velocity) {
        velocities.add(velocity);
      }
    }
    return velocities;
  }

  private static SlopePoint of(
      int number,
      PointPlan point,
      SlopeRule rule,
      List<VelocityRule> velocities,
      SilenceRule silence) {
    long clear = rule.clearAfter().toMillis();
    Subject itself = Subject.of(point.id());
    Subject knowledge = condition(point.id().value());
    return new SlopePoint(
        number,
        List.of(),
        rule,
        terms(rule, darkAfter(point, silence)),
        new Terms(rule.id(), Check.SLOPE, Side.HIGH, 0, clear),
        new About(itself, point.zone(), point.measure(), "mm/d"),
        new Terms(rule.id(), Check.SLOPE, Side.HIGH, rule.unknownAfter().toMillis(), 0),
        new About(knowledge, point.zone(), point.measure(), ""),
        velocities);
  }

  private static Duration darkAfter(PointPlan point, SilenceRule silence) {
    Duration periods = point.period().multipliedBy(silence.periods());
    return periods.compareTo(silence.atLeast()) > 0 ? periods : silence.atLeast();
  }

  private static SlopeTerms terms(SlopeRule rule, Duration staleAfter) {
    SlopeRule.Smoothing by = rule.smoothing();
    SlopeRule.Angles angles = rule.angles();
    SlopeRule.Forecast forecast = rule.forecast();
    Double declared = rule.steady();
    return new SlopeTerms(
        by.bucket(),
        by.recent(),
        by.before(),
        by.noise(),
        by.significance(),
        by.settled(),
        by.confirm(),
        new SlopeTerms.Steady(
            declared == null ? Double.NaN : declared,
            rule.learning().factor(),
            rule.learning().sigmas()),
        new AngleLevels(angles.blue(), angles.tolerance(), angles.orange(), angles.red()),
        new SlopeTerms.ForecastTerms(
            forecast.coverage(),
            forecast.least(),
            forecast.reach(),
            forecast.lowest(),
            forecast.highest(),
            forecast.misfit()),
        staleAfter);
  }

  /** How a velocity rule is judged. */
  static Terms terms(VelocityRule rule) {
    return new Terms(rule.id(), Check.SLOPE, Side.HIGH, 0, rule.clearAfter().toMillis());
  }

  /** The colour of what is known, or null where it has none. */
  @Nullable Severity colour(SlopeEstimate now) {
    Severity colour = now.band().severity();
    if (now.stage() == Stage.PROGRESSIVE) {
      colour = worse(colour, rule.colours().speedingUp());
    }
    FailureTime failure = now.failure();
    if (failure != null) {
      boolean soon = failure.likely() - now.measured() <= rule.colours().soon().toMillis();
      colour = worse(colour, soon ? rule.colours().whenSoon() : rule.colours().forecast());
    }
    return colour;
  }

  private static Severity worse(@Nullable Severity held, Severity other) {
    return held == null || other.compareTo(held) > 0 ? other : held;
  }
}
