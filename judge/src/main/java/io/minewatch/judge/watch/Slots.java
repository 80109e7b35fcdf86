package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PointRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The points that one kind of rule is about, counted from 0: each has a slot in the columns of a
 * memory. Of several rules of a kind at one point the first counts.
 */
public final class Slots<R extends PointRule> {
  private final int[] slotOf;
  private final List<PointPlan> points = new ArrayList<>();
  private final List<R> rules = new ArrayList<>();
  private final List<About> abouts = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();

  /** Lays out the points that refer to a rule of this kind and can be judged by it. */
  public Slots(Plan plan, Class<R> kind, Predicate<PointPlan> judged) {
    slotOf = new int[plan.points().size()];
    Arrays.fill(slotOf, -1);
    Map<String, R> byId = new HashMap<>();
    plan.rulesOf(kind).forEach(rule -> byId.put(rule.id(), rule));
    for (int p = 0; p < slotOf.length && !byId.isEmpty(); p++) {
      PointPlan point = plan.points().get(p);
      R rule = first(point, byId);
      if (rule != null && judged.test(point)) {
        slotOf[p] = points.size();
        byName.put(point.id().value(), points.size());
        points.add(point);
        rules.add(rule);
        abouts.add(
            new About(
                Subject.of(point.id()), point.zone(), point.measure(), point.measure().unit()));
      }
    }
  }

  private static <R> @Nullable R first(PointPlan point, Map<String, R> byId) {
    for (String id : point.rules()) {
      R rule = byId.get(id);
      if (rule != null) {
        return rule;
      }
    }
    return null;
  }

  public int size() {
    return points.size();
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** The slot of a point by its number in the plan, or -1. */
  public int of(int point) {
    return slotOf[point];
  }

  public PointPlan point(int slot) {
    return points.get(slot);
  }

  public R rule(int slot) {
    return rules.get(slot);
  }

  public About about(int slot) {
    return abouts.get(slot);
  }

  /**
   * The slot under an older plan whose memory goes on in this one: same point, same measure, same
   * rule; -1 for none.
   */
  public int before(int slot, Slots<R> older) {
    PointPlan point = point(slot);
    int old = older.byName.getOrDefault(point.id().value(), -1);
    boolean same =
        old >= 0
            && older.point(old).measure() == point.measure()
            && older.rule(old).id().equals(rule(slot).id());
    return same ? old : -1;
  }

  /** Whether the older slots' rule and point, as named, are judged here in the same way. */
  public boolean still(String rule, Subject subject, Slots<R> older) {
    int slot = byName.getOrDefault(subject.id(), -1);
    return subject.kind() == Subject.Kind.POINT
        && slot >= 0
        && rule(slot).id().equals(rule)
        && before(slot, older) >= 0;
  }
}
