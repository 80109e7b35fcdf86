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
 * @param foundBy who recorded the last check, empty for nobody
 * @param late how many of its steps came after they were owed
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
    String foundBy,
    int reopened,
    int late,
    long version) {
  /** Pieces of evidence of one clue. */
  public static final int MOST_EVIDENCE = 500;

  /** With so many a machine adds no more: the rest is for people. */
  public static final int MOST_FOUND = 400;

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
            raised.path(),
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
        "",
        0,
        0,
        1);
  }

  /** As it is after one more event. */
  public Clue after(ClueEvent event) {
    if (event instanceof ClueEvent.Assigned assigned) {
      return moved(ClueStage.ASSIGNED, event).given(assigned.to());
    } else if (event instanceof ClueEvent.Visited) {
      return moved(ClueStage.VISITED, event);
    } else if (event instanceof ClueEvent.Found found) {
      return moved(ClueStage.FOUND, event).found(found.outcome(), found.by());
    } else if (event instanceof ClueEvent.Measured) {
      return moved(ClueStage.MEASURED, event);
    } else if (event instanceof ClueEvent.Closed) {
      return moved(ClueStage.CLOSED, event);
    } else if (event instanceof ClueEvent.Reopened) {
      return moved(ClueStage.RAISED, event).given("").found(null, "");
    } else if (event instanceof ClueEvent.Added added) {
      List<ClueEvidence> all = new ArrayList<>(evidence);
      all.addAll(added.evidence());
      return new Clue(
          id,
          start,
          stage,
          opened,
          since,
          due,
          assignee,
          outcome,
          all,
          foundBy,
          reopened,
          late,
          version + 1);
    }
    throw new IllegalStateException("a clue begins once, this is its event " + (version + 1));
  }

  /** A step; one that only repeats the last keeps its time, and is not late a second time. */
  private Clue moved(ClueStage to, ClueEvent event) {
    boolean again = to == stage;
    return new Clue(
        id,
        start,
        to,
        opened,
        again ? since : event.at(),
        event.owed(),
        assignee,
        outcome,
        evidence,
        foundBy,
        reopened + (event instanceof ClueEvent.Reopened ? 1 : 0),
        late + (!again && isOverdue(event.at()) ? 1 : 0),
        version + 1);
  }

  private Clue given(String to) {
    return new Clue(
        id, start, stage, opened, since, due, to, outcome, evidence, foundBy, reopened, late,
        version);
  }

  private Clue found(@Nullable Outcome shown, String by) {
    return new Clue(
        id, start, stage, opened, since, due, assignee, shown, evidence, by, reopened, late,
        version);
  }

  /** Whether the time of its next stage has passed; at the very moment it is in time still. */
  public boolean isOverdue(Instant now) {
    return due != null && now.isAfter(due);
  }

  public boolean isOpen() {
    return stage != ClueStage.CLOSED;
  }
}
