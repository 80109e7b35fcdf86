package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Proposal;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.withdrawal.Grade;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import io.minewatch.domain.withdrawal.Reason;
import io.minewatch.domain.withdrawal.Remaining;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What facts, people and head counts do to the one incident of a script. */
final class HaltedHands {
  private static final MineCode MINE = HaltedLeft.MINE;
  private static final String INCIDENT = HaltedRun.INCIDENT;
  private static final Instant T = HaltedRun.T;
  private static final ZoneId FACE = new ZoneId("face-0101");

  private final Store store;
  private final IncidentDesk desk;
  private final Clock time;

  HaltedHands(Store store, IncidentDesk desk, Clock time) {
    this.store = store;
    this.desk = desk;
    this.time = time;
  }

  /** Done again after a halt, it is refused if it was done. */
  void act(IncidentDesk.ActOf act) {
    if (desk.act(INCIDENT, act) == null) {
      throw new IllegalStateException("there is no " + INCIDENT);
    }
  }

  /** Who comes back looks first whether it was done: it may be done more than once. */
  void unless(Predicate<Incident> done, IncidentDesk.ActOf act) {
    Incident seen = store.journal().incident(INCIDENT);
    if (seen == null || !done.test(seen)) {
      act(act);
    }
  }

  void propose(IncidentDesk.ActOf act) {
    unless(state -> state.proposal() != null, act);
  }

  void confirm(String by, Proposal.What what) {
    act((state, at, book) -> new Act.Confirm(at, by, state.version(), what));
  }

  void order(String id) {
    act(
        (state, at, book) ->
            new Act.OrderWithdrawal(
                at,
                HaltedScript.ANN,
                new Order(
                    new OrderId(id),
                    INCIDENT,
                    Grade.SURFACE,
                    Reason.HARMFUL_GAS,
                    List.of(FACE),
                    "撤人",
                    false,
                    T,
                    at),
                book));
  }

  void fact(int number, FindingKind kind, Severity severity) {
    Instant now = time.instant();
    desk.finding(
        new Finding(
            new FindingId("f-1"),
            number,
            kind,
            MINE,
            Subject.of(new PointId("T1-0101")),
            FACE,
            Measure.METHANE,
            "%CH4",
            Check.LIMIT,
            "r",
            severity,
            T,
            now,
            now,
            now,
            1.1,
            Quality.GOOD,
            1.0 + number,
            1.1,
            T,
            1,
            Map.of()));
  }

  /** A head count for the book that stands: all are out, or the one with this card is not. */
  void muster(String order, int remaining) {
    Instant now = time.instant();
    List<Remaining> inside =
        remaining == 0
            ? List.of()
            : List.of(new Remaining(new CardId("c-1"), Remaining.State.MOVING, FACE, T, now));
    Instant proven = remaining == 0 ? now : null;
    desk.muster(
        new Muster(
            MINE,
            now,
            now,
            store.outbox().orderBook(MINE),
            List.of(),
            0,
            List.of(new OrderMuster(new OrderId(order), 3, inside, proven, proven))));
  }
}
