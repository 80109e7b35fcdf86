package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Event.Proof;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a close on evidence needs, and what of it is missing: everybody proven out of every zone
 * underground in which something was found, and every finding cleared.
 */
public final class Evidence {
  private Evidence() {}

  /**
   * What is missing, the most dangerous first; empty when the incident may be signed off.
   *
   * @param at our time, by which a head count grows old
   */
  public static List<Refusal> missing(Incident incident, Instant at, ChainRules rules) {
    List<Refusal> missing = new ArrayList<>();
    if (inside(incident)) {
      missing.add(Refusal.PEOPLE_REMAIN);
    } else if (!proven(incident)) {
      missing.add(Refusal.MUSTER_NOT_PROVEN);
    } else if (!fresh(incident, at, rules)) {
      missing.add(Refusal.MUSTER_TOO_OLD);
    }
    if (!ordered(incident, rules)) {
      missing.add(Refusal.NO_WITHDRAWAL_PROVEN);
    }
    List<Finding> standing =
        binding(incident, rules).stream().filter(f -> f.kind() != FindingKind.CLEARED).toList();
    if (standing.stream().anyMatch(finding -> finding.kind() == FindingKind.BLIND)) {
      missing.add(Refusal.POINT_BLIND);
    }
    if (!standing.isEmpty() || incident.findings().isEmpty()) {
      missing.add(Refusal.READINGS_NOT_RESTORED);
    }
    return missing;
  }

  /**
   * The findings that a close has to answer for. An early warning beside them, work for maintenance
   * or an alarm of the mine's own systems, which calls nobody, keeps nothing open; where there is
   * nothing else, it counts.
   */
  private static List<Finding> binding(Incident incident, ChainRules rules) {
    List<Finding> calling =
        incident.findings().stream().filter(finding -> !isEarly(finding, rules)).toList();
    return calling.isEmpty() ? incident.findings() : calling;
  }

  /** Whether this fact was the last that the readings were restored for. */
  static boolean restores(Finding fact, Incident noted, ChainRules rules) {
    List<Finding> binding = binding(noted, rules);
    return binding.stream().anyMatch(each -> each.id().equals(fact.id()))
        && binding.stream().allMatch(each -> each.kind() == FindingKind.CLEARED);
  }

  private static boolean isEarly(Finding finding, ChainRules rules) {
    boolean early =
        switch (finding.check()) {
          case CHANGE, TREND, FLAT, PLAUSIBLE, CHATTER, REPORTED -> true;
          default -> false;
        };
    return early && !rules.calls(finding);
  }

  /** What is missing before people may go back into the zones that were ordered empty. */
  static List<Refusal> missingForRelease(Incident incident, Instant at, ChainRules rules) {
    List<Refusal> missing = missing(incident, at, rules);
    missing.remove(Refusal.NO_WITHDRAWAL_PROVEN);
    return missing;
  }

  /** Whether the position stream proves every zone of every open order empty. */
  static boolean empty(Incident incident, Instant at, ChainRules rules) {
    return proven(incident) && fresh(incident, at, rules);
  }

  /** Whether the head count lists somebody inside the zones of an open order. */
  static boolean inside(Incident incident) {
    return incident.openOrders().anyMatch(order -> remains(incident.proof(), order));
  }

  /**
   * The same without rescuers, who go in on purpose; they still keep the zones from being empty.
   */
  static boolean reentered(Incident incident) {
    Proof proof = incident.proof();
    return proof != null
        && incident
            .openOrders()
            .flatMap(
                order -> proof.orders().stream().filter(m -> m.order().equals(order.order().id())))
            .flatMap(muster -> muster.remaining().stream())
            .anyMatch(each -> !incident.rescuers().contains(each.card()));
  }

  private static boolean proven(Incident incident) {
    return incident.openOrders().allMatch(order -> proves(incident.proof(), order));
  }

  /** Nothing can grow old where nothing has to be proven. */
  private static boolean fresh(Incident incident, Instant at, ChainRules rules) {
    Proof proof = incident.proof();
    return incident.openOrders().findAny().isEmpty()
        || (proof != null && !proof.counted().plus(rules.proofAge()).isBefore(at));
  }

  /** Whether an open order covers every zone from which nobody has been withdrawn yet. */
  private static boolean ordered(Incident incident, ChainRules rules) {
    Set<ZoneId> covered = new HashSet<>();
    incident.openOrders().forEach(order -> covered.addAll(order.order().zones()));
    Set<ZoneId> found = new HashSet<>();
    binding(incident, rules).forEach(finding -> found.add(finding.zone()));
    return incident.exposed().stream().filter(found::contains).allMatch(covered::contains);
  }

  private static boolean remains(@Nullable Proof proof, Incident.Standing order) {
    return proof != null
        && proof.orders().stream()
            .anyMatch(m -> m.order().equals(order.order().id()) && !m.remaining().isEmpty());
  }

  /**
   * A count proves an order empty when it was made for a book that holds the order, lists nobody,
   * and rests on positions newer than the order.
   */
  static boolean proves(@Nullable Proof proof, Incident.Standing order) {
    if (proof == null || proof.book() < order.book()) {
      return false;
    }
    for (OrderMuster muster : proof.orders()) {
      if (muster.order().equals(order.order().id())) {
        Instant provenAt = muster.provenAt();
        return muster.remaining().isEmpty()
            && provenAt != null
            && provenAt.isAfter(order.order().issued());
      }
    }
    return false;
  }
}
