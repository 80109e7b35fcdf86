package io.minewatch.alerting.seal;

import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * By what a stopped mine is judged. Refuses a kind of sign that has no rule, or two.
 *
 * @param night when peaks of the night are looked for
 * @param rest how long a mine must have been watched at rest before anything is held against that
 */
public record SealRules(Map<Sign.Kind, SealRule> rules, Night night, Duration rest) {
  /**
   * The hours of the night by the clock of the mine, and how many nights make a pattern.
   *
   * @param from its first moment; before midnight, or after it
   * @param to its end
   * @param nights of the last seven
   */
  public record Night(LocalTime from, LocalTime to, int nights) {
    public Night {
      if (from.equals(to)) {
        throw new IllegalArgumentException("a night has a begin and an end, were both " + from);
      }
      if (nights < 2 || nights > DAYS) {
        throw new IllegalArgumentException("nights are 2 to " + DAYS + ", was " + nights);
      }
    }

    boolean holds(LocalTime time) {
      boolean after = !time.isBefore(from);
      boolean before = time.isBefore(to);
      return from.isBefore(to) ? after && before : after || before;
    }
  }

  /** Days that are looked back on for a pattern of nights. */
  static final int DAYS = 7;

  public SealRules {
    rules = Map.copyOf(rules);
    if (rest.isNegative() || rest.isZero()) {
      throw new IllegalArgumentException("rest must be above zero, was " + rest);
    }
    for (Sign.Kind kind : Sign.Kind.values()) {
      if (!rules.containsKey(kind)) {
        throw new IllegalArgumentException("the seal has no rule for " + kind);
      }
    }
  }

  /** From single rules, in whatever order. */
  public static SealRules of(List<SealRule> all, Night night, Duration rest) {
    Map<Sign.Kind, SealRule> rules = new EnumMap<>(Sign.Kind.class);
    for (SealRule each : all) {
      if (rules.put(each.kind(), each) != null) {
        throw new IllegalArgumentException("the seal has two rules for " + each.kind());
      }
    }
    return new SealRules(rules, night, rest);
  }

  SealRule of(Sign.Kind kind) {
    return Objects.requireNonNull(rules.get(kind), "every kind has one");
  }
}
