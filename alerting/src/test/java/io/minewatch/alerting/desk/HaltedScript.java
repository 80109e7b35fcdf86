package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.Proposal.What;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happens to an incident, step by step, from its finding to its close. Together they meet
 * every event of the chain but a refusal, every way to close and every way back from the shelf.
 */
enum HaltedScript {
  /** Called, escalated, answered, withdrawn, and closed on evidence by a second person. */
  ON_EVIDENCE {
    @Override
    List<Step> steps(HaltedHands hands) {
      return List.of(
          () -> hands.fact(0, FindingKind.OPENED, Severity.ORANGE),
          () -> {}, // the call is placed
          () -> {}, // nobody answers
          () -> hands.act((state, at, book) -> new Act.Acknowledge(at, ANN, state.version())),
          () -> hands.act((state, at, book) -> new Act.Respond(at, ANN, "cut")),
          () -> hands.fact(1, FindingKind.RAISED, Severity.RED),
          () -> hands.order("o-1"),
          () -> hands.muster("o-1", 1),
          () -> hands.muster("o-1", 0),
          () -> hands.fact(2, FindingKind.CLEARED, Severity.RED),
          () -> {
            hands.muster("o-1", 0);
            hands.act((state, at, book) -> new Act.Close(at, BOB, state.version(), "out"));
          });
    }
  },

  /**
   * The answer lapses; it is shelved by two and taken back; an order is revoked by two, a second
   * one is met, somebody goes in again and comes out, people are let back; then it is worse again,
   * and closed without the evidence by two.
   */
  FORCED {
    @Override
    List<Step> steps(HaltedHands hands) {
      return List.of(
          () -> hands.fact(0, FindingKind.OPENED, Severity.RED),
          () -> hands.act((state, at, book) -> new Act.Acknowledge(at, ANN, state.version())),
          () -> {},
          () -> {}, // nothing follows the answer
          () -> hands.act((state, at, book) -> new Act.Acknowledge(at, ANN, state.version())),
          () ->
              hands.propose(
                  (state, at, book) ->
                      new Act.Shelve(at, ANN, state.version(), "works", at.plus(HOUR))),
          () -> hands.confirm(BOB, What.SHELVE),
          () -> hands.act((state, at, book) -> new Act.Unshelve(at, ANN)),
          () -> hands.order("o-1"),
          () ->
              hands.propose(
                  (state, at, book) ->
                      new Act.RevokeOrder(at, ANN, state.version(), new OrderId("o-1"), "wrong")),
          () -> hands.confirm(BOB, What.REVOKE),
          () -> hands.order("o-2"),
          () -> {
            hands.unless(
                state -> state.rescuers().contains(RESCUER),
                (state, at, book) -> new Act.MarkCard(at, ANN, RESCUER, Act.Mark.RESCUER, "in"));
            hands.muster("o-2", 1);
          },
          () -> hands.muster("o-2", 0),
          () -> hands.muster("o-2", 1),
          () -> hands.muster("o-2", 0),
          () -> {
            hands.fact(1, FindingKind.CLEARED, Severity.RED);
            hands.muster("o-2", 0);
            hands.act((state, at, book) -> new Act.Release(at, ANN, state.version()));
          },
          () -> hands.fact(2, FindingKind.RAISED, Severity.RED),
          () ->
              hands.propose(
                  (state, at, book) -> new Act.ForceClose(at, ANN, state.version(), "probe gone")),
          () -> hands.confirm(CAROL, What.FORCE_CLOSE));
    }
  },

  /**
   * Early at first; shelved until its time, and again until it gets worse; shown harmless by two.
   */
  HARMLESS {
    @Override
    List<Step> steps(HaltedHands hands) {
      return List.of(
          () -> hands.fact(0, FindingKind.OPENED, Severity.BLUE),
          () -> hands.fact(1, FindingKind.RAISED, Severity.ORANGE),
          () -> hands.act((state, at, book) -> new Act.Acknowledge(at, ANN, state.version())),
          () -> hands.act((state, at, book) -> new Act.Respond(at, ANN, "looked")),
          () -> hands.act((state, at, book) -> shelve(state.version(), at, Duration.ofMinutes(8))),
          () -> {},
          () -> {}, // its time is over
          () -> hands.act((state, at, book) -> shelve(state.version(), at, HOUR)),
          () -> hands.fact(2, FindingKind.RAISED, Severity.RED),
          () -> hands.fact(3, FindingKind.CLEARED, Severity.RED),
          () ->
              hands.propose(
                  (state, at, book) -> new Act.ShowHarmless(at, ANN, state.version(), "test gas")),
          () -> hands.confirm(BOB, What.HARMLESS));
    }
  },

  /** It never reaches a level that calls anybody. */
  FELL_BACK {
    @Override
    List<Step> steps(HaltedHands hands) {
      return List.of(
          () -> hands.fact(0, FindingKind.OPENED, Severity.BLUE),
          () -> hands.fact(1, FindingKind.CLEARED, Severity.BLUE));
    }
  };

  static final String ANN = "ann";
  static final String BOB = "bob";
  static final String CAROL = "carol";
  private static final CardId RESCUER = new CardId("c-9");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Done again, under the same time, until it was done once without being stopped. */
  interface Step {
    void run();
  }

  abstract List<Step> steps(HaltedHands hands);

  private static Act.Shelve shelve(long version, Instant at, Duration time) {
    return new Act.Shelve(at, ANN, version, "works", at.plus(time));
  }
}
