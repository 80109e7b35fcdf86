package io.minewatch.alerting.count;

import io.minewatch.alerting.chain.Closing;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.chain.Stage;
import io.minewatch.domain.withdrawal.OrderMuster;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an incident that counts.
 *
 * @param at wall time
 * @param took since the stage before began, of a withdrawal since its first order; null when it is
 *     not the answer to anything: nobody was called yet, or nobody had to come out after the order
 * @param inTime whether no clock had run out before it
 * @param people of a withdrawal, at least so many people of the incident were inside so far, each
 *     counted once; else 0
 */
public record StepTaken(
    Kind kind, Instant at, @Nullable Duration took, Timeliness inTime, int people) {
  /** What was done. */
  public enum Kind {
    WARNED,
    CALLED,
    ACKNOWLEDGED,
    RESPONDED,
    ORDERED,
    EMPTIED,
    CLOSED,
    FORCED,
    HARMLESS,
    ESCALATED,
    LAPSED,
    SHELVED,
    REVOKED
  }

  /** Whether it was done while it was owed. */
  public enum Timeliness {
    IN_TIME,
    LATE,
    /** Nobody owed it. */
    NOT_OWED
  }

  /** The step that an event is, or null when it is none that counts. */
  public static @Nullable StepTaken of(Incident before, Event event) {
    if (event instanceof Event.Called) {
      return before.stage() instanceof Stage.Warned ? answer(Kind.CALLED, before, event) : null;
    } else if (event instanceof Event.Acknowledged) {
      return before.stage() instanceof Stage.Warned
          ? new StepTaken(Kind.ACKNOWLEDGED, event.at(), null, timeliness(before, event.at()), 0)
          : answer(Kind.ACKNOWLEDGED, before, event);
    } else if (event instanceof Event.Responded) {
      return answer(Kind.RESPONDED, before, event);
    } else if (event instanceof Event.Ordered) {
      return before.openOrders().findAny().isPresent()
          ? plain(Kind.ORDERED, event)
          : answer(Kind.ORDERED, before, event);
    } else if (event instanceof Event.Emptied) {
      return emptied(before, event);
    } else if (event instanceof Event.Closed closed) {
      return closed(before, closed);
    }
    return other(event);
  }

  private static @Nullable StepTaken other(Event event) {
    if (event instanceof Event.Warned) {
      return plain(Kind.WARNED, event);
    } else if (event instanceof Event.Escalated) {
      return plain(Kind.ESCALATED, event);
    } else if (event instanceof Event.Lapsed) {
      return plain(Kind.LAPSED, event);
    } else if (event instanceof Event.Shelved) {
      return plain(Kind.SHELVED, event);
    } else if (event instanceof Event.Revoked) {
      return plain(Kind.REVOKED, event);
    }
    return null;
  }

  private static StepTaken plain(Kind kind, Event event) {
    return new StepTaken(kind, event.at(), null, Timeliness.NOT_OWED, 0);
  }

  private static StepTaken answer(Kind kind, Incident before, Event event) {
    Duration took = Duration.between(before.stage().since(), event.at());
    return new StepTaken(kind, event.at(), took, timeliness(before, event.at()), 0);
  }

  /** In time when it is owed at the first rung still: no clock has run out. */
  private static Timeliness timeliness(Incident before, Instant at) {
    var due = before.due();
    if (due == null) {
      return Timeliness.NOT_OWED;
    }
    return before.rung() == 1 && !at.isAfter(due.at()) ? Timeliness.IN_TIME : Timeliness.LATE;
  }

  private static StepTaken emptied(Incident before, Event event) {
    Instant began = before.stage() instanceof Stage.Withdrawing now ? now.began() : null;
    Duration took =
        began != null && cameOut(before, began) ? Duration.between(began, event.at()) : null;
    var due = before.due();
    Timeliness inTime =
        due != null && !event.at().isAfter(due.at()) ? Timeliness.IN_TIME : Timeliness.LATE;
    return new StepTaken(Kind.EMPTIED, event.at(), took, inTime, people(before));
  }

  /**
   * Whether somebody was seen to come out since. Zones in which nobody stood, or that all had left
   * before the order, are proven empty by the next head count: that says nothing of how long people
   * need.
   */
  private static boolean cameOut(Incident incident, Instant since) {
    var proof = incident.proof();
    return proof != null
        && proof.orders().stream()
            .map(OrderMuster::emptiedAt)
            .anyMatch(emptied -> emptied != null && emptied.isAfter(since));
  }

  /**
   * At least so many people: all whose cards any head count of the incident listed inside, rescuers
   * left out; more where one order alone lists more, for who had left before the first count is
   * told as a number only.
   */
  private static int people(Incident incident) {
    var proof = incident.proof();
    int longest =
        proof == null ? 0 : proof.orders().stream().mapToInt(OrderMuster::listed).max().orElse(0);
    long cards =
        incident.counted().stream().filter(card -> !incident.rescuers().contains(card)).count();
    return Math.max(longest, Math.toIntExact(cards));
  }

  private static @Nullable StepTaken closed(Incident before, Event.Closed closed) {
    Kind kind =
        closed.how() == Closing.FORCED
            ? Kind.FORCED
            : closed.how() == Closing.HARMLESS ? Kind.HARMLESS : Kind.CLOSED;
    return closed.how() == Closing.FELL_BACK
        ? null
        : new StepTaken(
            kind,
            closed.at(),
            Duration.between(before.opened(), closed.at()),
            Timeliness.NOT_OWED,
            0);
  }
}
