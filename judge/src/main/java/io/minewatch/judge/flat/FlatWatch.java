package io.minewatch.judge.flat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.FlatRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.judge.column.Distinct;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Slots;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sensors that stand still although there is cause to move (平线). Judged only at points whose plan
 * says that they report at every period, and from what change on a value means something. Cause to
 * move is seen in the zone and in those beside it: {@link Surroundings}.
 *
 * <p>Late, missing, double: as {@link FlatJudge}. It is a finding of maintenance: a point that
 * falls silent leaves it as it is.
 */
public final class FlatWatch implements Watch {
  private final Slots<FlatRule> slots;
  private final Distinct<FlatTerms> terms;
  private final Terms[] by;
  private final FlatMemory memory;
  private final Surroundings surroundings;
  private final Conditions conditions = new Conditions();

  private FlatWatch(Slots<FlatRule> slots, Plan plan) {
    this.slots = slots;
    memory = new FlatMemory(slots.size());
    surroundings = new Surroundings(plan, slots);
    by = slots.terms(Check.FLAT);
    terms = new Distinct<>(slots.size(), slot -> terms(slots.rule(slot), slots.point(slot)));
  }

  private static FlatTerms terms(FlatRule rule, PointPlan point) {
    return new FlatTerms(
        ReportingMode.PERIODIC,
        point.sensor().noiseFloor(),
        rule.flatAfter(),
        point.period().multipliedBy(rule.gapPeriods()));
  }

  /** Null when no point of the plan has such a rule and declares what it needs. */
  public static @Nullable Watch of(Plan plan) {
    Slots<FlatRule> slots = new Slots<>(plan, FlatRule.class, FlatWatch::isDeclared);
    return slots.isEmpty() || plan.status() != MineStatus.WORKING
        ? null
        : new FlatWatch(slots, plan);
  }

  private static boolean isDeclared(PointPlan point) {
    return point.sensor().reporting() == Sensor.Reporting.PERIODIC
        && point.sensor().noiseFloor() > 0;
  }

  @Override
  public String name() {
    return "flat";
  }

  @Override
  public boolean watches(int point) {
    return slots.of(point) >= 0 || surroundings.isSwitch(point);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    int slot = slots.of(point);
    if (slot < 0) {
      surroundings.switched(point, sample.value(), sample.event());
      return;
    }
    boolean was = memory.isStuck(slot);
    long since = memory.since(slot);
    FlatTerms judged = terms.of(slot);
    boolean goesOn = memory.wasHeardWithin(slot, sample.event(), judged.gapMillis());
    boolean stays = memory.isWithin(slot, sample.value(), judged.noiseFloor());
    // Who moves needs no cause: only of one that stands still it is asked what goes on around it.
    Activity activity =
        stays
            ? surroundings.around(slot, sample.event(), judged.flatAfterMillis())
            : Activity.UNKNOWN;
    Flatness found =
        FlatJudge.onReading(memory, slot, judged, sample.event(), sample.value(), activity);
    if (goesOn && found == Flatness.MOVING) {
      surroundings.moved(slot, sample.event());
    }
    if (found == Flatness.STUCK && !was) {
      Look look =
          Look.of(
                  sample,
                  slots.rule(slot).severity(),
                  sample.value(),
                  slots.point(slot).sensor().noiseFloor())
              .with(Map.of("minutes", Long.toString((sample.event() - since) / 60_000)));
      conditions.look(by(slot), slots.about(slot), Truth.HOLDS, look, told);
    } else if (was && found != Flatness.STUCK) {
      Look look = Look.of(sample, slots.rule(slot).severity(), sample.value(), 0);
      conditions.end(by(slot), slots.about(slot), look, told);
    }
  }

  private Terms by(int slot) {
    return by[slots.ruleNumber(slot)];
  }

  @Override
  public void onPeople(People people, Told told) {
    surroundings.people(people, told.now());
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    memory.pass(tape);
    surroundings.pass(tape);
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof FlatWatch older) {
      for (int slot = 0; slot < slots.size(); slot++) {
        int old = slots.before(slot, older.slots);
        if (old >= 0) {
          memory.carry(slot, older.memory, old);
        }
      }
      surroundings.follow(older.surroundings);
      conditions.follow(
          older.conditions, (rule, subject) -> slots.still(rule, subject, older.slots), told);
    }
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
