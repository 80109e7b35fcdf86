package io.minewatch.alerting.chain;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.withdrawal.Muster;
import io.minewatch.domain.withdrawal.Order;
import io.minewatch.domain.withdrawal.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * @param version of the incident that the person saw, or that called
   * @param heard what the call said, null for who saw the incident itself
   */
  record Acknowledge(Instant at, String by, long version, @Nullable Heard heard)
      implements Act, ByPerson {
    /** By who saw the incident as it stood at this version. */
    public Acknowledge(Instant at, String by, long version) {
      this(at, by, version, null);
    }
  }

  /**
   * What was said or shown to who answers: the answer is bound to this severity. A telephone tells
   * no further fact, and must not be asked for it; a page shows each, and in a flood the next is
   * there before anybody can have pressed.
   *
   * @param zones that were told; of one that was clear again nobody has heard
   * @param askingOut the findings for which people were to be withdrawn; the colour does not tell
   */
  record Heard(Severity severity, Set<ZoneId> zones, Set<FindingId> askingOut) {
    public Heard {
      zones = Set.copyOf(zones);
      askingOut = Set.copyOf(askingOut);
    }

    /** All that there was to tell of an incident as it stood. */
    public static Heard of(Incident then, ChainRules rules) {
      return new Heard(then.severity(), Set.copyOf(then.places(rules)), then.askingOut());
    }

    /**
     * What was shown of an incident, for a press that further facts have overtaken.
     *
     * @param then as it was shown
     * @param since all that has happened to it after that
     * @return null where anything else has happened since, as a call that it has become worse, or a
     *     point has gone blind: who pressed must look again
     */
    public static @Nullable Heard shown(Incident then, List<Event> since, ChainRules rules) {
      return since.stream().allMatch(Heard::isFurtherFact) ? of(then, rules) : null;
    }

    private static boolean isFurtherFact(Event event) {
      if (event instanceof Event.FindingNoted noted) {
        return noted.finding().kind() != FindingKind.BLIND;
      }
      return event instanceof Event.Called
          || event instanceof Event.Escalated
          || event instanceof Event.HeadCounted
          || event instanceof Event.ReadingsRestored
          || event instanceof Event.ActRefused;
    }

    /**
     * Whether who has heard this knows of every place at which something stands now that calls, and
     * that people must out where they must. Of a place that is cleared again, or at which nothing
     * but an early warning stands, nobody would be called.
     */
    boolean covers(Incident now, ChainRules rules) {
      Set<FindingId> out = now.askingOut();
      return now.openFindings().filter(rules::calls).allMatch(each -> isKnown(each.zone()))
          && (out.isEmpty() || !Collections.disjoint(out, askingOut));
    }

    /** What is about the mine as a whole is at no further place. */
    private boolean isKnown(@Nullable ZoneId zone) {
      return zone == null || zones.contains(zone);
    }
  }

  /** Measures are declared. */
  record Respond(Instant at, String by, String measures) implements Act, ByPerson {}

  /**
   * An order to withdraw, legal at every open stage and whatever version was seen.
   *
   * @param book version of the order book in which the order is published
   */
  record OrderWithdrawal(Instant at, String by, Order order, long book) implements Act, ByPerson {}

  /** Facts from the position stream. */
  record Mustered(Instant at, Muster muster) implements Act {}

  /** The re-entry gate: lifts the open orders once the readings are restored. */
  record Release(Instant at, String by, long version) implements Act, ByPerson {}

  record Close(Instant at, String by, long version, String note) implements Act, ByPerson {}

  /**
   * Proposes to close without the evidence; the note is the reason and must not be blank. Another
   * person confirms it.
   */
  record ForceClose(Instant at, String by, long version, String note) implements Act, ByPerson {}

  /**
   * Puts an incident aside that somebody works on. One person is enough unless it is of a class
   * that needs two.
   *
   * @param until wall time at which it returns by itself
   */
  record Shelve(Instant at, String by, long version, String reason, Instant until)
      implements Act, ByPerson {}

  /** Takes an incident back from the shelf before its time. */
  record Unshelve(Instant at, String by) implements Act, ByPerson {}

  /** Proposes that the cause is harmless: a false alarm, with the evidence for it. */
  record ShowHarmless(Instant at, String by, long version, String evidence)
      implements Act, ByPerson {}

  /** Proposes to take back an order that was given by mistake. */
  record RevokeOrder(Instant at, String by, long version, OrderId order, String reason)
      implements Act, ByPerson {}

  /** The second person confirms what the first has proposed. */
  record Confirm(Instant at, String by, long version, Proposal.What what)
      implements Act, ByPerson {}

  /**
   * Marks a card as a rescuer's, or takes the mark away: shown apart in the head count, and still a
   * person inside.
   */
  record MarkCard(Instant at, String by, CardId card, Mark mark, String reason)
      implements Act, ByPerson {}

  /** What a card is marked as. */
  enum Mark {
    RESCUER,
    NONE
  }

  /** A wake-up; too early changes nothing. */
  record TimePassed(Instant at) implements Act {}

  /** How a step was run; the names are those of the first journals. */
  enum Occasion {
    ON_TIME,
    /** It had been due for more than {@link #LATE}, for whatever reason. */
    AFTER_RESTART;

    /** Rounds follow each other within a fraction of this. */
    public static final Duration LATE = Duration.ofSeconds(2);

    /** Of a step that had been due for so long. */
    public static Occasion of(Duration overdue) {
      return overdue.compareTo(LATE) > 0 ? AFTER_RESTART : ON_TIME;
    }
  }
}
