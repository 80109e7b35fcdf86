package io.minewatch.judge.watch;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PointRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.judge.column.Few;
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
 * memory. Of several rules of a kind at one point the first counts. Hardly more than a bit a point,
 * and a byte a slot where there are several rules: what can be read in the plan is not kept again.
 */
public final class Slots<R extends PointRule> {
  private final List<PointPlan> plan;
  private final List<R> rules;

  /** One bit a point: whether it has a slot. */
  private final long[] has;

  /** By word of those bits: how many slots are before it. */
  private final int[] before;

  private final int size;

  /** By slot: its rule among the rules. */
  private final Few ruleOf;

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
    has = new long[(points + Long.SIZE - 1) / Long.SIZE];
    before = new int[has.length];
    char[] by = new char[points];
    int found = 0;
    for (int p = 0; p < points; p++) {
      if (p % Long.SIZE == 0) {
        before[p / Long.SIZE] = found;
      }
      int rule = byId.isEmpty() ? -1 : first(this.plan.get(p), byId);
      if (rule >= 0 && judged.test(this.plan.get(p))) {
        has[p / Long.SIZE] |= 1L << p;
        by[found++] = (char) rule;
      }
    }
    size = found;
    ruleOf = new Few(Arrays.copyOf(by, size));
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
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The slot of a point by its number in the plan, or -1. */
  public int of(int point) {
    long word = has[point >>> 6];
    long bit = 1L << point;
    return (word & bit) == 0 ? -1 : before[point >>> 6] + Long.bitCount(word & (bit - 1));
  }

  /** The point of a slot; it is looked for, so not for every reading. */
  public PointPlan point(int slot) {
    int at = Arrays.binarySearch(before, slot);
    int word = at < 0 ? -at - 2 : at;
    while (word + 1 < before.length && before[word + 1] <= slot) {
      word++; // words without a slot begin where the next does
    }
    long bits = has[word];
    for (int skipped = before[word]; skipped < slot; skipped++) {
      bits &= bits - 1;
    }
    return plan.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
  }

  /** How many rules of this kind the plan has. */
  public int rules() {
    return rules.size();
  }

  public R rule(int slot) {
    return rules.get(ruleOf.of(slot));
  }

  /** Number of a slot's rule, from 0: what is the same for all points of a rule is kept once. */
  public int ruleNumber(int slot) {
    return ruleOf.of(slot);
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
      for (int slot = 0; slot < size; slot++) {
        known.put(point(slot).id().value(), slot);
      }
      byName = known;
    }
    return known.getOrDefault(point, -1);
  }

  /** Whether the older slots' rule and point, as named, are judged here in the same way. */
  public boolean still(String rule, Subject subject, Slots<R> older) {
    int old = subject.kind() == Subject.Kind.POINT ? older.named(subject.id()) : -1;
    for (int slot = 0; old >= 0 && slot < size; slot++) {
      if (point(slot).id().value().equals(subject.id())) {
        return rule(slot).id().equals(rule) && before(slot, older) >= 0;
      }
    }
    return false;
  }
}
