package io.minewatch.judge.water;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the water of a mine: inflow against the pumps, levels that near their mark, rain.
 *
 * <p>Late, missing, double: a dark point blinds what is open of it; rain that was not heard keeps
 * open what is open, because the sum may be too small.
 */
public final class WaterWatch implements Watch {
  private final List<DrainRule> drains;
  private final List<LevelRule> levelRules;
  private final Levels levels;
  private final List<Rain> rains;
  private final Newest newest;
  private final Conditions conditions = new Conditions();

  private WaterWatch(Plan plan) {
    drains = plan.rulesOf(DrainRule.class);
    levelRules = plan.rulesOf(LevelRule.class);
    levels = new Levels(levelRules);
    rains = plan.rulesOf(RainRule.class).stream().map(Rain::new).toList();
    Set<PointId> wanted = new HashSet<>();
    for (DrainRule rule : drains) {
      wanted.add(rule.inflow());
      rule.pumps().forEach(pump -> wanted.add(pump.running()));
      conditions.know(Drains.terms(rule));
    }
    for (LevelRule rule : levelRules) {
      wanted.add(rule.level());
      conditions.know(Levels.terms(rule));
    }
    for (Rain rain : rains) {
      wanted.add(rain.rule().gauge());
      conditions.know(terms(rain.rule()));
    }
    newest = new Newest(plan, wanted);
  }

  /** Null when the plan asks for nothing about water. */
  public static @Nullable Watch of(Plan plan) {
    WaterWatch watch = new WaterWatch(plan);
    boolean any = !watch.drains.isEmpty() || !watch.levelRules.isEmpty() || !watch.rains.isEmpty();
    return any ? watch : null;
  }

  @Override
  public String name() {
    return "water";
  }

  @Override
  public boolean watches(int point) {
    return newest.watches(point);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    newest.see(point, sample);
    PointId id = newest.id(point);
    drains(id, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
    for (int slot = 0; slot < levelRules.size(); slot++) {
      if (levelRules.get(slot).level().equals(id)) {
        levels.onReading(slot, sample, conditions, told);
      }
    }
    for (Rain rain : rains) {
      if (rain.rule().gauge().equals(id)) {
        rain.see(sample.event(), sample.value());
        if (!sample.isExact()) {
          rain.leastKnown();
        }
        rain(rain, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
      }
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    PointId id = newest.id(point);
    gap(id);
    if (sample.blinds()) {
      newest.lose(point, sample);
      lost(id, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
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

  @Override
  public void onGap(int point) {
    PointId id = newest.id(point);
    gap(id);
    rains.stream().filter(rain -> rain.rule().gauge().equals(id)).forEach(Rain::gap);
  }

  /** What seemed to be over of this point has to show it again; of others nothing follows. */
  private void gap(PointId id) {
    for (DrainRule rule : drains) {
      if (Drains.concerns(rule, id)) {
        conditions.gap(rule.id(), Drains.subject(rule));
      }
    }
    Subject itself = Subject.of(id);
    levelRules.forEach(rule -> conditions.gap(rule.id(), itself));
    rains.forEach(rain -> conditions.gap(rain.rule().id(), itself));
  }

  private void lost(PointId id, Look look, Told told) {
    drains(id, look, told);
    for (LevelRule rule : levelRules) {
      if (rule.level().equals(id)) {
        conditions.look(Levels.terms(rule), Levels.about(rule), Truth.UNKNOWN, look, told);
      }
    }
    for (Rain rain : rains) {
      if (rain.rule().gauge().equals(id)) {
        conditions.look(terms(rain.rule()), about(rain.rule()), Truth.UNKNOWN, look, told);
      }
    }
  }

  private void drains(PointId id, Look at, Told told) {
    for (DrainRule rule : drains) {
      if (Drains.concerns(rule, id)) {
        Drains.look(rule, newest, conditions, at, told);
      }
    }
  }

  private void rain(Rain rain, Look at, Told told) {
    RainRule rule = rain.rule();
    double sum = rain.sum();
    boolean above = sum > rule.above();
    boolean keeps = rain.isPartial() && conditions.isOpen(rule.id(), about(rule).subject());
    Look look = at.seeing(rule.severity(), sum, rule.above());
    if (rain.isPartial()) {
      look = look.with(Map.of("partial", "YES"));
    }
    conditions.look(
        terms(rule), about(rule), above || keeps ? Truth.HOLDS : Truth.GONE, look, told);
  }

  private static Terms terms(RainRule rule) {
    return new Terms(rule.id(), Check.WATER, Side.HIGH, 0, rule.clearAfter().toMillis());
  }

  private static About about(RainRule rule) {
    return new About(
        Subject.of(rule.gauge()), rule.zone(), Measure.RAINFALL, Measure.RAINFALL.unit());
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
    levels.pass(tape);
    rains.forEach(rain -> rain.pass(tape));
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof WaterWatch old) {
      newest.follow(old.newest);
      levels.follow(old.levels);
      for (Rain rain : rains) {
        for (Rain was : old.rains) {
          boolean same =
              was.rule().id().equals(rain.rule().id())
                  && was.rule().gauge().equals(rain.rule().gauge())
                  && was.rule().report() == rain.rule().report();
          if (same) {
            rain.follow(was);
          }
        }
      }
      conditions.follow(old.conditions, this::isWatched, told);
    }
  }

  private boolean isWatched(String id, Subject subject) {
    return drains.stream().anyMatch(r -> r.id().equals(id) && Drains.subject(r).equals(subject))
        || levelRules.stream()
            .anyMatch(r -> r.id().equals(id) && Levels.about(r).subject().equals(subject))
        || rains.stream()
            .map(Rain::rule)
            .anyMatch(r -> r.id().equals(id) && about(r).subject().equals(subject));
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
