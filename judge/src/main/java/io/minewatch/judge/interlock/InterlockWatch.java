package io.minewatch.judge.interlock;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.muster.People;
import io.minewatch.judge.tape.Tape;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Newest;
import io.minewatch.judge.watch.Sample;
import io.minewatch.judge.watch.Terms;
import io.minewatch.judge.watch.Told;
import io.minewatch.judge.watch.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the interlocks of a mine: feeds that stay live after a cut or are dead without one, fans
 * that stand still, doors, supply circuits, reversed wind. It advises and records; it commands no
 * device.
 *
 * <p>Late, missing, double: a contradiction counts when its grace time has run out, also by time
 * alone; a switch that is dark blinds what is open and never makes it good.
 */
public final class InterlockWatch implements Watch {
  private final List<InterlockRule> rules;
  private final Map<PointId, PointPlan> plans = new HashMap<>();
  private final Map<PointId, List<Integer>> rulesOf = new HashMap<>();
  private final TreeMap<PointId, GasPoint> gas;
  private final Newest newest;
  private final Conditions conditions = new Conditions();

  /** People in the zones behind, one a rule. */
  private final int[] people;

  private InterlockWatch(Plan plan, List<InterlockRule> rules) {
    this.rules = rules;
    plan.points().forEach(point -> plans.put(point.id(), point));
    gas = new TreeMap<>(Comparator.comparing(PointId::value));
    Set<PointId> wanted = new HashSet<>();
    for (int r = 0; r < rules.size(); r++) {
      for (InterlockRule.Switch each : rules.get(r).switches()) {
        wanted.add(each.point());
        rulesOf.computeIfAbsent(each.point(), id -> new ArrayList<>()).add(r);
      }
      for (PointId id : rules.get(r).gas()) {
        wanted.add(id);
        gas.computeIfAbsent(id, point -> new GasPoint(plan, point));
        rulesOf.computeIfAbsent(id, point -> new ArrayList<>()).add(r);
      }
      conditions.know(terms(rules.get(r)));
    }
    newest = new Newest(plan, wanted);
    people = new int[rules.size()];
  }

  /** Null when the plan has no interlocks. */
  public static @Nullable Watch of(Plan plan) {
    List<InterlockRule> rules = plan.rulesOf(InterlockRule.class);
    return rules.isEmpty() ? null : new InterlockWatch(plan, rules);
  }

  @Override
  public String name() {
    return "interlock";
  }

  @Override
  public boolean watches(int point) {
    return newest.watches(point);
  }

  @Override
  public void onReading(int point, Sample sample, Told told) {
    newest.see(point, sample);
    PointId id = newest.id(point);
    GasPoint measured = gas.get(id);
    if (measured != null) {
      measured.see(sample.value());
    }
    look(id, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
  }

  @Override
  public void onGap(int point) {
    for (int r : rulesOf.getOrDefault(newest.id(point), List.of())) {
      conditions.gap(rules.get(r).id(), subject(rules.get(r)));
    }
  }

  @Override
  public void onNoMeasurement(int point, Sample sample, Told told) {
    onGap(point);
    newest.lose(point, sample);
    PointId id = newest.id(point);
    GasPoint measured = gas.get(id);
    if (measured != null) {
      measured.lose(sample.quality());
    }
    look(id, Look.of(sample, Severity.BLUE, Double.NaN, 0), told);
  }

  @Override
  public void onDark(int point, Told told) {
    if (newest.watches(point)) {
      PointId id = newest.id(point);
      newest.lose(point);
      GasPoint measured = gas.get(id);
      if (measured != null) {
        measured.lose(Quality.STALE);
      }
      look(id, newest.lookNow(id, Quality.STALE, told), told);
    }
  }

  @Override
  public void onPeople(People everybody, Told told) {
    for (int r = 0; r < people.length; r++) {
      InterlockRule rule = rules.get(r);
      int before = people[r];
      people[r] = rule.behind().isEmpty() ? 0 : everybody.insideOf(rule.behind());
      if (people[r] != before && conditions.isOpen(rule.id(), subject(rule))) {
        look(r, newest.lookNow(rule.switches().get(0).point(), Quality.GOOD, told), told);
      }
    }
  }

  private void look(PointId id, Look at, Told told) {
    for (int r : rulesOf.getOrDefault(id, List.of())) {
      look(r, at, told);
    }
  }

  private void look(int r, Look at, Told told) {
    InterlockRule rule = rules.get(r);
    List<GasPoint> points = new ArrayList<>();
    for (PointId id : rule.gas()) {
      GasPoint point = gas.get(id);
      if (point != null) {
        points.add(point);
      }
    }
    InterlockJudge.Answer now = InterlockJudge.judge(rule, newest, points, people[r], floors(rule));
    Look look = at.seeing(now.severity(), now.value(), now.limit()).with(now.detail());
    conditions.look(terms(rule), about(rule), now.truth(), look, told);
  }

  private double[] floors(InterlockRule rule) {
    return rule.switches().stream()
        .map(each -> plans.get(each.point()))
        .mapToDouble(point -> point == null ? 0 : point.sensor().noiseFloor())
        .toArray();
  }

  private static Terms terms(InterlockRule rule) {
    Side side = rule.type() == InterlockRule.Type.WIND_REVERSED ? Side.LOW : Side.HIGH;
    return new Terms(
        rule.id(),
        Check.INTERLOCK,
        side,
        rule.raiseAfter().toMillis(),
        rule.clearAfter().toMillis());
  }

  private About about(InterlockRule rule) {
    Measure measure =
        switch (rule.type()) {
          case FEED_LIVE -> measureOf(rule.gas().get(0));
          case FEED_DEAD, SUPPLY_LOST -> Measure.SWITCH;
          case WIND_REVERSED -> Measure.AIR_SPEED;
          case MAIN_FAN_STOPPED, FAN_STOPPED, DUCT_WITHOUT_AIR, DOORS_OPEN -> null;
        };
    return new About(subject(rule), rule.zone(), measure, measure == null ? "" : measure.unit());
  }

  private @Nullable Measure measureOf(PointId id) {
    PointPlan point = plans.get(id);
    return point == null ? null : point.measure();
  }

  private static Subject subject(InterlockRule rule) {
    return new Subject(Subject.Kind.CONDITION, rule.subject());
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
    gas.values().forEach(point -> point.pass(tape));
    tape.column(people);
    conditions.pass(tape);
  }

  @Override
  public void follow(@Nullable Watch before, Told told) {
    if (before instanceof InterlockWatch old) {
      newest.follow(old.newest);
      gas.forEach(
          (id, point) -> {
            GasPoint was = old.gas.get(id);
            if (was != null) {
              point.follow(was);
            }
          });
      conditions.follow(old.conditions, this::isWatched, told);
    }
  }

  private boolean isWatched(String id, Subject subject) {
    return rules.stream().anyMatch(rule -> rule.id().equals(id) && subject.equals(subject(rule)));
  }

  @Override
  public void end(Told told) {
    new Conditions().follow(conditions, (rule, subject) -> false, told);
  }
}
