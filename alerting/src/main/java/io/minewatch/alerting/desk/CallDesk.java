package io.minewatch.alerting.desk;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.calling.Callee;
import io.minewatch.alerting.calling.Cause;
import io.minewatch.alerting.calling.Progress;
import io.minewatch.alerting.calling.Proof;
import io.minewatch.alerting.calling.State;
import io.minewatch.alerting.calling.Told;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.StageName;
import io.minewatch.alerting.journal.CallRows;
import io.minewatch.alerting.journal.LedgerRows;
import io.minewatch.alerting.ledger.Canonical;
import io.minewatch.alerting.ledger.Entry;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.broadcast.BroadcastChannel;
import io.minewatch.alerting.notify.cap.CapChannel;
import io.minewatch.alerting.roster.Duty;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.Callout;
import io.minewatch.domain.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which attempts an event of an incident makes and ends; each step of each attempt is a row of the
 * ledger. All of it inside the transaction of the event.
 */
public final class CallDesk {
  /** Stages in which a human has answered and is at it. */
  private static final Set<StageName> HEARD =
      EnumSet.of(
          StageName.ACKNOWLEDGED, StageName.RESPONDING, StageName.WITHDRAWING, StageName.WITHDRAWN);

  private final Store store;
  private final CallPlan plan;

  public CallDesk(Store store, CallPlan plan) {
    this.store = store;
    this.plan = plan;
  }

  /** In the console alone, naming nobody. */
  static CallDesk console(Store store) {
    return new CallDesk(
        store,
        new CallPlan(
            Callout.console(), Map.of(Callout.CONSOLE, Aim.PERSON), mine -> mine, () -> 10));
  }

  /** Follows an event; {@code after} is the state that holds it. */
  void on(Event event, Incident after, ChainRules rules) {
    Instant at = event.at();
    if (event instanceof Event.Acknowledged e) {
      answered(after.id(), e.by(), at);
    } else if (event instanceof Event.Ordered e) {
      answered(after.id(), e.by(), at);
    } else if (event instanceof Event.Shelved e) {
      answered(after.id(), e.by(), at);
    } else if (event instanceof Event.Closed) {
      end(after.id(), new Told.Superseded(), at);
      queue(after, List.of(CapChannel.NAME), rules, at); // who was alerted by it is told the end
    } else if (event instanceof Event.Escalated) {
      end(after.id(), new Told.Expired(), at);
    }
    answerTags(event, after);
    if (event instanceof Event.Warned
        || event instanceof Event.Worsened
        || event instanceof Event.Escalated
        || event instanceof Event.Lapsed
        || event instanceof Event.Unshelved) {
      queue(after, plan.at(after.rung()), rules, at);
    }
  }

  private void queue(Incident after, List<String> channels, ChainRules rules, Instant at) {
    Cause.Why why = after.drill() ? Cause.Why.DRILL : Cause.Why.INCIDENT;
    Plan mine = store.outbox().plan(after.mine());
    queue(
        after.id() + "-c" + after.version(),
        new Cause(
            after.id(), after.mine().value(), after.version(), after.rung(), after.severity(), why),
        channels.stream().filter(plan.channels()::containsKey).toList(),
        code -> CallWords.of(after, mine, rules, code),
        at);
  }

  /**
   * Queues one attempt for each channel and each whom it reaches; the ids are the same again. After
   * a restore they are others than before it: a receiver would take a call for one that it had
   * already, made for a step which the restored database does not know.
   */
  void queue(
      String id,
      Cause cause,
      List<String> channels,
      Function<String, CallWords> words,
      Instant at) {
    List<Roster> rosters = store.rosters().all();
    String path = plan.path().apply(cause.mine());
    List<Duty.OnDuty> duty =
        rosters.isEmpty() ? List.of() : Duty.at(rosters, path, cause.rung(), at);
    String first = id + store.outbox().sinceRestore();
    int number = 0;
    for (String channel : channels) {
      for (Callee callee : callees(plan.channels().getOrDefault(channel, Aim.RUNG), duty)) {
        String code = code(channel, callee);
        CallWords said = words.apply(code);
        queue(
            new Attempt(
                number++ == 0 ? first : first + "." + number,
                cause,
                channel,
                callee,
                code,
                said.chinese(),
                said.english(),
                at,
                0,
                new State.Queued(at)));
      }
    }
  }

  /** A code for an attempt to be queued. Inside a transaction. */
  String code(String channel, Callee callee) {
    return Codes.draw(store.calls(), plan.codes(), channel, callee.address());
  }

  /** Queues one attempt. Inside a transaction. */
  void queue(Attempt attempt) {
    store.calls().queue(attempt);
    note(attempt, attempt.state());
  }

  /** A person without an account cannot press; whoever looks can, so there is always somebody. */
  private static List<Callee> callees(Aim aim, List<Duty.OnDuty> duty) {
    List<Callee> found = new ArrayList<>();
    for (Duty.OnDuty each : duty) {
      var person = each.person();
      if (aim == Aim.PERSON) {
        found.add(callee(each, ""));
      } else if (aim.dials() != null) {
        person.contacts().stream()
            .filter(contact -> contact.kind() == aim.dials())
            .forEach(contact -> found.add(callee(each, contact.address())));
      }
    }
    return aim == Aim.RUNG || (aim == Aim.PERSON && found.isEmpty())
        ? List.of(Callee.NOBODY)
        : found;
  }

  /** Once somebody knows of a call for help, its tag is told so, once. */
  private void answerTags(Event event, Incident after) {
    boolean heard =
        event instanceof Event.Acknowledged
            || event instanceof Event.Ordered
            || (event instanceof Event.FindingNoted && HEARD.contains(after.stage().name()));
    if (!heard || !plan.channels().containsKey(BroadcastChannel.NAME)) {
      return;
    }
    Map<String, List<Attempt>> tags = new TreeMap<>();
    for (Attempt answer : TagAnswers.of(after, store.outbox().plan(after.mine()), event.at())) {
      tags.computeIfAbsent(answer.callee().address(), tag -> new ArrayList<>()).add(answer);
    }
    // One tag may have called twice before anybody answered.
    for (List<Attempt> answers : tags.values()) {
      if (answers.stream().allMatch(answer -> store.calls().find(answer.id()) == null)) {
        queue(answers.get(0));
      }
    }
  }

  private static Callee callee(Duty.OnDuty on, String address) {
    var person = on.person();
    return new Callee(on.scope(), person.id(), person.name(), person.account(), address);
  }

  /** Somebody has answered in the console or on a channel: that attempt is proven, the rest end. */
  private void answered(String incident, String by, Instant at) {
    boolean proven = store.calls().isConfirmed(incident, by, at);
    Attempt pressed = proven ? null : store.calls().pressed(incident, Callout.CONSOLE, by);
    if (pressed != null) {
      move(pressed, new Told.Confirmed(by, Proof.CONSOLE), at);
    }
    end(incident, new Told.Superseded(), at);
  }

  /** Ends what is still open of an incident. */
  void end(String incident, Told told, Instant at) {
    store.calls().open(incident).forEach(attempt -> move(attempt, told, at));
  }

  /** Moves one attempt; answers whether anything changed. Inside a transaction. */
  boolean move(Attempt attempt, Told told, Instant at) {
    State next = Progress.next(attempt.state(), told, at);
    if (next.equals(attempt.state())) {
      return false;
    }
    store.calls().state(attempt.id(), next);
    note(attempt, next);
    Callee callee = attempt.callee();
    if (next instanceof State.Confirmed && !callee.address().isEmpty()) {
      store.rosters().proved(callee.scope(), callee.person(), callee.address(), at, attempt.id());
    }
    return true;
  }

  /** The ledger names the person by id, and never the number. */
  private void note(Attempt attempt, State state) {
    Map<String, Object> what = new TreeMap<>();
    what.put("incident", attempt.cause().incident());
    what.put("why", attempt.cause().why().name());
    what.put("rung", attempt.cause().rung());
    what.put("channel", attempt.channel());
    what.put("person", attempt.callee().person());
    String by = LedgerRows.SYSTEM;
    if (state instanceof State.Confirmed confirmed) {
      by = confirmed.by();
      what.put("proof", confirmed.proof().name());
    } else if (state instanceof State.Failed failed) {
      what.put("reason", failed.reason());
    }
    store
        .ledger()
        .append(
            List.of(
                new Entry(
                    0,
                    state.at().toString(),
                    attempt.cause().mine(),
                    LedgerRows.Kind.CALL.name(),
                    attempt.id(),
                    0,
                    by,
                    CallRows.name(state),
                    Canonical.json(what))));
  }
}
