package io.minewatch.alerting.view;

import io.minewatch.alerting.desk.Store;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers of a finding's rule come from: as its own plan version has it, for the rule may
 * read otherwise by now.
 */
final class RuleSources {
  /** Plans whose sources are kept at hand. */
  private static final int KEPT = 64;

  private final Store store;
  private final Map<String, Source> packs;
  private final Map<String, Map<String, Source>> byPlan =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Source>> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * Sources.
   *
   * @param packs of the running program, for findings whose plan is not kept
   */
  RuleSources(Store store, Map<String, Source> packs) {
    this.store = store;
    this.packs = Map.copyOf(packs);
  }

  @Nullable Source of(Finding finding) {
    Source then = then(finding);
    return then == null ? packs.get(finding.rule()) : then;
  }

  /** As its plan has it; null where that is not kept or has no such rule. */
  @Nullable Source then(Finding finding) {
    return plan(finding).get(finding.rule());
  }

  private synchronized Map<String, Source> plan(Finding finding) {
    String key = finding.mine() + " " + finding.planVersion();
    Map<String, Source> known = byPlan.get(key);
    if (known == null) {
      Plan plan = store.outbox().plan(finding.mine(), finding.planVersion());
      if (plan == null) {
        return Map.of();
      }
      known = new HashMap<>();
      for (Rule rule : plan.rules()) {
        known.put(rule.id(), rule.source());
      }
      byPlan.put(key, known);
    }
    return known;
  }
}
