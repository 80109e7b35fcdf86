package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Verdict.Moved;
import io.minewatch.alerting.chain.Verdict.Refused;
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
      if (isStale(incident, a.version())) {
        return refuse(Refusal.STALE);
      }
      Due due = Facts.due(incident, Due.What.RESPOND, a.at(), rules);
      return new Moved(List.of(new Event.Acknowledged(a.at(), a.by(), due)));
    }
    if (act instanceof Act.Respond a && stage instanceof Stage.Acknowledged) {
      if (a.measures().isBlank()) {
        return refuse(Refusal.REASON_MISSING);
      }
      Due due = Facts.due(incident, Due.What.ACT, a.at(), rules);
      return new Moved(List.of(new Event.Responded(a.at(), a.by(), a.measures(), due)));
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
      return forceClose(incident, a, rules);
    }
    return notOpen(incident, act);
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
        List.of(new Event.Closed(act.at(), act.by(), act.note(), Closing.ON_EVIDENCE, List.of())));
  }

  private static Verdict forceClose(Incident incident, Act.ForceClose act, ChainRules rules) {
    if (isStale(incident, act.version())) {
      return refuse(Refusal.STALE);
    }
    if (act.note().isBlank()) {
      return refuse(Refusal.REASON_MISSING);
    }
    if (incident.handlers().contains(act.by())) {
      return refuse(Refusal.NEEDS_OTHER_PERSON);
    }
    List<Refusal> lacking = Evidence.missing(incident, act.at(), rules);
    return new Moved(
        List.of(new Event.Closed(act.at(), act.by(), act.note(), Closing.FORCED, lacking)));
  }

  /** What a person saw is stale when what is answered to has changed since, or never existed. */
  private static boolean isStale(Incident incident, long version) {
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
      case ACKNOWLEDGED -> next.add("RESPOND");
      case RESPONDING, WITHDRAWING -> next.add("CLOSE");
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
    next.add("ORDER");
    if (incident.stage().name().compareTo(StageName.ACKNOWLEDGED) >= 0) {
      next.add("FORCE_CLOSE");
    }
    return next;
  }
}
