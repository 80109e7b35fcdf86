package io.minewatch.judge.trend;

import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.TrendRule;
import io.minewatch.domain.reading.Quality;
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
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Points on their way to their next limit (趋势预警). A finding and an outlook only where this point's
 * forecasts have beaten "stays as it is"; whether it was rising when it was lost is asked of every
 * point. Details: {@code earliest}, {@code likely}, {@code latest} (ISO times by the point's clock
 * without its jumps), {@code skill}, {@code scored}.
 *
 * <p>Late, missing, double: as {@link TrendJudge}. A point that is not seen has no outlook; what
 * was open is held, blind, one colour higher.
 */
public final class TrendWatch implements Watch {
  private final Slots<TrendRule> slots;
  private final Distinct<Heading> headings;

  /** How many values are kept of a point at most. */
  private final int kept;

  private final TrendJudge judge;
  private final TrendMemory memory;
  private final Conditions conditions = new Conditions();

  private TrendWatch(Slots<TrendRule> slots, Plan plan) {
    this.slots = slots;
    headings =
        new Distinct<>(slots.size(), slot -> Heading.of(slots.rule(slot), plan, slots.point(slot)));
    int most = 1;
    for (int slot = 0; slot < slots.size(); slot++) {
      most = Math.max(most, terms(slot).keeps());
    }
    kept = most;
    judge = new TrendJudge(kept);
    memory = new TrendMemory(slots.size(), kept);
  }

  private TrendWatch(TrendWatch other) {
    slots = other.slots;
    headings = other.headings;
    kept = other.kept;
    judge = new TrendJudge(kept);
    memory = new TrendMemory(slots.size(), kept);
  }

  @Override
  public Watch beside() {
    return new TrendWatch(this);
  }

  private TrendTerms terms(int slot) {
    return headings.of(slot).terms();
  }

  private Terms by(int slot) {
    return headings.of(slot).by();
  }

  /** Null when no point of the plan has such a rule and a limit to head for. */
  public static @Nullable Watch of(Plan plan) {
    Slots<TrendRule> slots =
        new Slots<>(plan, TrendRule.class, point -> Levels.of(plan, point) != null);
    return slots.isEmpty() ? null : new TrendWatch(slots, plan);
  }

  @Override
  public String name() {
    return "trend";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0;
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    if (judge.onReading(memory, slot, terms(slot), sample.event(), sample.value())) {
      look(slot, sample, told);
    }
  }

  private void look(int slot, Sample sample, Told told) {
    TimeToLevel time = shown(slot);
    if (time != null) {
      Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), time.level());
      conditions.look(by(slot), slots.about(slot), Truth.HOLDS, look.with(time.detail()), told);
    } else if (conditions.isEmpty()) {
      return; // there is nothing that could end
    } else if (!memory.hasLine(slot)) {
      // There is no line to read: that is not one that goes elsewhere.
      conditions.gap(by(slot).rule(), slots.subject(slot));
    } else {
      Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), 0);
      conditions.end(by(slot), slots.about(slot), look, told);
    }
  }

  private @Nullable TimeToLevel shown(int slot) {
    return judge.isShown(memory, slot, terms(slot))
        ? judge.reaches(memory, slot, terms(slot), headings.of(slot).levels())
        : null;
  }

  @Override
  public void onGap(int point) {
    int slot = slots.of(point);
    conditions.gap(by(slot).rule(), slots.subject(slot));
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    onGap(point);
    if (sample.blinds()) {
      unseen(slots.of(point), sample.quality(), told);
    }
  }

  @Override
  public void onDark(int point, Told told) {
    int slot = slots.of(point);
    if (slot >= 0) {
      unseen(slot, Quality.STALE, told);
    }
  }

  private void unseen(int slot, Quality quality, Told told) {
    judge.onNoMeasurement(memory, slot);
    conditions.unseen(by(slot).rule(), slots.subject(slot), quality, told);
  }

  @Override
  public boolean isRising(int point) {
    int slot = slots.of(point);
    // What reports once a day is not seen again within the hour: as far as it is foretold, at
    // least.
    long foretold = terms(slot).step().toMillis() * terms(slot).horizon();
    long ahead = Math.max(foretold, slots.rule(slot).rising().toMillis());
    return judge.isRising(memory, slot, terms(slot), headings.of(slot).levels(), ahead);
  }

  @Override
  public void outlooks(Consumer<Outlook> to) {
    for (int slot = 0; slot < slots.size(); slot++) {
      TimeToLevel time = shown(slot);
      if (time != null) {
        to.accept(outlook(slot, time));
      }
    }
  }

  private Outlook outlook(int slot, TimeToLevel time) {
    boolean comes = time.latest() != Long.MAX_VALUE;
    return new Outlook(
        slots.point(slot).id(),
        slots.point(slot).measure(),
        time.level(),
        Instant.ofEpochMilli(time.at()),
        time.from(),
        Instant.ofEpochMilli(time.earliest()),
        Instant.ofEpochMilli(time.likely()),
        comes ? Instant.ofEpochMilli(time.latest()) : null,
        terms(slot).coverage(),
        time.skill(),
        time.scored());
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
    if (before instanceof TrendWatch older) {
      for (int slot = 0; slot < slots.size(); slot++) {
        int old = slots.before(slot, older.slots);
        if (old >= 0 && terms(slot).equals(older.terms(old))) {
          memory.carry(slot, older.memory, old, terms(slot).step().toMillis());
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
