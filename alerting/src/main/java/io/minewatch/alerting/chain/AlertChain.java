package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Verdict.Moved;
import io.minewatch.alerting.chain.Verdict.Refused;
import io.minewatch.domain.withdrawal.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule book of the chain: one paragraph for each legal move of a person, every other refused.
 * Facts and time are taken by {@link Facts}; they are never refused.
 */
public final class AlertChain {
  private AlertChain() {}

  /** Decides one act. The state after it is the fold of the events over the state before. */
  public static Verdict decide(Incident incident, Act act, ChainRules rules) {
    if (act instanceof Act.FindingArrived a) {
      return new Moved(Facts.finding(incident, a, rules));
    }
    if (act instanceof Act.CallPlaced a) {
      return new Moved(Facts.placed(incident, a, rules));
    }
    if (act instanceof Act.Mustered a) {
      return new Moved(Facts.muster(incident, a, rules));
    }
    if (act instanceof Act.TimePassed a) {
      return new Moved(Facts.time(incident, a, rules));
    }
    if (!incident.isOpen()) {
      return notOpen(incident, act);
    }
    return person(incident, act, rules);
  }

  private static Verdict person(Incident incident, Act act, ChainRules rules) {
    Stage stage = incident.stage();
    boolean awaited = stage instanceof Stage.Warned || stage instanceof Stage.Called;
    if (act instanceof Act.Acknowledge a && awaited) {
      return acknowledge(incident, a, rules);
    }
    if (act instanceof Act.Respond a && stage instanceof Stage.Acknowledged) {
      if (a.measures().isBlank()) {
        return refuse(Refusal.REASON_MISSING);
      }
      Due due = Facts.due(incident, Due.What.ACT, a.at(), rules);
      return new Moved(List.of(new Event.Responded(a.at(), a.by(), a.measures(), due)));
    }
    if (act instanceof Act.OrderWithdrawal a && stands(incident, a.order())) {
      return new Moved(List.of()); // pressed, or sent, a second time
    }
    if (act instanceof Act.OrderWithdrawal a) {
      Due due = Facts.due(incident, Due.What.EMPTY, a.at(), rules);
      return new Moved(List.of(new Event.Ordered(a.at(), a.by(), a.order(), a.book(), due)));
    }
    if (act instanceof Act.Release a && stage instanceof Stage.Withdrawn) {
      return release(incident, a, rules);
    }
    boolean answered =
        stage instanceof Stage.Responding
            || stage instanceof Stage.Withdrawing
            || stage instanceof Stage.Withdrawn;
    if (act instanceof Act.Close a && answered) {
      return close(incident, a, rules);
    }
    if (act instanceof Act.ForceClose a && (answered || stage instanceof Stage.Acknowledged)) {
      return TwoPeople.forceClose(incident, a);
    }
    return aside(incident, act, rules);
  }

  /**
   * An answer to a call holds while the incident is no worse than the call said. Of a further place
   * that was found meanwhile, or that people must out since, the call said nothing: whoever is on
   * duty is called again at once.
   */
  private static Verdict acknowledge(Incident incident, Act.Acknowledge a, ChainRules rules) {
    Act.Heard heard = a.heard();
    boolean holds =
        heard == null
            ? !isStale(incident, a.version())
            : a.version() <= incident.version()
                && incident.severity().compareTo(heard.severity()) <= 0;
    if (!holds) {
      return refuse(Refusal.STALE);
    }
    Due due = Facts.due(incident, Due.What.RESPOND, a.at(), rules);
    Event answered = new Event.Acknowledged(a.at(), a.by(), due, a.version());
    if (heard == null || heard.covers(incident, rules)) {
      return new Moved(List.of(answered));
    }
    return new Moved(
        List.of(answered, Facts.wider(Fold.evolve(incident, answered), a.at(), rules)));
  }

  /** What puts an incident aside, takes something back, or needs a second person. */
  private static Verdict aside(Incident incident, Act act, ChainRules rules) {
    Stage stage = incident.stage();
    boolean handled = stage instanceof Stage.Acknowledged || stage instanceof Stage.Responding;
    if (act instanceof Act.Shelve a && handled && incident.shelf() == null) {
      return TwoPeople.shelve(incident, a, rules);
    }
    if (act instanceof Act.Unshelve a && incident.shelf() != null) {
      return new Moved(List.of(Facts.back(incident, a.at(), a.by(), Event.Back.PERSON, rules)));
    }
    if (act instanceof Act.ShowHarmless a && stage instanceof Stage.Responding) {
      return TwoPeople.harmless(incident, a);
    }
    if (act instanceof Act.RevokeOrder a) {
      return TwoPeople.revoke(incident, a);
    }
    if (act instanceof Act.Confirm a) {
      return TwoPeople.confirm(incident, a, rules);
    }
    if (act instanceof Act.MarkCard a) {
      return a.reason().isBlank()
          ? refuse(Refusal.REASON_MISSING)
          : new Moved(
              List.of(new Event.CardMarked(a.at(), a.by(), a.card(), a.mark(), a.reason())));
    }
    return notOpen(incident, act);
  }

  /** Whether just this has been ordered already. */
  private static boolean stands(Incident incident, Order order) {
    return incident
        .openOrders()
        .map(Incident.Standing::order)
        .anyMatch(
            known ->
                known.zones().equals(order.zones())
                    && known.grade() == order.grade()
                    && known.reason() == order.reason()
                    && known.text().equals(order.text()));
  }

  private static Verdict release(Incident incident, Act.Release act, ChainRules rules) {
    if (isStale(incident, act.version())) {
      return refuse(Refusal.STALE);
    }
    if (incident.openOrders().findAny().isEmpty()) {
      return refuse(Refusal.NOT_OPEN);
    }
    List<Refusal> missing = Evidence.missingForRelease(incident, act.at(), rules);
    return missing.isEmpty()
        ? new Moved(List.of(new Event.Released(act.at(), act.by())))
        : refuse(missing.get(0));
  }

  private static Verdict close(Incident incident, Act.Close act, ChainRules rules) {
    if (isStale(incident, act.version())) {
      return refuse(Refusal.STALE);
    }
    List<Refusal> missing = Evidence.missing(incident, act.at(), rules);
    if (!missing.isEmpty()) {
      return refuse(missing.get(0));
    }
    if (incident.handlers().contains(act.by())) {
      return refuse(Refusal.NEEDS_OTHER_PERSON);
    }
    return new Moved(
        List.of(
            new Event.Closed(
                act.at(), act.by(), act.note(), Closing.ON_EVIDENCE, List.of(), null)));
  }

  /** What a person saw is stale when what is answered to has changed since, or never existed. */
  static boolean isStale(Incident incident, long version) {
    return version < incident.material() || version > incident.version();
  }

  private static Verdict refuse(Refusal refusal) {
    return new Refused(refusal, refusal.english());
  }

  private static Verdict notOpen(Incident incident, Act act) {
    return new Refused(
        Refusal.NOT_OPEN,
        act.getClass().getSimpleName()
            + " is not open to an incident that is "
            + incident.stage().name().english());
  }

  /** The acts that a person could do next, evidence and signature left aside. */
  public static List<String> next(Incident incident) {
    List<String> next = new ArrayList<>();
    switch (incident.stage().name()) {
      case APPROACHING -> {}
      case WARNED, CALLED -> next.add("ACKNOWLEDGE");
      case ACKNOWLEDGED -> next.addAll(List.of("RESPOND", "SHELVE"));
      case RESPONDING -> next.addAll(List.of("CLOSE", "SHOW_HARMLESS", "SHELVE"));
      case WITHDRAWING -> next.add("CLOSE");
      case WITHDRAWN -> {
        if (incident.openOrders().findAny().isPresent()) {
          next.add("RELEASE");
        }
        next.add("CLOSE");
      }
      case CLOSED -> {
        return next;
      }
    }
    if (incident.shelf() != null) {
      next.remove("SHELVE");
      next.add("UNSHELVE");
    }
    next.add("ORDER");
    if (incident.openOrders().findAny().isPresent()) {
      next.addAll(List.of("REVOKE_ORDER", "MARK_CARD"));
    }
    if (incident.proposal() != null) {
      next.add("CONFIRM");
    }
    if (incident.stage().name().compareTo(StageName.ACKNOWLEDGED) >= 0) {
      next.add("FORCE_CLOSE");
    }
    return next;
  }
}
