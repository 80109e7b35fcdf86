package io.minewatch.alerting.document;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Allowed;
import io.minewatch.domain.plan.PeopleRule.Named;
import io.minewatch.domain.plan.PeopleRule.Numbers;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.VelocityRule;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which way a part of a rule protects more, for the parts of which that is certain: told sooner,
 * held longer, a worse colour, from a smaller number on. A part that is not here lowers by any
 * change.
 */
final class Stricter {
  private Stricter() {}

  /**
   * Whether a part that has changed protects at least as much as before.
   *
   * @param rule of which it is a part
   * @param part its name in the record of the rule
   */
  static boolean is(Rule rule, String part, Object before, Object after) {
    return switch (part) {
      case "raiseAfter" -> noLonger((Duration) before, (Duration) after);
      case "clearAfter" -> noLonger((Duration) after, (Duration) before);
      case "severity", "aggravated" -> noMilder((Severity) before, (Severity) after);
      case "delays" -> delays((Delays) before, (Delays) after);
      case "numbers" -> rule instanceof PeopleRule people && numbers(people, before, after);
      case "named" -> named((Named) before, (Named) after);
      case "steps" -> steps(rule, (List<?>) before, (List<?>) after);
      case "levels" ->
          rule instanceof PondRule && ponds(byPoint((List<?>) before), byPoint((List<?>) after));
      case "above" -> rule instanceof RainRule && noMore(before, after);
      case "full" -> rule instanceof LevelRule && noMore(before, after);
      case "periods" -> rule instanceof SilenceRule && noMore(before, after);
      case "atLeast" ->
          rule instanceof SilenceRule && noLonger((Duration) before, (Duration) after);
      default -> false;
    };
  }

  private static boolean noLonger(Duration before, Duration after) {
    return after.compareTo(before) <= 0;
  }

  private static boolean noMilder(Severity before, Severity after) {
    return after.compareTo(before) >= 0;
  }

  private static boolean noMore(Object before, Object after) {
    return ((Number) after).doubleValue() <= ((Number) before).doubleValue();
  }

  private static boolean delays(Delays before, Delays after) {
    return noLonger(before.raiseAfter(), after.raiseAfter())
        && noLonger(after.clearAfter(), before.clearAfter());
  }

  private static boolean numbers(PeopleRule rule, Object was, Object is) {
    Numbers before = (Numbers) was;
    Numbers after = (Numbers) is;
    boolean others =
        new Numbers(before.limit(), after.tolerance(), after.within(), after.singly())
            .equals(before);
    return others
        && switch (rule.asks()) {
          case CROWDED, CROWDED_WORKPLACE, IDLE_MINE, MINE_FULL, OVERTIME ->
              after.limit() <= before.limit();
          case NO_LEADER -> after.limit() >= before.limit();
          case RESTRICTED, TWO_CARDS, TWO_PLACES, PARKED, DISTRESS, SILENT, UNKNOWN_PLACE -> false;
        };
  }

  /** Nobody leads who did not, and nobody may be anywhere where he might not. */
  private static boolean named(Named before, Named after) {
    Map<ZoneId, Set<CardId>> allowed = new HashMap<>();
    for (Allowed each : before.allowed()) {
      allowed.computeIfAbsent(each.zone(), zone -> new HashSet<>()).addAll(each.cards());
    }
    return Set.copyOf(before.leaders()).containsAll(after.leaders())
        && after.allowed().stream()
            .allMatch(
                each -> allowed.getOrDefault(each.zone(), Set.of()).containsAll(each.cards()));
  }

  /** For each step before there is one that is reached no later and is no milder. */
  private static boolean steps(Rule rule, List<?> before, List<?> after) {
    return (rule instanceof VelocityRule || rule instanceof LevelRule)
        && before.stream().allMatch(was -> after.stream().anyMatch(is -> asEarly(was, is)));
  }

  private static boolean asEarly(Object was, Object is) {
    if (was instanceof VelocityRule.Step before && is instanceof VelocityRule.Step after) {
      return after.at() <= before.at() && noMilder(before.severity(), after.severity());
    }
    return was instanceof LevelRule.Step before
        && is instanceof LevelRule.Step after
        && after.hours() >= before.hours()
        && noMilder(before.severity(), after.severity());
  }

  private static Map<String, PondRule.Levels> byPoint(List<?> levels) {
    Map<String, PondRule.Levels> all = new HashMap<>();
    for (Object each : levels) {
      if (each instanceof PondRule.Levels level) {
        all.put(level.point().value(), level);
      }
    }
    return all;
  }

  private static boolean ponds(
      Map<String, PondRule.Levels> before, Map<String, PondRule.Levels> after) {
    return before.entrySet().stream()
        .allMatch(
            each -> {
              PondRule.Levels is = after.get(each.getKey());
              return is != null && asEarly(each.getValue(), is);
            });
  }

  private static boolean asEarly(PondRule.Levels was, PondRule.Levels is) {
    Side danger = was.item().danger();
    return was.item() == is.item()
        && !danger.worse(is.blue(), was.blue())
        && !danger.worse(is.yellow(), was.yellow())
        && !danger.worse(is.orange(), was.orange())
        && !danger.worse(is.red(), was.red());
  }
}
