package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.registry.Sources;
import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rules that an incident was judged by, as they read when they judged. */
public final class JudgedRules {
  private final Store store;
  private final RuleSources sources;

  /**
   * Makes them.
   *
   * @param packs of the running program, for facts whose plan is not kept
   */
  public JudgedRules(Store store, RulePacks packs, Mines mines) {
    this.store = store;
    this.sources = new RuleSources(store, Sources.of(packs, mines.all()));
  }

  /** From where it is known what a rule says. */
  public enum KnownBy {
    /** The plan that judged by it. */
    PLAN,
    /** The rules of the running program: that plan is not kept, or has no such rule. */
    TODAY,
    /** No rule of either, as that of a drill. */
    NOTHING
  }

  /**
   * A rule.
   *
   * @param plans the versions of the mine's plan that judged by it and that have it alike
   * @param source where its numbers come from; null where nothing knows
   */
  public record JudgedRule(
      String rule, SortedSet<Long> plans, KnownBy knownBy, @Nullable Source source) {}

  private record Judged(String rule, long plan) {}

  private record Reading(String rule, KnownBy knownBy, @Nullable Source source) {}

  /**
   * Of all facts of an incident, not of the newest ones alone: where a rule was changed meanwhile,
   * each way in which it read. In the order in which they judged.
   */
  public List<JudgedRule> of(String incident) {
    Map<Judged, Finding> facts = new LinkedHashMap<>();
    for (Event event : store.journal().events(incident)) {
      if (event instanceof Event.FindingNoted noted) {
        Finding fact = noted.finding();
        facts.putIfAbsent(new Judged(fact.rule(), fact.planVersion()), fact);
      }
    }
    Map<Reading, SortedSet<Long>> plans = new LinkedHashMap<>();
    facts.forEach(
        (judged, fact) ->
            plans.computeIfAbsent(read(fact), any -> new TreeSet<>()).add(judged.plan()));
    return plans.entrySet().stream()
        .map(
            each ->
                new JudgedRule(
                    each.getKey().rule(),
                    each.getValue(),
                    each.getKey().knownBy(),
                    each.getKey().source()))
        .toList();
  }

  private Reading read(Finding fact) {
    Source then = sources.then(fact);
    Source source = then == null ? sources.of(fact) : then;
    KnownBy knownBy =
        then != null ? KnownBy.PLAN : source != null ? KnownBy.TODAY : KnownBy.NOTHING;
    return new Reading(fact.rule(), knownBy, source);
  }
}
