package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Verdict.Moved;
import io.minewatch.alerting.chain.Verdict.Refused;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one person alone must not decide: putting aside what threatens people, calling a cause
 * harmless, closing without the evidence, taking back an order. One proposes, another confirms.
 */
final class TwoPeople {
  private TwoPeople() {}

  /** Shelves at once where one person is enough, else proposes. */
  static Verdict shelve(Incident incident, Act.Shelve act, ChainRules rules) {
    Refused refused = refused(incident, act.version(), act.reason());
    if (refused != null) {
      return refused;
    }
    ChainRules.Shelving shelving = rules.shelving();
    if (!act.until().isAfter(act.at()) || act.until().isAfter(act.at().plus(shelving.atMost()))) {
      return refuse(Refusal.SHELF_TOO_LONG);
    }
    boolean two =
        incident.severity().compareTo(shelving.twoFrom()) >= 0
            || incident.findings().stream().anyMatch(rules::isPersonSafety);
    if (two) {
      return propose(incident, Proposal.What.SHELVE, act, act.reason(), act.until(), null);
    }
    Shelf shelf = new Shelf(act.by(), null, act.reason(), act.until());
    return shelved(incident, act.at(), shelf);
  }

  static Verdict harmless(Incident incident, Act.ShowHarmless act) {
    Refused refused = refused(incident, act.version(), act.evidence());
    return refused != null
        ? refused
        : propose(incident, Proposal.What.HARMLESS, act, act.evidence(), null, null);
  }

  static Verdict forceClose(Incident incident, Act.ForceClose act) {
    Refused refused = refused(incident, act.version(), act.note());
    return refused != null
        ? refused
        : propose(incident, Proposal.What.FORCE_CLOSE, act, act.note(), null, null);
  }

  static Verdict revoke(Incident incident, Act.RevokeOrder act) {
    Refused refused = refused(incident, act.version(), act.reason());
    if (refused != null) {
      return refused;
    }
    return isOpen(incident, act.order())
        ? propose(incident, Proposal.What.REVOKE, act, act.reason(), null, act.order())
        : refuse(Refusal.NOT_OPEN);
  }

  private static boolean isOpen(Incident incident, OrderId order) {
    return incident.openOrders().anyMatch(standing -> standing.order().id().equals(order));
  }

  private static @Nullable Refused refused(Incident incident, long version, String reason) {
    if (AlertChain.isStale(incident, version)) {
      return refuse(Refusal.STALE);
    }
    return reason.isBlank() ? refuse(Refusal.REASON_MISSING) : null;
  }

  private static <A extends Act & ByPerson> Verdict propose(
      Incident incident,
      Proposal.What what,
      A act,
      String reason,
      @Nullable Instant until,
      @Nullable OrderId order) {
    long version = incident.version() + 1;
    return moved(
        new Event.Proposed(
            act.at(), new Proposal(what, act.by(), act.at(), version, reason, until, order)));
  }

  /** The second person: never the one who proposed, and for a close nobody who handled it. */
  static Verdict confirm(Incident incident, Act.Confirm act, ChainRules rules) {
    Proposal proposal = incident.proposal();
    if (proposal == null
        || proposal.what() != act.what()
        || act.at().isAfter(proposal.at().plus(rules.confirmWithin()))) {
      return refuse(Refusal.NOTHING_TO_CONFIRM);
    }
    if (act.version() < proposal.version() || AlertChain.isStale(incident, act.version())) {
      return refuse(Refusal.STALE);
    }
    if (act.by().equals(proposal.by())) {
      return refuse(Refusal.NEEDS_OTHER_PERSON);
    }
    return switch (proposal.what()) {
      case SHELVE -> {
        Instant until = Objects.requireNonNull(proposal.until(), "a shelving has its end");
        yield until.isAfter(act.at())
            ? shelved(
                incident, act.at(), new Shelf(proposal.by(), act.by(), proposal.reason(), until))
            : refuse(Refusal.SHELF_TOO_LONG);
      }
      case HARMLESS -> harmless(incident, act, proposal, rules);
      case FORCE_CLOSE -> closed(incident, act, proposal, Closing.FORCED, rules);
      case REVOKE -> revoked(incident, act, proposal, rules);
    };
  }

  /** Nobody need be withdrawn from a false alarm; its readings must be restored all the same. */
  private static Verdict harmless(
      Incident incident, Act.Confirm act, Proposal proposal, ChainRules rules) {
    List<Refusal> lacking = Evidence.missingForRelease(incident, act.at(), rules);
    return lacking.isEmpty()
        ? closed(incident, act, proposal, Closing.HARMLESS, rules)
        : refuse(lacking.get(0));
  }

  private static Verdict closed(
      Incident incident, Act.Confirm act, Proposal proposal, Closing how, ChainRules rules) {
    if (incident.handlers().contains(act.by())) {
      return refuse(Refusal.NEEDS_OTHER_PERSON);
    }
    List<Refusal> lacking = Evidence.missing(incident, act.at(), rules);
    return moved(
        new Event.Closed(act.at(), act.by(), proposal.reason(), how, lacking, proposal.by()));
  }

  private static Verdict revoked(
      Incident incident, Act.Confirm act, Proposal proposal, ChainRules rules) {
    OrderId order = Objects.requireNonNull(proposal.order(), "a revocation has its order");
    if (!isOpen(incident, order)) {
      return refuse(Refusal.NOT_OPEN);
    }
    Due due =
        incident.openOrders().count() > 1
            ? null
            : Facts.due(incident, Due.What.RESPOND, act.at(), rules);
    return moved(
        new Event.Revoked(act.at(), act.by(), proposal.by(), order, proposal.reason(), due));
  }

  private static Verdict shelved(Incident incident, Instant at, Shelf shelf) {
    Due due = new Due(Due.What.RETURN, shelf.until(), incident.rung());
    return moved(new Event.Shelved(at, shelf, due));
  }

  private static Verdict moved(Event event) {
    return new Moved(List.of(event));
  }

  private static Refused refuse(Refusal refusal) {
    return new Refused(refusal, refusal.english());
  }
}
