package io.minewatch.alerting.clue;

import io.minewatch.alerting.clue.Clue.Verdict;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decides on acts: clue, assigned, checked on site, found on, measures taken, closed, one after the
 * other and none left out; a closed one can be opened again. What is not a next step is refused.
 */
public final class ClueRegister {
  private ClueRegister() {}

  /** A clue begins; one by a person says what it is about. */
  public static Verdict raised(ClueStart start, Instant at, String by, ClueClocks clocks) {
    if (start.words().isBlank()) {
      return refused(ClueRefusal.TEXT_MISSING);
    }
    if (isTooLong(start.words()) || isTooLong(start.wordsEnglish())) {
      return refused(ClueRefusal.TEXT_TOO_LONG);
    }
    if (start.evidence().size() > Clue.MOST_EVIDENCE) {
      return refused(ClueRefusal.TOO_MUCH_EVIDENCE);
    }
    return new Verdict.Moved(
        new ClueEvent.Raised(
            at,
            by,
            start.mine(),
            start.path(),
            start.feature(),
            start.subject(),
            start.words(),
            start.wordsEnglish(),
            start.evidence(),
            at.plus(clocks.assign())));
  }

  /**
   * What an act comes to.
   *
   * @param clocks as they stand now; a clue that waits keeps the time that it was given
   */
  public static Verdict decide(Clue clue, ClueAct act, ClueClocks clocks) {
    if (act instanceof ClueAct.Add add) {
      return added(clue, add);
    }
    String note = note(act);
    if (isTooLong(note)) {
      return refused(ClueRefusal.TEXT_TOO_LONG);
    }
    if (act instanceof ClueAct.Assign assign) {
      return assigned(clue, assign, clocks);
    }
    if (note.isBlank()) {
      return refused(ClueRefusal.TEXT_MISSING);
    }
    if (act instanceof ClueAct.Visit visit && clue.stage() == ClueStage.ASSIGNED) {
      return moved(
          new ClueEvent.Visited(visit.at(), visit.by(), note, visit.at().plus(clocks.find())));
    }
    if (act instanceof ClueAct.Find find && clue.stage() == ClueStage.VISITED) {
      Instant due = find.at().plus(clocks.measure());
      return moved(new ClueEvent.Found(find.at(), find.by(), find.outcome(), note, due));
    }
    if (act instanceof ClueAct.Measure measure && isMeasured(clue.stage())) {
      Instant due = owed(clue, ClueStage.MEASURED, measure.at().plus(clocks.close()));
      return moved(new ClueEvent.Measured(measure.at(), measure.by(), note, due));
    }
    if (act instanceof ClueAct.Close close && isMeasured(clue.stage())) {
      return closed(clue, close);
    }
    if (act instanceof ClueAct.Reopen reopen && clue.stage() == ClueStage.CLOSED) {
      Instant due = reopen.at().plus(clocks.assign());
      return moved(new ClueEvent.Reopened(reopen.at(), reopen.by(), note, due));
    }
    return refused(ClueRefusal.NOT_AT_THIS_STAGE);
  }

  /** Who does the same once more gains no time by it. */
  private static Instant owed(Clue clue, ClueStage stage, Instant fresh) {
    return clue.stage() == stage ? Objects.requireNonNullElse(clue.due(), fresh) : fresh;
  }

  /** Two people at least have seen a clue that is closed. */
  private static Verdict closed(Clue clue, ClueAct.Close close) {
    if (clue.stage() == ClueStage.FOUND && clue.outcome() != Outcome.UNFOUNDED) {
      return refused(ClueRefusal.MEASURE_MISSING);
    }
    return close.by().equals(clue.foundBy())
        ? refused(ClueRefusal.SAME_PERSON)
        : moved(new ClueEvent.Closed(close.at(), close.by(), close.note()));
  }

  private static boolean isMeasured(ClueStage stage) {
    return stage == ClueStage.FOUND || stage == ClueStage.MEASURED;
  }

  /** It may be given to another before anybody has been there. */
  private static Verdict assigned(Clue clue, ClueAct.Assign act, ClueClocks clocks) {
    if (clue.stage() != ClueStage.RAISED && clue.stage() != ClueStage.ASSIGNED) {
      return refused(ClueRefusal.NOT_AT_THIS_STAGE);
    }
    if (act.to().isBlank()) {
      return refused(ClueRefusal.ASSIGNEE_MISSING);
    }
    if (isTooLong(act.to())) {
      return refused(ClueRefusal.TEXT_TOO_LONG);
    }
    Instant due = owed(clue, ClueStage.ASSIGNED, act.at().plus(clocks.visit()));
    return moved(new ClueEvent.Assigned(act.at(), act.by(), act.to(), act.note(), due));
  }

  private static Verdict added(Clue clue, ClueAct.Add act) {
    if (!clue.isOpen()) {
      return refused(ClueRefusal.NOT_AT_THIS_STAGE);
    }
    List<ClueEvidence> fresh = new ArrayList<>();
    for (ClueEvidence each : act.evidence()) {
      if (clue.evidence().stream().noneMatch(each::isSame)
          && fresh.stream().noneMatch(each::isSame)) {
        fresh.add(each);
      }
    }
    if (fresh.isEmpty()) {
      return refused(ClueRefusal.NOTHING_NEW);
    }
    if (clue.evidence().size() + fresh.size() > Clue.MOST_EVIDENCE) {
      return refused(ClueRefusal.TOO_MUCH_EVIDENCE);
    }
    return moved(new ClueEvent.Added(act.at(), act.by(), fresh));
  }

  private static String note(ClueAct act) {
    if (act instanceof ClueAct.Assign assign) {
      return assign.note();
    } else if (act instanceof ClueAct.Visit visit) {
      return visit.note();
    } else if (act instanceof ClueAct.Find find) {
      return find.note();
    } else if (act instanceof ClueAct.Measure measure) {
      return measure.note();
    } else if (act instanceof ClueAct.Close close) {
      return close.note();
    } else if (act instanceof ClueAct.Reopen reopen) {
      return reopen.note();
    }
    return "";
  }

  private static boolean isTooLong(String text) {
    return text.length() > ClueEvidence.MOST_TEXT;
  }

  private static Verdict moved(ClueEvent event) {
    return new Verdict.Moved(event);
  }

  private static Verdict refused(ClueRefusal refusal) {
    return new Verdict.Refused(refusal);
  }
}
