package io.minewatch.alerting.app;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Plans;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every plan its version: the next one only when the content has changed. */
final class PlanVersions {
  private PlanVersions() {}

  /** Keeps and queues what changed, and queues the rest to be published again. */
  static Plans bring(Store store, Collection<MineEntry> mines, Clock clock) {
    return store
        .database()
        .write(
            () -> {
              store.outbox().sendAllAgain();
              Map<MineCode, Plan> plans = new HashMap<>();
              for (MineEntry entry : mines) {
                Plan content = entry.plan();
                Plan known = store.outbox().plan(content.mine());
                if (known != null
                    && content.as(known.version(), known.effectiveFrom()).equals(known)) {
                  plans.put(known.mine(), known);
                  continue;
                }
                long version = known == null ? 1 : known.version() + 1;
                Plan plan = content.as(version, clock.instant());
                store.outbox().plan(Topic.of(Topic.Kind.PLAN, plan.mine()).toString(), plan);
                store.ledger().append(List.of(row(plan)));
                plans.put(plan.mine(), plan);
              }
              return new Plans(plans);
            });
  }

  private static Entry row(Plan plan) {
    String mine = plan.mine().value();
    return new Entry(
        0,
        plan.effectiveFrom().toString(),
        mine,
        LedgerRows.Kind.PLAN.name(),
        mine,
        plan.version(),
        LedgerRows.SYSTEM,
        "Plan",
        new String(Messages.write(plan), StandardCharsets.UTF_8));
  }
}
