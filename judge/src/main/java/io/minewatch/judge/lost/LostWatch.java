package io.minewatch.judge.lost;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.LostRule;
import io.minewatch.domain.plan.Plan;
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
 * A finding of its own for a point that falls silent or breaks down while it was clearly rising or
 * while an early warning of it stood. Its value is the last that was trusted. Over as soon as the
 * point measures again: what it then says is judged for itself.
 *
 * <p>Late, missing, double: told again while it stands changes nothing; silence never ends it.
 */
public final class LostWatch implements Watch {
  private final Slots<LostRule> slots;
  private final Terms[] by;
  private final BitSet lost = new BitSet();
  private final Conditions conditions = new Conditions();

  private LostWatch(Slots<LostRule> slots, Terms[] by) {
    this.slots = slots;
    this.by = by;
  }

  @Override
  public Watch beside() {
    return new LostWatch(slots, by);
  }

  /** Null when no point of the plan has such a rule. */
  public static @Nullable Watch of(Plan plan) {
    Slots<LostRule> slots = new Slots<>(plan, LostRule.class, point -> true);
    return slots.isEmpty() ? null : new LostWatch(slots, slots.terms(Check.TREND));
  }

  @Override
  public String name() {
    return "lost";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0;
  }

  @Override
  public void onLost(int point, Sample last, Told told) {
    int slot = slots.of(point);
    if (!lost.get(slot)) {
      lost.set(slot);
      Look look = Look.of(last, slots.rule(slot).severity(), last.value(), last.value());
      Map<String, String> detail = Map.of("lost", "RISING");
      conditions.look(by(slot), slots.about(slot), Truth.HOLDS, look.with(detail), told);
    }
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    if (lost.get(slot)) {
      lost.clear(slot);
      Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), 0);
      conditions.end(by(slot), slots.about(slot), look, told);
    }
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    conditions.pass(tape);
    if (tape.isPlaying()) {
      remember();
    }
  }

  private void remember() {
    lost.clear();
    for (int slot = 0; slot < slots.size() && !conditions.isEmpty(); slot++) {
      lost.set(slot, conditions.isOpen(by(slot).rule(), slots.subject(slot)));
    }
  }

  private Terms by(int slot) {
    return by[slots.ruleNumber(slot)];
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof LostWatch older) {
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
