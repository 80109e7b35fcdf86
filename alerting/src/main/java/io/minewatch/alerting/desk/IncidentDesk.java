package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Verdict;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.group.Grouping;
import io.minewatch.alerting.group.Grouping.Occasion;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.OrderReceipt;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where every act on an incident is decided and made durable, in one transaction: journal, due
 * time, calls and order book together or none of them.
 */
public final class IncidentDesk {
  private final Store store;
  private final GroupRules grouping;
  private final Clock clock;
  private final Changes changes;
  private final OpenIncidents openIncidents;
  private final CallDesk callDesk;
  private final Acts acts;

  /** Calls in the console alone. */
  public IncidentDesk(
      Store store, ChainRules rules, GroupRules grouping, Clock clock, Changes changes) {
    this(store, rules, grouping, clock, changes, CallDesk.console(store));
  }

  public IncidentDesk(
      Store store,
      ChainRules rules,
      GroupRules grouping,
      Clock clock,
      Changes changes,
      CallDesk callDesk) {
    this.callDesk = callDesk;
    this.grouping = grouping;
    this.store = store;
    this.clock = clock;
    this.changes = changes;
    this.openIncidents = new OpenIncidents(store);
    this.acts = new Acts(store, rules, clock, callDesk, openIncidents);
  }

  /** What came of an act: the verdict, and the state after it. */
  public record Answer(Verdict verdict, Incident incident) {}

  /**
   * Applies one act to one incident.
   *
   * @param act made from the state as it is inside the transaction, the time, and the version of
   *     the order book in which a new order would stand
   * @return null if there is no such incident
   */
  public @Nullable Answer act(String incident, ActOf act) {
    List<Answer> answer =
        store
            .database()
            .write(
                () -> {
                  Incident before = store.journal().incident(incident);
                  return before == null ? List.of() : List.of(acts.apply(before, act));
                });
    answer.forEach(each -> changes.incident(incident));
    return answer.isEmpty() ? null : answer.get(0);
  }

  /** Makes the act from the state inside the transaction. */
  @FunctionalInterface
  public interface ActOf {
    Act of(Incident incident, Instant now, long nextBook);
  }

  /** The answer of who saw an incident at a version, on a page. */
  public ActOf acknowledge(String incident, String by, long version) {
    return Shown.at(store.journal(), incident, version).answered(by, acts.rules());
  }

  ChainRules rules() {
    return acts.rules();
  }

  CallDesk calls() {
    return callDesk;
  }

  /** Something beside the chain has changed, as an attempt to call somebody. */
  void changed(String incident) {
    changes.incident(incident);
  }

  /**
   * Takes a fact; known ones change nothing. When this returns, it is safe. Answers whether an
   * incident took it: not one that is known, nor one of the past.
   */
  public boolean finding(Finding finding) {
    List<String> changed = store.database().write(() -> take(finding, Occasion.REAL));
    changed.forEach(changes::incident);
    return !changed.isEmpty();
  }

  /**
   * Takes a fact of an exercise, in the transaction in which its step is claimed.
   *
   * @param claim answers whether this instance is to tell it
   * @param told hears the incident
   */
  public void drill(Finding finding, Supplier<Boolean> claim, Consumer<String> told) {
    drill(() -> claim.get() ? List.of(finding) : null, told);
  }

  /**
   * Takes facts of an exercise in one transaction.
   *
   * @param facts made inside it; null when another instance has told them
   * @param told hears each incident
   * @return whether this instance told them
   */
  boolean drill(Supplier<@Nullable List<Finding>> facts, Consumer<String> told) {
    Set<String> changed = new LinkedHashSet<>();
    boolean ours =
        store
            .database()
            .write(
                () -> {
                  List<Finding> all = facts.get();
                  if (all == null) {
                    return false;
                  }
                  all.forEach(each -> changed.addAll(take(each, Occasion.DRILL)));
                  changed.forEach(told);
                  return true;
                });
    changed.forEach(changes::incident);
    return ours;
  }

  private List<String> take(Finding finding, Occasion occasion) {
    if (!store.findings().keep(finding)) {
      return List.of();
    }
    List<Finding> facts = store.findings().facts(finding.id());
    Plan plan = store.outbox().plan(finding.mine());
    FourLines.note(store, facts, plan);
    Suspicions.note(store, finding, plan);
    if (finding.lane() == Lane.BACKFILL) {
      // It is over or was judged live since: it is recorded and shown, and calls nobody.
      store.findings().notePast(store.ledger(), finding, clock.instant());
      return List.of();
    }
    String joined = store.findings().incidentOf(finding.id());
    Incident incident = joined == null ? null : store.journal().incident(joined);
    if (incident == null || !incident.isOpen()) {
      boolean opens =
          incident == null
              ? finding.kind() != FindingKind.CLEARED
              : finding.kind() == FindingKind.RAISED || finding.kind() == FindingKind.BLIND;
      if (!opens) {
        return List.of();
      }
      if (occasion == Occasion.REAL) {
        store.annunciations().keep(finding, clock.instant());
      }
      incident = joinOrOpen(finding, occasion, plan);
      store.findings().join(finding.id(), incident.id());
    }
    // Facts that overtook this one are told again in order; those already noted change nothing.
    Event.Ground ground = Event.Ground.of(plan, finding.zone());
    for (Finding fact : facts) {
      Act act = new Act.FindingArrived(clock.instant(), fact, ground);
      incident = acts.apply(incident, (state, now, book) -> act).incident();
    }
    return List.of(incident.id());
  }

  private Incident joinOrOpen(Finding finding, Occasion occasion, @Nullable Plan plan) {
    List<Incident> open = openIncidents.readable(finding.mine());
    Incident join = Grouping.join(open, finding, occasion, plan, grouping);
    return join == null ? openIncidents.open(finding, occasion, clock.instant()) : join;
  }

  /** Takes a head count to every open incident of its mine. */
  public void muster(Muster muster) {
    List<String> changed =
        store
            .database()
            .write(
                () -> {
                  List<String> moved = new ArrayList<>();
                  for (Incident incident : openIncidents.readable(muster.mine())) {
                    Act act = new Act.Mustered(clock.instant(), muster);
                    Answer answer = acts.apply(incident, (state, now, book) -> act);
                    if (answer.incident().version() > incident.version()) {
                      moved.add(incident.id());
                    }
                  }
                  return moved;
                });
    changed.forEach(changes::incident);
  }

  /** Takes what a system underground says it did with an order; of no open order it is no news. */
  public void receipt(OrderReceipt receipt) {
    List<String> changed =
        store
            .database()
            .write(
                () -> {
                  String incident = OrderBooks.take(store, receipt);
                  return incident == null ? List.of() : List.of(incident);
                });
    changed.forEach(changes::incident);
  }

  /** Tells the time to an incident whose step is due; another instance may have been faster. */
  public void wake(String incident) {
    boolean ran =
        store
            .database()
            .write(
                () -> {
                  Incident state = store.journal().incident(incident);
                  if (state == null || !store.incidents().claim(incident, clock.instant())) {
                    return false;
                  }
                  acts.apply(state, (s, now, book) -> new Act.TimePassed(now));
                  return true;
                });
    if (ran) {
      changes.incident(incident);
    }
  }
}
