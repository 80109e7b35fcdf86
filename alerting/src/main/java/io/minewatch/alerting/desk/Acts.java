package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.AlertChain;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Verdict;
import io.minewatch.alerting.desk.IncidentDesk.ActOf;
import io.minewatch.alerting.desk.IncidentDesk.Answer;
import java.time.Clock;
import java.util.List;

/**
 * Decides one act and writes all that follows from it: journal, counted steps, calls, due time and
 * order book. Inside a transaction of {@link IncidentDesk}.
 */
final class Acts {
  private final Store store;
  private final ChainRules rules;
  private final Clock clock;
  private final CallDesk callDesk;
  private final OrderBooks books;

  Acts(Store store, ChainRules rules, Clock clock, CallDesk callDesk, OpenIncidents openIncidents) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
    this.callDesk = callDesk;
    this.books = new OrderBooks(store, openIncidents);
  }

  ChainRules rules() {
    return rules;
  }

  /** Applies one act; what is refused is journaled as well. */
  Answer apply(Incident before, ActOf made) {
    long nextBook = store.outbox().nextOrderBook(before.mine());
    Act act = made.of(before, clock.instant(), nextBook);
    Verdict verdict = AlertChain.decide(before, act, rules);
    if (verdict instanceof Verdict.Refused refused) {
      Event event =
          new Event.ActRefused(
              act.at(), Actor.of(act), Actor.name(act), refused.refusal(), refused.words());
      store.journal().append(before.id(), List.of(event));
      return new Answer(verdict, before);
    }
    List<Event> events = ((Verdict.Moved) verdict).events();
    Incident after = before;
    for (Event event : events) {
      store.steps().keep(after, event);
      after = Fold.evolve(after, event);
      callDesk.on(event, after, rules);
    }
    if (!events.isEmpty()) {
      store.journal().append(before.id(), events);
    }
    store.incidents().save(after);
    books.publish(before, after, nextBook);
    return new Answer(verdict, after);
  }
}
