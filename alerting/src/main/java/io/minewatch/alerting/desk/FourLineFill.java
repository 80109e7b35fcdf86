package io.minewatch.alerting.desk;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.journal.FindingRows.Page;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the rows of the four lines from the findings that were kept before there were such rows,
 * once, a few at a time: findings and plans are read outside the ledger's head, for which calls
 * wait. For one thread.
 */
public final class FourLineFill {
  private static final int AT_ONCE = 50;
  private static final int MOST_PLANS = 200;
  private static final Logger LOG = LoggerFactory.getLogger(FourLineFill.class);

  private final Store store;
  private final Clock clock;
  private final Map<String, Map<String, OutageRule.Of>> rules = new LinkedHashMap<>();
  private String after = "";
  private boolean isDone;

  public FourLineFill(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What was made of a finding.
   *
   * @param facts of how many
   * @param of what its rule is about, where that matters and is known
   * @param outage null where it is none
   */
  private record Made(
      FindingId finding, int facts, OutageRule.@Nullable Of of, @Nullable Outage outage) {}

  /**
   * Makes some more.
   *
   * @return whether there may be more
   */
  public boolean some() {
    if (isDone || !store.fourLines().isNew()) {
      isDone = true;
      return false;
    }
    List<FindingId> ids = store.findings().ids(Check.SILENCE, Check.FLAT, new Page(after, AT_ONCE));
    List<Made> made = new ArrayList<>();
    ids.forEach(id -> make(id, made));
    store
        .database()
        .write(
            () -> {
              made.forEach(this::keep);
              if (ids.isEmpty()) {
                store.fourLines().made(clock.instant());
              }
              return ids;
            });
    after = ids.isEmpty() ? after : ids.get(ids.size() - 1).value();
    return !ids.isEmpty();
  }

  /** What cannot be read is left out, and stops nothing else. */
  private void make(FindingId id, List<Made> made) {
    try {
      List<Finding> facts = store.findings().facts(id);
      boolean asks = FourLine.isOfItsRule(facts.get(0));
      OutageRule.Of of = asks ? of(facts.get(0)) : null;
      made.add(new Made(id, facts.size(), of, FourLines.outage(facts, any -> of)));
    } catch (RuntimeException e) {
      LOG.error("finding {} is not counted among the four lines: it cannot be read", id, e);
    }
  }

  /** With what came meanwhile; what is none by the plan of then has no row any more. */
  private void keep(Made made) {
    boolean isWhole = store.findings().count(made.finding()) == made.facts();
    Outage outage =
        isWhole
            ? made.outage()
            : FourLines.outage(store.findings().facts(made.finding()), any -> made.of());
    if (outage == null) {
      store.fourLines().remove(made.finding());
    } else {
      store.fourLines().keep(outage);
    }
  }

  /** By the plan by which it was found; where that is not kept any more, by the one that holds. */
  private OutageRule.@Nullable Of of(Finding finding) {
    String key = finding.mine() + "/" + finding.planVersion();
    Map<String, OutageRule.Of> known = rules.get(key);
    if (known == null) {
      Plan then = store.outbox().plan(finding.mine(), finding.planVersion());
      known = rules(then == null ? store.outbox().plan(finding.mine()) : then);
      if (rules.size() >= MOST_PLANS) {
        rules.clear();
      }
      rules.put(key, known);
    }
    return known.get(finding.rule());
  }

  private static Map<String, OutageRule.Of> rules(@Nullable Plan plan) {
    Map<String, OutageRule.Of> rules = new HashMap<>();
    if (plan != null) {
      plan.rulesOf(OutageRule.class).forEach(each -> rules.put(each.id(), each.of()));
    }
    return rules;
  }
}
