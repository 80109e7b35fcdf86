package io.minewatch.validation.rule;

import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SilenceRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The rules of people as the platform's own pack has them, so that each card is scored alone. */
public final class PeopleRules {
  /** What is changed of them, in words. */
  public static final String WORDS =
      "silence, limits, two cards of one person and parked cards as in rules/platform.yaml, but"
          + " that each card is told singly however many they are";

  private static final Set<Asks> SCORED =
      Set.of(Asks.SILENT, Asks.CROWDED, Asks.TWO_CARDS, Asks.PARKED);

  /** More than any set has. */
  private static final int SINGLY = 20_000;

  private PeopleRules() {}

  /**
   * Those of the pack that are scored here.
   *
   * @param shipped the rules of the pack
   * @param crowdedAfter how long a zone must be over its limit: the sets last a minute or two
   */
  public static List<Rule> of(List<Rule> shipped, Duration crowdedAfter) {
    return shipped.stream()
        .filter(rule -> rule instanceof SilenceRule || isScored(rule))
        .map(rule -> rule instanceof PeopleRule people ? singly(people, crowdedAfter) : rule)
        .toList();
  }

  private static boolean isScored(Rule rule) {
    return rule instanceof PeopleRule people && SCORED.contains(people.asks());
  }

  private static Rule singly(PeopleRule rule, Duration crowdedAfter) {
    PeopleRule.Numbers numbers = rule.numbers();
    return new PeopleRule(
        rule.asks().name(),
        rule.asks(),
        rule.name(),
        rule.nameEnglish(),
        rule.severity(),
        new PeopleRule.Numbers(numbers.limit(), numbers.tolerance(), numbers.within(), SINGLY),
        rule.asks() == Asks.CROWDED ? new Delays(crowdedAfter, crowdedAfter) : rule.delays(),
        rule.named(),
        rule.source());
  }
}
