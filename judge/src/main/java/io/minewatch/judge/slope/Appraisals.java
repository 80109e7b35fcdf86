package io.minewatch.judge.slope;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Side;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether the appraisals of the slopes are young enough: thresholds that are too old mislead. */
final class Appraisals {
  private static final long AGAIN_MILLIS = 60_000;
  private static final double DAY = 86_400_000;

  private final List<AppraisalRule> rules;
  private final long from;

  /** Our time of the last look at all of them. */
  private long looked = Long.MIN_VALUE;

  Appraisals(Plan plan) {
    rules = plan.rulesOf(AppraisalRule.class);
    from = plan.effectiveFrom().toEpochMilli();
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Looks at all of them. */
  void look(Conditions conditions, Told told) {
    looked = told.now();
    for (AppraisalRule rule : rules) {
      long due = due(rule);
      boolean late = told.now() >= due;
      double age =
          rule.appraised() == null
              ? Double.NaN
              : Math.floor((told.now() - rule.appraised().toEpochMilli()) / DAY);
      Look look =
          Look.now(told, rule.severity(), age, days(rule.validFor()))
              .measuredAt(late ? due : told.now())
              .with(Map.of("appraisedBy", rule.by()));
      conditions.look(terms(rule), about(rule), late ? Truth.HOLDS : Truth.GONE, look, told);
    }
  }

  /** When the next one grows too old, by our time. */
  long wakeAt(Conditions conditions) {
    long next = Long.MAX_VALUE;
    for (AppraisalRule rule : rules) {
      if (!conditions.isOpen(rule.id(), subject(rule))) {
        // One that was looked at too late and is not open found no room: later there may be some.
        long due = due(rule);
        next = Math.min(next, due > looked ? due : looked + AGAIN_MILLIS);
      }
    }
    return next;
  }

  boolean asks(String id, Subject subject) {
    return rules.stream().anyMatch(rule -> rule.id().equals(id) && subject.equals(subject(rule)));
  }

  private long due(AppraisalRule rule) {
    return rule.appraised() == null ? from : rule.dueAt().toEpochMilli();
  }

  private static double days(Duration time) {
    return time.toMillis() / DAY;
  }

  private static Subject subject(AppraisalRule rule) {
    return new Subject(Subject.Kind.CONDITION, rule.subject());
  }

  private static Terms terms(AppraisalRule rule) {
    return new Terms(rule.id(), Check.SLOPE, Side.HIGH, 0, 0);
  }

  private static About about(AppraisalRule rule) {
    return new About(subject(rule), rule.zone(), null, "d");
  }
}
