package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Event.Proof;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a close on evidence needs, and what of it is missing. */
public final class Evidence {
  private Evidence() {}

  /** What is missing, the most dangerous first; empty when the incident may be signed off. */
  public static List<Refusal> missing(Incident incident) {
    List<Refusal> missing = new ArrayList<>();
    if (incident.openOrders().anyMatch(order -> remains(incident.proof(), order))) {
      missing.add(Refusal.PEOPLE_REMAIN);
    } else if (!empty(incident)) {
      missing.add(Refusal.MUSTER_NOT_PROVEN);
    }
    if (incident.openFindings().anyMatch(finding -> finding.kind() == FindingKind.BLIND)) {
      missing.add(Refusal.POINT_BLIND);
    }
    if (!incident.restored()) {
      missing.add(Refusal.READINGS_NOT_RESTORED);
    }
    return missing;
  }

  /** Whether the position stream proves every zone of every open order empty. */
  static boolean empty(Incident incident) {
    return incident.openOrders().allMatch(order -> proves(incident.proof(), order));
  }

  /** Whether the head count lists somebody inside the zones of an open order. */
  static boolean inside(Incident incident) {
    return incident.openOrders().anyMatch(order -> remains(incident.proof(), order));
  }

  private static boolean remains(@Nullable Proof proof, Incident.Standing order) {
    return proof != null
        && proof.orders().stream()
            .anyMatch(m -> m.order().equals(order.order().id()) && !m.remaining().isEmpty());
  }

  /**
   * A count proves an order empty when it was made for a book that holds the order, from positions
   * newer than the order, lists nobody, and either saw the last one out or never had anybody.
   */
  private static boolean proves(@Nullable Proof proof, Incident.Standing order) {
    if (proof == null || proof.book() < order.book()) {
      return false;
    }
    Instant lastFix = proof.lastFix();
    if (lastFix == null || !lastFix.isAfter(order.order().issued())) {
      return false;
    }
    for (OrderMuster muster : proof.orders()) {
      if (muster.order().equals(order.order().id())) {
        return muster.remaining().isEmpty() && (muster.emptiedAt() != null || muster.listed() == 0);
      }
    }
    return false;
  }
}
