package io.minewatch.validation.rule;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import java.time.Duration;
import java.util.List;

/** The rules of people as the platform's own pack has them. */
public final class PeopleRules {
  private static final Source SOURCE =
      new Source("platform.yaml", "people", "2026-01-01", Confidence.PROPOSAL);

  /** What they say, in words. */
  public static final String WORDS =
      "a card is silent after 3 periods, at least 60 s, told when it stays so for 60 s more; two"
          + " cards of one person: 2 h and 8 moves together within 3 m; parked: not moved by 3 m"
          + " for 3 h while half of the others did; all as in rules/platform.yaml";

  private PeopleRules() {}

  /**
   * Silence, pairs and parked cards, and a limit that counts after a time.
   *
   * @param crowdedAfter how long a zone must be over its limit
   */
  public static List<Rule> all(Duration crowdedAfter) {
    Duration minute = Duration.ofMinutes(1);
    return List.of(
        new SilenceRule("silence", 3, minute, SOURCE),
        rule(Asks.SILENT, numbers(0, 0, Duration.ZERO, 20_000), minute, Duration.ZERO),
        rule(Asks.CROWDED, numbers(100, 0, Duration.ZERO, 0), crowdedAfter, crowdedAfter),
        rule(Asks.TWO_CARDS, numbers(8, 3, Duration.ofHours(2), 5), Duration.ZERO, minute),
        rule(Asks.PARKED, numbers(50, 3, Duration.ofHours(3), 5), Duration.ZERO, minute));
  }

  private static PeopleRule.Numbers numbers(
      double limit, double tolerance, Duration within, int singly) {
    return new PeopleRule.Numbers(limit, tolerance, within, singly);
  }

  private static PeopleRule rule(
      Asks asks, PeopleRule.Numbers numbers, Duration raise, Duration clear) {
    return new PeopleRule(
        asks.name(),
        asks,
        "",
        "",
        Severity.YELLOW,
        numbers,
        new Delays(raise, clear),
        PeopleRule.Named.NOBODY,
        SOURCE);
  }
}
