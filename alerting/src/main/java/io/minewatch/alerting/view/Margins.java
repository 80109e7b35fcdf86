package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.danger.DangerZones;
import io.minewatch.alerting.danger.Margin;
import io.minewatch.alerting.danger.ZoneInDanger;
import io.minewatch.alerting.desk.Store;
import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which zones an incident reaches, and what time there is to empty them. */
final class Margins {
  private final Store store;
  private final Function<String, @Nullable Summary> summaries;

  Margins(Store store, Function<String, @Nullable Summary> summaries) {
    this.store = store;
    this.summaries = summaries;
  }

  static List<ZoneInDanger> danger(Incident incident, @Nullable Plan plan) {
    return plan == null ? List.of() : DangerZones.of(plan, incident.openFindings().toList());
  }

  /** By the outlooks of the newest summary, of the points where it was found and where it goes. */
  Margin of(Incident incident, @Nullable Plan plan, Instant now) {
    String mine = incident.mine().value();
    List<Duration> took = store.steps().withdrawals(mine);
    Summary summary = summaries.apply(mine);
    if (plan == null || summary == null || !incident.isOpen()) {
      return Margin.of(null, took, now);
    }
    Set<ZoneId> zones = new HashSet<>(incident.zones());
    danger(incident, plan).forEach(each -> zones.add(each.zone()));
    Outlook soonest = Margin.soonest(summary.outlooks(), plan, zones);
    return Margin.of(soonest, took, now);
  }
}
