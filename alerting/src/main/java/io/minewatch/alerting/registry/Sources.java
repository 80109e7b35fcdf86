package io.minewatch.alerting.registry;

import io.minewatch.alerting.rules.RulePacks;
import io.minewatch.domain.plan.Source;
import java.util.Collection;
import java.util.SortedMap;

/** Where every number that judges comes from. */
public final class Sources {
  private Sources() {}

  /** By rule id: the rows of all packs, and the mines' own values. */
  public static SortedMap<String, Source> of(RulePacks packs, Collection<MineEntry> mines) {
    SortedMap<String, Source> sources = packs.sources();
    for (MineEntry mine : mines) {
      mine.plan().rules().forEach(rule -> sources.putIfAbsent(rule.id(), rule.source()));
    }
    return sources;
  }
}
