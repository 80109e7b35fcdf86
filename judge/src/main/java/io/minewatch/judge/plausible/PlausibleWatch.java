package io.minewatch.judge.plausible;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.PlausibleRule.Guard;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.judge.column.Distinct;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Slots;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.BitSet;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The gate before judging (数据存疑): what is doubted is told, and kept from judging only where the
 * rule's guard says so; gas never is. Details: {@code verdict} (QUARANTINED, ODD, UNSTEADY). One
 * finding a point until it has been trusted for the rule's time.
 *
 * <p>Late, missing, double: as {@link PlausibleJudge}. It is a finding of maintenance: a point that
 * falls silent leaves it as it is.
 */
public final class PlausibleWatch implements Watch {
  /** A declared noise floor counts so many times: steps of the display are no jump. */
  private static final double FLOORS = 3;

  private final Slots<PlausibleRule> slots;
  private final Distinct<PlausibleTerms> terms;
  private final Terms[] by;
  private final BitSet open = new BitSet();
  private final PlausibleMemory memory;
  private final Conditions conditions = new Conditions();

  private PlausibleWatch(Slots<PlausibleRule> slots) {
    this.slots = slots;
    memory = new PlausibleMemory(slots.size());
    by = slots.terms(Check.PLAUSIBLE, PlausibleRule::clearAfter);
    terms = new Distinct<>(slots.size(), slot -> terms(slots.rule(slot), slots.point(slot)));
  }

  private PlausibleWatch(PlausibleWatch other) {
    slots = other.slots;
    memory = new PlausibleMemory(slots.size());
    by = other.by;
    terms = other.terms;
  }

  @Override
  public Watch beside() {
    return new PlausibleWatch(this);
  }

  /** Null when no point of the plan has such a rule. */
  public static @Nullable Watch of(Plan plan) {
    Slots<PlausibleRule> slots = new Slots<>(plan, PlausibleRule.class, point -> true);
    return slots.isEmpty() ? null : new PlausibleWatch(slots);
  }

  private static PlausibleTerms terms(PlausibleRule rule, PointPlan point) {
    return new PlausibleTerms(
        PlausibleTerms.Guard.valueOf(rule.guard().name()),
        Math.max(rule.floor(), FLOORS * point.sensor().noiseFloor()),
        rule.factor(),
        rule.shake(),
        point.period(),
        rule.learn(),
        rule.settle());
  }

  @Override
  public String name() {
    return "plausible";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0 && !guards(point);
  }

  @Override
  public boolean guards(int point) {
    int slot = slots.of(point);
    return slot >= 0 && slots.rule(slot).guard() != Guard.LETS_ALL_THROUGH;
  }

  @Override
  public boolean keepsBack(int point, Sample sample, Told told) {
    return verdict(point, sample, told) == Verdict.QUARANTINED;
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    verdict(point, sample, told);
  }

  private Verdict verdict(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    Verdict verdict =
        PlausibleJudge.onReading(memory, slot, terms.of(slot), sample.event(), sample.value());
    boolean doubted =
        switch (verdict) {
          case QUARANTINED, ODD, UNSTEADY -> true;
          case LEARNING, TRUSTED, TAKEN_ON -> false;
        };
    if (doubted || open.get(slot)) {
      tell(slot, verdict, doubted ? Truth.HOLDS : Truth.GONE, sample, told);
    }
    return verdict;
  }

  private void tell(int slot, Verdict verdict, Truth truth, Sample sample, Told told) {
    double trusted = memory.trustedValue(slot);
    Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), trusted);
    if (truth == Truth.HOLDS) {
      Map<String, String> detail = Map.of("verdict", verdict.name());
      conditions.look(by(slot), slots.about(slot), truth, look.with(detail), told);
    } else {
      conditions.end(by(slot), slots.about(slot), look, told);
    }
    open.set(slot, conditions.isOpen(by(slot).rule(), slots.subject(slot)));
  }

  private Terms by(int slot) {
    return by[slots.ruleNumber(slot)];
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    memory.pass(tape);
    conditions.pass(tape);
    if (tape.isPlaying()) {
      remember();
    }
  }

  private void remember() {
    open.clear();
    for (int slot = 0; slot < slots.size() && !conditions.isEmpty(); slot++) {
      open.set(slot, conditions.isOpen(by(slot).rule(), slots.subject(slot)));
    }
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof PlausibleWatch older) {
      for (int slot = 0; slot < slots.size(); slot++) {
        int old = slots.before(slot, older.slots);
        if (old >= 0) {
          memory.carry(slot, older.memory, old);
        }
      }
      conditions.follow(
          older.conditions, (rule, subject) -> slots.still(rule, subject, older.slots), told);
      remember();
    }
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
