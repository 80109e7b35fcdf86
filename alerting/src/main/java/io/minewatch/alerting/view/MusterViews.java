package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head count of an incident as it is shown. */
final class MusterViews {
  private MusterViews() {}

  static IncidentView.@Nullable MusterView of(
      Incident incident, List<IncidentView.HeadingView> headings, Sight sight) {
    Event.Proof proof = incident.proof();
    if (proof == null) {
      return null;
    }
    int listed = 0;
    List<Remaining> remaining = new ArrayList<>();
    Instant emptied = null;
    boolean proven = true;
    for (OrderMuster order : proof.orders()) {
      listed = Math.max(listed, order.listed());
      for (Remaining each : order.remaining()) {
        if (remaining.stream().noneMatch(known -> known.card().equals(each.card()))) {
          remaining.add(each);
        }
      }
      proven &= order.provenAt() != null;
      Instant at = order.emptiedAt();
      if (at != null && (emptied == null || at.isAfter(emptied))) {
        emptied = at;
      }
    }
    remaining.sort(Comparator.comparing(Remaining::state));
    return new IncidentView.MusterView(
        proof.counted(),
        proof.lastFix(),
        listed,
        remaining.stream().map(each -> CardMasks.of(each, sight)).toList(),
        headings,
        proven ? emptied : null);
  }
}
