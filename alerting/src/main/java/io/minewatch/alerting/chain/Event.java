package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened, as the journal keeps it. Carries every number that was decided with, so that
 * replaying needs no rule pack. {@code at} is wall time.
 */
public sealed interface Event {
  Instant at();

  record Opened(Instant at, String incident, MineCode mine, boolean drill, Instant onset)
      implements Event {}

  /**
   * Where the zone of a finding lies, by the plan of then; an unknown zone is underground. What is
   * about the mine as a whole is in no zone: nobody can be withdrawn from it alone.
   */
  enum Ground {
    UNDERGROUND,
    /** People here count as out: there is nobody to withdraw. */
    SURFACE;

    public static Ground of(@Nullable Plan plan, @Nullable ZoneId zone) {
      boolean surface = zone == null || (plan != null && plan.isSurface(zone));
      return surface ? SURFACE : UNDERGROUND;
    }
  }

  /**
   * A fact was taken in.
   *
   * @param ground null in journals that are older than the question
   */
  record FindingNoted(Instant at, Finding finding, @Nullable Ground ground) implements Event {}

  /** A level is reached; rung 1 is to be called. */
  record Warned(Instant at, Severity severity, Due due) implements Event {}

  /**
   * A worse level is reached; the current rung is to be called again. When a call is owed, an
   * acknowledgement of the milder level counts no more.
   */
  record Worsened(Instant at, Severity severity, Due due) implements Event {}

  record Called(Instant at, String call, int rung, @Nullable Due due) implements Event {}

  /**
   * A clock ran out; the next rung is to be called.
   *
   * @param missed what was owed
   * @param overdue for how long it had been owed when the step was run
   */
  record Escalated(
      Instant at, Due missed, Due due, String position, Duration overdue, Act.Occasion occasion)
      implements Event {}

  /**
   * A named human has answered.
   *
   * @param version of the incident that was shown, or that called; null in older journals
   */
  record Acknowledged(Instant at, String by, Due due, @Nullable Long version)
      implements Event, ByPerson {}

  /**
   * Nothing followed the acknowledgement in time: it counts no more, the next rung is to be called.
   *
   * @param missed what was owed
   */
  record Lapsed(
      Instant at, Due missed, Due due, String position, Duration overdue, Act.Occasion occasion)
      implements Event {}

  record Responded(Instant at, String by, String measures, Due due) implements Event, ByPerson {}

  record Ordered(Instant at, String by, Order order, long book, Due due)
      implements Event, ByPerson {}

  /** The muster of this incident's orders changed. */
  record HeadCounted(Instant at, Proof proof) implements Event {}

  /** All open orders are proven empty. */
  record Emptied(Instant at) implements Event {}

  /** Somebody is inside again while the order stands. */
  record Reentered(Instant at, Due due) implements Event {}

  /** Every finding is cleared; judging has counted the hold time before it cleared the last one. */
  record ReadingsRestored(Instant at) implements Event {}

  /** The open orders are lifted; people may go back. */
  record Released(Instant at, String by) implements Event, ByPerson {}

  /**
   * The end.
   *
   * @param by who signed; of two people the second
   * @param missing what a close on evidence would still have lacked; empty if it lacked nothing
   * @param first who proposed it, null where one signature is enough, and in older journals
   */
  record Closed(
      Instant at,
      String by,
      String note,
      Closing how,
      List<Refusal> missing,
      @Nullable String first)
      implements Event, ByPerson {
    public Closed {
      missing = List.copyOf(missing);
    }
  }

  /** One person wants something that a second must confirm. */
  record Proposed(Instant at, Proposal proposal) implements Event, ByPerson {
    @Override
    public String by() {
      return proposal.by();
    }
  }

  /** Put aside until its time; nobody is called for it meanwhile. */
  record Shelved(Instant at, Shelf shelf, Due due) implements Event, ByPerson {
    @Override
    public String by() {
      return shelf.by();
    }
  }

  /**
   * Back from the shelf; what was owed before is owed anew, and the current rung is to be called.
   *
   * @param by who took it back, null when it came back by itself
   * @param overdue for how long its time had been over when the step was run; null where it came
   *     back for another reason, and in older journals
   * @param occasion null where {@code overdue} is
   */
  record Unshelved(
      Instant at,
      @Nullable String by,
      Back why,
      Due due,
      @Nullable Duration overdue,
      Act.@Nullable Occasion occasion)
      implements Event {
    /** The same, run so late. */
    Unshelved late(Duration time) {
      return new Unshelved(at, by, why, due, time, Act.Occasion.of(time));
    }
  }

  /** Why an incident comes back from the shelf. */
  enum Back {
    /** Its time is over. */
    TIME,
    /** It has become worse, blind, or something new was found. */
    WORSE,
    PERSON
  }

  /**
   * An order was taken back as a mistake; its zones are as little proven empty as before.
   *
   * @param by who confirmed
   * @param first who proposed
   * @param due what is owed now; null when other orders stand
   */
  record Revoked(
      Instant at, String by, String first, OrderId order, String reason, @Nullable Due due)
      implements Event, ByPerson {}

  /** A card was marked as a rescuer's, or the mark was taken away. */
  record CardMarked(Instant at, String by, CardId card, Act.Mark mark, String reason)
      implements Event, ByPerson {}

  /** An act was refused; the state is as before. */
  record ActRefused(Instant at, String by, String act, Refusal refusal, String words)
      implements Event, ByPerson {}

  /**
   * What the position stream says about this incident's orders.
   *
   * @param counted when judging counted
   * @param lastFix how old the newest position of the mine is, null when there never was one
   * @param book version of the order book it was counted for
   */
  record Proof(Instant counted, @Nullable Instant lastFix, long book, List<OrderMuster> orders) {
    public Proof {
      Objects.requireNonNull(counted, "counted");
      orders = List.copyOf(orders);
    }

    /** These cards and all that it lists inside. */
    Set<CardId> inside(Set<CardId> known) {
      if (orders.stream()
          .allMatch(
              order -> order.remaining().stream().allMatch(each -> known.contains(each.card())))) {
        return known; // as nearly always: each muster comes by here, kept or not
      }
      Set<CardId> all = new HashSet<>(known);
      orders.forEach(order -> order.remaining().forEach(each -> all.add(each.card())));
      return all;
    }
  }
}
