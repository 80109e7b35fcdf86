package io.minewatch.alerting.clue;

import io.minewatch.alerting.clue.ClueAct.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clue as it stands after its events.
 *
 * @param stage since {@code since}, wall time
 * @param due when the next stage is owed; null when nothing is
 * @param assignee to whom it was given last, empty for nobody
 * @param outcome of the last check, null before there is one since it was opened
 * @param version how many events it has
 */
public record Clue(
    String id,
    ClueStart start,
    ClueStage stage,
    Instant opened,
    Instant since,
    @Nullable Instant due,
    String assignee,
    @Nullable Outcome outcome,
    List<ClueEvidence> evidence,
    int reopened,
    long version) {
  /** Pieces of evidence of one clue. */
  public static final int MOST_EVIDENCE = 500;

  public Clue {
    evidence = List.copyOf(evidence);
  }

  /** The answer to an act. */
  public sealed interface Verdict {
    record Moved(ClueEvent event) implements Verdict {}

    record Refused(ClueRefusal refusal) implements Verdict {}
  }

  /** A clue from its events; null if there are none. */
  public static @Nullable Clue replay(String id, List<ClueEvent> events) {
    Clue clue = null;
    for (ClueEvent event : events) {
      if (clue == null) {
        clue = begun(id, (ClueEvent.Raised) event);
      } else {
        clue = clue.after(event);
      }
    }
    return clue;
  }

  /** As it begins. */
  public static Clue begun(String id, ClueEvent.Raised raised) {
    ClueStart start =
        new ClueStart(
            raised.mine(),
            raised.feature(),
            raised.subject(),
            raised.words(),
            raised.wordsEnglish(),
            raised.evidence());
    return new Clue(
        id,
        start,
        ClueStage.RAISED,
        raised.at(),
        raised.at(),
        raised.due(),
        "",
        null,
        raised.evidence(),
        0,
        1);
  }

  /** As it is after one more event. */
  public Clue after(ClueEvent event) {
    if (event instanceof ClueEvent.Assigned assigned) {
      return moved(ClueStage.ASSIGNED, event, assigned.to(), outcome);
    } else if (event instanceof ClueEvent.Visited) {
      return moved(ClueStage.VISITED, event, assignee, outcome);
    } else if (event instanceof ClueEvent.Found found) {
      return moved(ClueStage.FOUND, event, assignee, found.outcome());
    } else if (event instanceof ClueEvent.Measured) {
      return moved(ClueStage.MEASURED, event, assignee, outcome);
    } else if (event instanceof ClueEvent.Closed) {
      return moved(ClueStage.CLOSED, event, assignee, outcome);
    } else if (event instanceof ClueEvent.Reopened) {
      return moved(ClueStage.RAISED, event, "", null);
    } else if (event instanceof ClueEvent.Added added) {
      List<ClueEvidence> all = new ArrayList<>(evidence);
      all.addAll(added.evidence());
      return new Clue(
          id, start, stage, opened, since, due, assignee, outcome, all, reopened, version + 1);
    }
    throw new IllegalStateException("a clue begins once, this is its event " + (version + 1));
  }

  private Clue moved(ClueStage to, ClueEvent event, String given, @Nullable Outcome shown) {
    int again = reopened + (event instanceof ClueEvent.Reopened ? 1 : 0);
    return new Clue(
        id,
        start,
        to,
        opened,
        event.at(),
        event.owed(),
        given,
        shown,
        evidence,
        again,
        version + 1);
  }

  /** Whether the time of its next stage has passed; at the very moment it is in time still. */
  public boolean isOverdue(Instant now) {
    return due != null && now.isAfter(due);
  }

  public boolean isOpen() {
    return stage != ClueStage.CLOSED;
  }
}
