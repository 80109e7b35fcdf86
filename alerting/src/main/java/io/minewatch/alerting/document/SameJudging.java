package io.minewatch.alerting.document;

import io.minewatch.domain.plan.PlausibleRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Side;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares rules of all kinds but limits, part by part: a part that changed lowers, unless {@link
 * Stricter} knows that it protects no less. What rules are called and where their numbers come from
 * judges nothing.
 */
final class SameJudging {
  private static final Set<String> WORDS = Set.of("name", "nameEnglish", "source");
  private static final String GUARD = "guard";

  private SameJudging() {}

  /** Whether the second rule protects less; a gate that keeps back less protects more. */
  static boolean lowers(Rule was, Rule is) {
    if (was.getClass() != is.getClass()) {
      return true;
    }
    Map<String, @Nullable Object> before = numbers(was);
    Map<String, @Nullable Object> after = numbers(is);
    if (was instanceof PlausibleRule gate && is instanceof PlausibleRule now) {
      before.remove(GUARD);
      after.remove(GUARD);
      if (!letThrough(now).containsAll(letThrough(gate))) {
        return true;
      }
    }
    return before.entrySet().stream()
        .anyMatch(part -> lowers(was, part.getKey(), part.getValue(), after.get(part.getKey())));
  }

  private static boolean lowers(
      Rule rule, String part, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      return false;
    }
    return before == null || after == null || !Stricter.is(rule, part, before, after);
  }

  /** Which jumps a gate lets through to judging. */
  private static Set<Side> letThrough(PlausibleRule gate) {
    return switch (gate.guard()) {
      case BOTH_WAYS -> EnumSet.noneOf(Side.class);
      case LETS_HIGH_THROUGH -> EnumSet.of(Side.HIGH);
      case LETS_LOW_THROUGH -> EnumSet.of(Side.LOW);
      case LETS_ALL_THROUGH -> EnumSet.allOf(Side.class);
    };
  }

  /** What a rule judges by; every rule is a record. */
  private static Map<String, @Nullable Object> numbers(Rule rule) {
    Map<String, @Nullable Object> numbers = new HashMap<>();
    for (RecordComponent part : Objects.requireNonNull(rule.getClass().getRecordComponents())) {
      if (!WORDS.contains(part.getName())) {
        try {
          numbers.put(part.getName(), part.getAccessor().invoke(rule));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("a rule that cannot be read: " + rule.id(), e);
        }
      }
    }
    return numbers;
  }
}
