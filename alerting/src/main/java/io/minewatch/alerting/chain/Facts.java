package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Event.Proof;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What facts and time do to an incident.
 *
 * <p>Late, missing, double: an older fact of a known finding and an older head count change
 * nothing; a fact that overtook others is taken as it is; whatever meets a closed incident changes
 * nothing there.
 */
final class Facts {
  private Facts() {}

  static List<Event> finding(Incident incident, Act.FindingArrived act, ChainRules rules) {
    Finding fact = act.finding();
    boolean old =
        incident.findings().stream()
            .anyMatch(known -> known.id().equals(fact.id()) && !fact.isAfter(known));
    if (!incident.isOpen() || old) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    boolean allClear =
        fact.kind() == FindingKind.CLEARED
            && incident.openFindings().allMatch(open -> open.id().equals(fact.id()));
    events.add(new Event.FindingNoted(act.at(), fact, act.ground()));
    Incident noted = Fold.evolve(incident, events.get(0));
    boolean fellBack = allClear && incident.stage() instanceof Stage.Approaching;
    if (fellBack || Evidence.restores(fact, noted, rules)) {
      events.add(new Event.ReadingsRestored(act.at()));
    }
    if (fellBack) {
      events.add(fellBack(act.at()));
    }
    if (fact.kind() != FindingKind.CLEARED) {
      boolean fresh = incident.findings().stream().noneMatch(f -> f.id().equals(fact.id()));
      boolean out = asksPeopleOut(incident, fact);
      if (noted.shelf() != null && (fresh || out || isWorse(incident, fact))) {
        events.add(back(noted, act.at(), null, Event.Back.WORSE, rules));
        noted = Fold.evolve(noted, events.get(events.size() - 1));
      }
      int before = events.size();
      level(noted, fact, act.at(), rules, events);
      if (events.size() == before && rules.calls(fact) && (out || isWider(incident, fact, rules))) {
        events.add(wider(noted, act.at(), rules));
      }
    }
    return events;
  }

  /** Somebody was told of fewer places than there are, or not that people must out. */
  static Event wider(Incident incident, Instant at, ChainRules rules) {
    Severity held = incident.severity();
    return new Event.Worsened(at, held, worse(incident, held, at, rules));
  }

  /**
   * Whether it is found at a further place after somebody has answered to what was known then. A
   * place that was cleared before the answer, or at which nothing stood that calls, was not told.
   */
  private static boolean isWider(Incident incident, Finding fact, ChainRules rules) {
    if (fact.zone() == null || incident.stage().name().compareTo(StageName.ACKNOWLEDGED) < 0) {
      return false;
    }
    Severity known = incident.known().worst().get(fact.zone());
    return known == null || !rules.calls(known);
  }

  /**
   * Whether people must out now and nothing of it asked for that before; not told by the colour.
   */
  private static boolean asksPeopleOut(Incident incident, Finding fact) {
    return fact.asksForWithdrawal()
        && incident.stage().name().compareTo(StageName.WITHDRAWING) < 0
        && incident.askingOut().isEmpty();
  }

  private static boolean isFresh(Finding fact) {
    return fact.kind() != FindingKind.SEEN && fact.kind() != FindingKind.LOWERED;
  }

  private static boolean isWorse(Incident incident, Finding fact) {
    return fact.kind() == FindingKind.BLIND || fact.severity().compareTo(incident.severity()) > 0;
  }

  /** Takes an incident back from the shelf; what was owed before is owed anew. */
  static Event.Unshelved back(
      Incident incident, Instant at, @Nullable String by, Event.Back why, ChainRules rules) {
    Due.What what = incident.stage() instanceof Stage.Responding ? Due.What.ACT : Due.What.RESPOND;
    return new Event.Unshelved(at, by, why, due(incident, what, at, rules), null, null);
  }

  private static Event fellBack(Instant at) {
    return new Event.Closed(at, "system", "", Closing.FELL_BACK, List.of(), null);
  }

  private static void level(
      Incident incident, Finding fact, Instant at, ChainRules rules, List<Event> events) {
    Severity severity = fact.severity();
    if (incident.stage() instanceof Stage.Approaching) {
      if (rules.calls(fact)) {
        Duration within = rules.at(severity).of(Due.What.CALL, 1);
        events.add(new Event.Warned(at, severity, new Due(Due.What.CALL, at.plus(within), 1)));
      }
    } else if (severity.compareTo(incident.severity()) > 0) {
      events.add(new Event.Worsened(at, severity, worse(incident, severity, at, rules)));
    } else if (incident.due() == null && isFresh(fact) && rules.calls(fact)) {
      // People are out and nobody owes anything: a fresh alarm must call all the same.
      Severity held = incident.severity();
      events.add(new Event.Worsened(at, held, sooner(incident, held, at, rules)));
    }
  }

  /** An acknowledgement was given to the milder level: of the worse one somebody must be told. */
  private static Due worse(Incident incident, Severity severity, Instant at, ChainRules rules) {
    if (incident.stage() instanceof Stage.Acknowledged) {
      Duration within = rules.at(severity).of(Due.What.CALL, incident.rung());
      return new Due(Due.What.CALL, at.plus(within), incident.rung());
    }
    return sooner(incident, severity, at, rules);
  }

  /** The worse clock from now, never later than what was already owed. */
  private static Due sooner(Incident incident, Severity severity, Instant at, ChainRules rules) {
    Due owed = incident.due();
    Due.What what = owed == null ? Due.What.ACT : owed.what();
    Instant by = at.plus(rules.at(severity).of(what, incident.rung()));
    return owed != null && owed.at().isBefore(by) ? owed : new Due(what, by, incident.rung());
  }

  static List<Event> placed(Incident incident, Act.CallPlaced act, ChainRules rules) {
    if (!incident.isOpen()) {
      return List.of();
    }
    Due due = null;
    if (incident.stage() instanceof Stage.Warned) {
      Duration within = rules.at(incident.severity()).of(Due.What.ACKNOWLEDGE, act.rung());
      due = new Due(Due.What.ACKNOWLEDGE, act.at().plus(within), act.rung());
    }
    return List.of(new Event.Called(act.at(), act.call(), act.rung(), due));
  }

  static List<Event> muster(Incident incident, Act.Mustered act, ChainRules rules) {
    Event.Proof proof = concerning(incident, act.muster());
    Event.Proof known = incident.proof();
    boolean old =
        known != null && (proof.counted().isBefore(known.counted()) || proof.book() < known.book());
    if (!incident.isOpen() || old || incident.openOrders().findAny().isEmpty()) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    Event counted = new Event.HeadCounted(act.at(), proof);
    Incident after = Fold.evolve(incident, counted);
    boolean empties =
        incident.stage() instanceof Stage.Withdrawing && Evidence.empty(after, act.at(), rules);
    if (empties
        || ages(known, proof, rules)
        || !tells(incident, known).equals(tells(incident, proof))) {
      events.add(counted);
    }
    if (empties) {
      events.add(new Event.Emptied(act.at()));
    }
    if (incident.stage() instanceof Stage.Withdrawn && Evidence.reentered(after)) {
      events.add(new Event.Reentered(act.at(), due(incident, Due.What.EMPTY, act.at(), rules)));
    }
    return events;
  }

  /** Whether the known count would soon prove nothing: the same once more is news then. */
  private static boolean ages(Event.@Nullable Proof known, Event.Proof newer, ChainRules rules) {
    return known != null
        && !newer.counted().isBefore(known.counted().plus(rules.proofAge().dividedBy(2)));
  }

  private static Event.Proof concerning(Incident incident, Muster muster) {
    Set<Object> ours = new HashSet<>();
    incident.orders().forEach(order -> ours.add(order.order().id()));
    List<OrderMuster> orders =
        muster.orders().stream().filter(order -> ours.contains(order.order())).toList();
    return new Event.Proof(muster.at(), muster.lastFix(), muster.orderBook(), orders);
  }

  /** What a head count says, without the times that move with every position. */
  private static List<Object> tells(Incident incident, @Nullable Proof proof) {
    if (proof == null) {
      return List.of();
    }
    List<Object> said = new ArrayList<>();
    for (OrderMuster order : proof.orders()) {
      said.add(order.order());
      said.add(order.listed());
      said.add(Objects.requireNonNullElse(order.emptiedAt(), ""));
      said.add(
          order.remaining().stream()
              .map(each -> each.card() + " " + each.state() + " " + each.zone())
              .collect(Collectors.toSet()));
    }
    incident
        .openOrders()
        .forEach(
            order -> {
              said.add(proof.book() >= order.book());
              said.add(Evidence.proves(proof, order));
            });
    return said;
  }

  static List<Event> time(Incident incident, Act.TimePassed act, ChainRules rules) {
    Due owed = incident.due();
    if (!incident.isOpen() || owed == null || act.at().isBefore(owed.at())) {
      return List.of();
    }
    Duration overdue = Duration.between(owed.at(), act.at());
    if (owed.what() == Due.What.RETURN) {
      return List.of(back(incident, act.at(), null, Event.Back.TIME, rules).late(overdue));
    }
    int rung = rules.next(incident.rung());
    boolean lapses = incident.stage() instanceof Stage.Acknowledged;
    Due.What what = lapses ? Due.What.CALL : owed.what();
    Duration within = rules.at(incident.severity()).of(what, rung);
    Due due = new Due(what, act.at().plus(within), rung);
    String position = rules.position(rung);
    return List.of(
        lapses
            ? new Event.Lapsed(act.at(), owed, due, position, overdue, Act.Occasion.of(overdue))
            : new Event.Escalated(
                act.at(), owed, due, position, overdue, Act.Occasion.of(overdue)));
  }

  static Due due(Incident incident, Due.What what, Instant from, ChainRules rules) {
    Duration within = rules.at(incident.severity()).of(what, incident.rung());
    return new Due(what, from.plus(within), incident.rung());
  }
}
