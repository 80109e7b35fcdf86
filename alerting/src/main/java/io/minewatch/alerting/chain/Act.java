package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import java.time.Instant;

/** What can happen to an incident: facts, answers of people, and time. {@code at} is wall time. */
public sealed interface Act {
  Instant at();

  /** A fact from judging; facts come doubled and out of order. */
  record FindingArrived(Instant at, Finding finding, Event.Ground ground) implements Act {}

  /** A channel has taken a call over. Delivered is not answered. */
  record CallPlaced(Instant at, String call, int rung) implements Act {}

  /**
   * A named human answers.
   *
   * @param version of the incident that the person saw
   */
  record Acknowledge(Instant at, String by, long version) implements Act {}

  /** Measures are declared. */
  record Respond(Instant at, String by, String measures) implements Act {}

  /**
   * An order to withdraw, legal at every open stage and whatever version was seen.
   *
   * @param book version of the order book in which the order is published
   */
  record OrderWithdrawal(Instant at, String by, Order order, long book) implements Act {}

  /** Facts from the position stream. */
  record Mustered(Instant at, Muster muster) implements Act {}

  /** The re-entry gate: lifts the open orders once the readings are restored. */
  record Release(Instant at, String by, long version) implements Act {}

  record Close(Instant at, String by, long version, String note) implements Act {}

  /** Closes without the evidence; the note is the reason and must not be blank. */
  record ForceClose(Instant at, String by, long version, String note) implements Act {}

  /** A wake-up; too early changes nothing. */
  record TimePassed(Instant at, Occasion occasion) implements Act {}

  /** Why the wake-up comes now. */
  enum Occasion {
    ON_TIME,
    /** The step fell due while the service was down. */
    AFTER_RESTART
  }
}
