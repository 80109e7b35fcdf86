package io.minewatch.alerting.chain;

import io.minewatch.alerting.chain.Event.Proof;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the journal into the state: {@code evolve} of the chain. Total, and blind to rule packs.
 */
public final class Fold {
  private final Incident from;
  private long material;
  private Stage stage;
  private Severity severity;
  private int rung;
  private List<Finding> findings;
  private List<Incident.Standing> orders;
  private @Nullable Proof proof;
  private @Nullable Due due;
  private Set<ZoneId> exposed;
  private Set<String> handlers;
  private @Nullable Proposal proposal;
  private @Nullable Shelf shelf;
  private Set<CardId> rescuers;
  private Set<CardId> counted;

  private Fold(Incident from) {
    this.from = from;
    this.material = from.material();
    this.stage = from.stage();
    this.severity = from.severity();
    this.rung = from.rung();
    this.findings = from.findings();
    this.orders = from.orders();
    this.proof = from.proof();
    this.due = from.due();
    this.exposed = from.exposed();
    this.handlers = from.handlers();
    this.proposal = from.proposal();
    this.shelf = from.shelf();
    this.rescuers = from.rescuers();
    this.counted = from.counted();
  }

  /** The state after one more event. */
  public static Incident evolve(Incident state, Event event) {
    if (event instanceof Event.ActRefused || event instanceof Event.Opened) {
      return state;
    }
    Fold fold = new Fold(state);
    if (!(event instanceof Event.ReadingsRestored)) { // follows from the facts, is told for people
      fold.take(event);
    }
    return fold.done(state.known().after(state, event));
  }

  /**
   * The state after a whole journal.
   *
   * @throws IllegalArgumentException if it does not begin with {@link Event.Opened}
   */
  public static Incident replay(List<Event> journal) {
    if (journal.isEmpty() || !(journal.get(0) instanceof Event.Opened opened)) {
      throw new IllegalArgumentException("a journal begins with Opened");
    }
    Incident state = Incident.of(opened);
    for (Event event : journal.subList(1, journal.size())) {
      state = evolve(state, event);
    }
    return state;
  }

  private void take(Event event) {
    if (event instanceof Event.FindingNoted e) {
      note(e);
    } else if (event instanceof Event.HeadCounted e) {
      proof = e.proof();
      counted = proof.inside(counted);
    } else if (event instanceof Event.Called e) {
      called(e);
    } else if (event instanceof Event.Escalated e) {
      due = e.due();
      rung = e.due().rung();
    } else if (event instanceof Event.Warned e) {
      severity = e.severity();
      move(new Stage.Warned(e.at()), e.due());
    } else if (event instanceof Event.Worsened e) {
      severity = e.severity();
      boolean again = stage instanceof Stage.Acknowledged && e.due().what() == Due.What.CALL;
      move(again ? new Stage.Warned(e.at()) : stage, e.due());
    } else if (event instanceof Event.Lapsed e) {
      rung = e.due().rung();
      move(new Stage.Warned(e.at()), e.due());
    } else {
      takeAnswer(event);
    }
  }

  private void takeAnswer(Event event) {
    if (event instanceof Event.Acknowledged e) {
      handled(e.by());
      move(new Stage.Acknowledged(e.at(), e.by()), e.due());
    } else if (event instanceof Event.Responded e) {
      handled(e.by());
      move(new Stage.Responding(e.at(), e.by()), e.due());
    } else if (event instanceof Event.Ordered e) {
      order(e);
    } else if (event instanceof Event.Emptied e) {
      move(new Stage.Withdrawn(e.at()), null);
    } else if (event instanceof Event.Reentered e) {
      move(new Stage.Withdrawing(e.at(), "system", null), e.due());
    } else if (event instanceof Event.Released e) {
      Set<ZoneId> left = new LinkedHashSet<>(exposed);
      from.openOrders().forEach(proven -> left.removeAll(proven.order().zones()));
      exposed = left;
      lift(e.at());
      move(stage, null);
    } else if (event instanceof Event.Closed e) {
      lift(e.at());
      move(new Stage.Closed(e.at(), e.by(), e.how()), null);
    } else {
      takeSecond(event);
    }
  }

  private void takeSecond(Event event) {
    if (event instanceof Event.Proposed e) {
      proposal = e.proposal();
    } else if (event instanceof Event.Shelved e) {
      handled(e.by());
      move(stage, e.due());
      shelf = e.shelf();
    } else if (event instanceof Event.Unshelved e) {
      move(stage, e.due());
    } else if (event instanceof Event.Revoked e) {
      revoke(e);
    } else if (event instanceof Event.CardMarked e) {
      Set<CardId> all = new LinkedHashSet<>(rescuers);
      all.remove(e.card());
      if (e.mark() == Act.Mark.RESCUER) {
        all.add(e.card());
      }
      rescuers = all;
    } else {
      throw new IllegalStateException("the fold does not know " + event);
    }
  }

  private void move(Stage to, @Nullable Due next) {
    stage = to;
    due = next;
    material = from.version() + 1;
    proposal = null;
    shelf = null;
  }

  private void revoke(Event.Revoked e) {
    orders =
        orders.stream().map(o -> o.order().id().equals(e.order()) ? o.lifted(e.at()) : o).toList();
    handled(e.first());
    handled(e.by());
    Due next = e.due();
    move(next == null ? stage : new Stage.Acknowledged(e.at(), e.by()), next == null ? due : next);
  }

  private void called(Event.Called e) {
    rung = Math.max(rung, e.rung());
    if (stage instanceof Stage.Warned) {
      // Not material: who is called does not change what is answered to.
      stage = new Stage.Called(e.at());
      due = e.due();
    }
  }

  private void note(Event.FindingNoted e) {
    List<Finding> notes = new ArrayList<>(findings);
    notes.replaceAll(known -> known.id().equals(e.finding().id()) ? e.finding() : known);
    if (!notes.contains(e.finding())) {
      notes.add(e.finding());
    }
    findings = notes;
    ZoneId zone = e.finding().zone();
    if (zone != null && e.ground() != Event.Ground.SURFACE) {
      Set<ZoneId> more = new LinkedHashSet<>(exposed);
      more.add(zone);
      exposed = more;
    }
    if (e.finding().kind() != FindingKind.CLEARED) {
      material = from.version() + 1;
    }
    if (Proposal.isVoidedBy(e.finding().kind())) {
      proposal = null;
    }
    if (stage instanceof Stage.Approaching && e.finding().severity().compareTo(severity) > 0) {
      severity = e.finding().severity();
    }
  }

  private void order(Event.Ordered e) {
    List<Incident.Standing> all = new ArrayList<>(orders);
    all.add(new Incident.Standing(e.order(), e.by(), e.book(), null));
    orders = all;
    handled(e.by());
    move(Stage.Withdrawing.ordered(stage, e), e.due());
  }

  private void lift(Instant at) {
    orders = orders.stream().map(o -> o.lifted(at)).toList();
  }

  private void handled(String by) {
    Set<String> all = new LinkedHashSet<>(handlers);
    all.add(by);
    handlers = all;
  }

  private Incident done(Known known) {
    return new Incident(
        from.id(),
        from.mine(),
        from.drill(),
        from.opened(),
        from.onset(),
        from.version() + 1,
        material,
        stage,
        severity,
        rung,
        findings,
        orders,
        proof,
        due,
        exposed,
        known,
        handlers,
        proposal,
        shelf,
        rescuers,
        counted);
  }
}
