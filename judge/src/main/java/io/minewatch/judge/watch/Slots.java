package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The points that one kind of rule is about, counted from 0: each has a slot in the columns of a
 * memory. Of several rules of a kind at one point the first counts. 6 bytes a point: what can be
 * read in the plan is not kept again.
 */
public final class Slots<R extends PointRule> {
  private static final char NONE = Character.MAX_VALUE;

  private final List<PointPlan> plan;
  private final List<R> rules;

  /** By point: its slot. */
  private final char[] slotOf;

  /** By slot: its point, and its rule among the rules. */
  private final char[] pointOf;

  private final char[] ruleOf;
  private @Nullable Map<String, Integer> byName;

  /** Lays out the points that refer to a rule of this kind and can be judged by it. */
  public Slots(Plan plan, Class<R> kind, Predicate<PointPlan> judged) {
    this.plan = plan.points();
    this.rules = plan.rulesOf(kind);
    Map<String, Integer> byId = new HashMap<>();
    for (int r = 0; r < rules.size(); r++) {
      byId.put(rules.get(r).id(), r);
    }
    int points = this.plan.size();
    slotOf = new char[points];
    Arrays.fill(slotOf, NONE);
    char[] found = new char[points];
    char[] by = new char[points];
    int size = 0;
    for (int p = 0; p < points && !byId.isEmpty(); p++) {
      int rule = first(this.plan.get(p), byId);
      if (rule >= 0 && judged.test(this.plan.get(p))) {
        slotOf[p] = (char) size;
        found[size] = (char) p;
        by[size++] = (char) rule;
      }
    }
    pointOf = Arrays.copyOf(found, size);
    ruleOf = Arrays.copyOf(by, size);
  }

  private static int first(PointPlan point, Map<String, Integer> byId) {
    for (String id : point.rules()) {
      Integer rule = byId.get(id);
      if (rule != null) {
        return rule;
      }
    }
    return -1;
  }

  public int size() {
    return pointOf.length;
  }

  public boolean isEmpty() {
    return pointOf.length == 0;
  }

  /** The slot of a point by its number in the plan, or -1. */
  public int of(int point) {
    char slot = slotOf[point];
    return slot == NONE ? -1 : slot;
  }

  public PointPlan point(int slot) {
    return plan.get(pointOf[slot]);
  }

  /** How many rules of this kind the plan has. */
  public int rules() {
    return rules.size();
  }

  public R rule(int slot) {
    return rules.get(ruleOf[slot]);
  }

  /** Number of a slot's rule, from 0: what is the same for all points of a rule is kept once. */
  public int ruleNumber(int slot) {
    return ruleOf[slot];
  }

  /** How the findings of each rule are judged, by number of the rule; dangerous when large. */
  public Terms[] terms(Check check) {
    return terms(check, rule -> Duration.ZERO);
  }

  /** The same, over only when gone for the rule's time. */
  public Terms[] terms(Check check, Function<R, Duration> clearAfter) {
    return rules.stream()
        .map(r -> new Terms(r.id(), check, Side.HIGH, 0, clearAfter.apply(r).toMillis()))
        .toArray(Terms[]::new);
  }

  public About about(int slot) {
    PointPlan point = point(slot);
    return new About(subject(slot), point.zone(), point.measure(), point.measure().unit());
  }

  public Subject subject(int slot) {
    return Subject.of(point(slot).id());
  }

  /**
   * The slot under an older plan whose memory goes on in this one: same point, same measure, same
   * rule; -1 for none.
   */
  public int before(int slot, Slots<R> older) {
    PointPlan point = point(slot);
    int old = older.named(point.id().value());
    boolean same =
        old >= 0
            && older.point(old).measure() == point.measure()
            && older.rule(old).id().equals(rule(slot).id());
    return same ? old : -1;
  }

  /** Asked of the plan before, which is let go after it; so the map is made when first wanted. */
  private int named(String point) {
    Map<String, Integer> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (int slot = 0; slot < pointOf.length; slot++) {
        known.put(point(slot).id().value(), slot);
      }
      byName = known;
    }
    return known.getOrDefault(point, -1);
  }

  /** Whether the older slots' rule and point, as named, are judged here in the same way. */
  public boolean still(String rule, Subject subject, Slots<R> older) {
    int old = subject.kind() == Subject.Kind.POINT ? older.named(subject.id()) : -1;
    for (int slot = 0; old >= 0 && slot < pointOf.length; slot++) {
      if (point(slot).id().value().equals(subject.id())) {
        return rule(slot).id().equals(rule) && before(slot, older) >= 0;
      }
    }
    return false;
  }
}
