package io.minewatch.judge.water;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches tailings ponds: the colour of each point by its designer's levels, of each item by the
 * number of its points, of the pond by the number of its items.
 *
 * <p>Late, missing, double: a dark point keeps the colour it had and blinds; one that had none is
 * unknown, which keeps an item from being good. An item or pond is found by itself only where it is
 * worse than its worst point or item.
 */
public final class PondWatch implements Watch {
  private final List<Pond> ponds;
  private final Newest newest;
  private final Conditions conditions = new Conditions();

  private PondWatch(Plan plan) {
    ponds = plan.rulesOf(PondRule.class).stream().map(rule -> new Pond(rule, plan)).toList();
    Set<PointId> wanted = new HashSet<>();
    for (Pond pond : ponds) {
      pond.rule().levels().forEach(level -> wanted.add(level.point()));
      conditions.know(pond.terms());
    }
    newest = new Newest(plan, wanted);
  }

  /** Null when the plan has no pond. */
  public static @Nullable Watch of(Plan plan) {
    PondWatch watch = new PondWatch(plan);
    return watch.ponds.isEmpty() ? null : watch;
  }

  @Override
  public String name() {
    return "pond";
  }

  @Override
  public boolean watches(int point) {
    return newest.watches(point);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    newest.see(point, sample);
    PointId id = newest.id(point);
    Look look = Look.of(sample, Severity.BLUE, sample.value(), 0);
    ponds.forEach(pond -> pond.onValue(id, look, conditions, told));
  }

  @Override
  public void onGap(int point) {
    PointId id = newest.id(point);
    ponds.forEach(pond -> pond.gap(id, conditions));
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    onGap(point);
    if (sample.blinds()) {
      newest.lose(point, sample);
      lost(newest.id(point), Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
    }
  }

  @Override
  public void onDark(int point, Told told) {
    if (newest.watches(point)) {
      newest.lose(point);
      PointId id = newest.id(point);
      lost(id, newest.lookNow(id, Quality.STALE, told), told);
    }
  }

  private void lost(PointId id, Look look, Told told) {
    ponds.forEach(pond -> pond.onNothing(id, look, conditions, told));
  }

  @Override
  public void onTime(Told told) {
    conditions.onTime(told);
  }

  @Override
  public long wakeAt() {
    return conditions.wakeAt();
  }

  @Override
  public void standing(BiConsumer<String, Subject> open) {
    conditions.standing(open);
  }

  @Override
  public void pass(Tape tape) {
    newest.pass(tape);
    ponds.forEach(pond -> pond.pass(tape));
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof PondWatch old) {
      newest.follow(old.newest);
      for (Pond pond : ponds) {
        old.ponds.forEach(pond::follow);
      }
      conditions.follow(old.conditions, this::isWatched, told);
    }
  }

  private boolean isWatched(String rule, Subject subject) {
    return ponds.stream().anyMatch(pond -> pond.rule().id().equals(rule) && pond.asks(subject));
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
