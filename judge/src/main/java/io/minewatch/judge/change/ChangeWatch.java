package io.minewatch.judge.change;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.ChangeRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Slots;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Early warnings by level and by change (变化预警): one finding of a point and its rule, however many
 * of the three things it is held against say so. Its detail names the first: {@code against}
 * (LEVEL, SHIFT, WINDOW) and {@code reference}.
 *
 * <p>Late, missing, double: as {@link ChangeJudge}. A point that is not seen while its warning
 * stands holds it, blind, one colour higher.
 */
public final class ChangeWatch implements Watch {
  private static final Duration DAY = Duration.ofDays(1);

  private final Slots<ChangeRule> slots;

  /** By number of the rule. */
  private final ChangeTerms[] terms;

  private final Terms[] by;
  private final int shifts;
  private final ChangeJudge judge = new ChangeJudge();
  private final ChangeMemory memory;
  private final Conditions conditions = new Conditions();
  private final List<ChangeFact> facts = new ArrayList<>();

  private ChangeWatch(Slots<ChangeRule> slots, Plan plan) {
    this.slots = slots;
    shifts = plan.shifts().begins().size();
    memory = new ChangeMemory(slots.size(), shifts);
    by = slots.terms(Check.CHANGE);
    terms =
        plan.rulesOf(ChangeRule.class).stream()
            .map(rule -> terms(rule, plan))
            .toArray(ChangeTerms[]::new);
  }

  private ChangeWatch(ChangeWatch other) {
    slots = other.slots;
    shifts = other.shifts;
    memory = new ChangeMemory(slots.size(), shifts);
    by = other.by;
    terms = other.terms;
  }

  @Override
  public Watch beside() {
    return new ChangeWatch(this);
  }

  /** Null when no point of the plan has such a rule. */
  public static @Nullable Watch of(Plan plan) {
    Slots<ChangeRule> slots = new Slots<>(plan, ChangeRule.class, point -> true);
    return slots.isEmpty() ? null : new ChangeWatch(slots, plan);
  }

  /** Shifts are taken as parts of a day of one length; the first begin counts. */
  private static ChangeTerms terms(ChangeRule rule, Plan plan) {
    ShiftPlan shifts = plan.shifts();
    Instant from = plan.effectiveFrom();
    int offset = ZoneId.of(shifts.timeZone()).getRules().getOffset(from).getTotalSeconds();
    long first = Math.floorMod(shifts.begins().get(0).toSecondOfDay() - offset, DAY.toSeconds());
    return new ChangeTerms(
        new Trigger(
            number(rule.level()),
            number(rule.by()),
            number(rule.share()),
            rule.floor(),
            Trigger.Reach.valueOf(rule.reach().name()),
            Trigger.Way.valueOf(rule.way().name()),
            rule.resolution()),
        rule.window(),
        DAY.dividedBy(shifts.begins().size()),
        Duration.ofSeconds(first),
        ChangeMemory.SLICES / 2,
        rule.back(),
        Duration.ZERO,
        rule.clearAfter(),
        rule.rebaseAfter());
  }

  private ChangeTerms terms(int slot) {
    return terms[slots.ruleNumber(slot)];
  }

  private Terms by(int slot) {
    return by[slots.ruleNumber(slot)];
  }

  private static double number(@Nullable Double given) {
    return given == null ? Double.NaN : given;
  }

  @Override
  public String name() {
    return "change";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0;
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    boolean was = memory.isOpen(slot);
    judge.onReading(memory, slot, terms(slot), sample.event(), sample.value(), facts);
    boolean is = memory.isOpen(slot);
    if (is && !was) {
      open(slot, facts.get(0), sample, told);
    } else if (is) {
      conditions.again(by(slot), slots.subject(slot), sample, told);
    } else if (was) {
      Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), 0);
      conditions.end(by(slot), slots.about(slot), look, told);
    }
    if (!facts.isEmpty()) {
      facts.clear();
    }
  }

  private void open(int slot, ChangeFact first, Sample sample, Told told) {
    Trigger trigger = terms(slot).trigger();
    double reference = first.reference();
    boolean isLevel = first.against() == Against.LEVEL;
    double limit = isLevel ? trigger.level() : trigger.limit(reference, sample.value());
    Map<String, String> detail =
        isLevel
            ? Map.of("against", first.against().name())
            : Map.of(
                "against",
                first.against().name(),
                "reference",
                String.format(Locale.ROOT, "%.4g", reference));
    Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), limit);
    conditions.look(by(slot), slots.about(slot), Truth.HOLDS, look.with(detail), told);
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    judge.onNoMeasurement(memory, slot);
    if (sample.blinds()) {
      unseen(slot, sample.quality(), told);
    }
  }

  @Override
  public void onGap(int point) {
    judge.onNoMeasurement(memory, slots.of(point));
  }

  @Override
  public void onDark(int point, Told told) {
    int slot = slots.of(point);
    if (slot >= 0) {
      judge.onNoMeasurement(memory, slot);
      unseen(slot, Quality.STALE, told);
    }
  }

  private void unseen(int slot, Quality quality, Told told) {
    if (memory.isOpen(slot)) {
      conditions.unseen(by(slot).rule(), slots.subject(slot), quality, told);
    }
  }

  /** While an early warning stands. */
  @Override
  public boolean isRising(int point) {
    return memory.isOpen(slots.of(point));
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    memory.pass(tape);
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof ChangeWatch older) {
      for (int slot = 0; slot < slots.size(); slot++) {
        int old = slots.before(slot, older.slots);
        if (old >= 0) {
          memory.carry(slot, older.memory, old);
          if (!terms(slot).hasShiftsOf(older.terms(old))) {
            memory.forgetShifts(slot);
          }
          if (!terms(slot).window().equals(older.terms(old).window())) {
            memory.forgetWindow(slot);
          }
        }
      }
      conditions.follow(
          older.conditions, (rule, subject) -> slots.still(rule, subject, older.slots), told);
    }
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
