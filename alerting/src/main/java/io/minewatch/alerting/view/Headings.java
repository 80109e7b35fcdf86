package io.minewatch.alerting.view;

import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.danger.Heading;
import io.minewatch.alerting.roster.Sight;
import io.minewatch.alerting.view.IncidentView.HeadingView;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Remaining;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which way those go who are still inside: by the last two zones that the head counts of the
 * journal place them in. One who was counted in one zone only has no direction.
 */
final class Headings {
  private final Map<CardId, ZoneId> now = new HashMap<>();
  private final Map<CardId, ZoneId> before = new HashMap<>();

  private Headings() {}

  static List<HeadingView> of(
      List<Event> events, Incident incident, @Nullable Plan plan, Sight sight) {
    Event.Proof proof = incident.proof();
    if (plan == null || proof == null) {
      return List.of();
    }
    Headings seen = new Headings();
    for (Event event : events) {
      if (event instanceof Event.HeadCounted counted) {
        counted.proof().orders().forEach(seen::take);
      }
    }
    Heading.Distances distances = new Heading.Distances(plan, new HashSet<>(incident.zones()));
    List<HeadingView> headings = new ArrayList<>();
    for (OrderMuster order : proof.orders()) {
      for (Remaining each : order.remaining()) {
        ZoneId from = seen.before.remove(each.card()); // once, of whatever order
        ZoneId to = each.zone();
        if (from != null && to != null) {
          Heading way = distances.of(from, to);
          headings.add(
              new HeadingView(
                  sight.card(each.card().value()), from.value(), way.exit(), way.danger()));
        }
      }
    }
    return headings;
  }

  private void take(OrderMuster order) {
    for (Remaining each : order.remaining()) {
      ZoneId zone = each.zone();
      ZoneId last = zone == null ? null : now.put(each.card(), zone);
      if (last != null && !last.equals(zone)) {
        before.put(each.card(), last);
      }
    }
  }
}
