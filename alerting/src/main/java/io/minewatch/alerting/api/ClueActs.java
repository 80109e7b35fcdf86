package io.minewatch.alerting.api;

import io.minewatch.alerting.api.ClueBodies.ActBody;
import io.minewatch.alerting.clue.ClueAct;
import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** Acts on clues, of what a person asks for. */
final class ClueActs {
  private ClueActs() {}

  /** The act, once its time is known. */
  static Function<Instant, ClueAct> of(ActBody body, String by, List<ClueEvidence> evidence) {
    String note = Objects.requireNonNullElse(body.note(), "").strip();
    String to = Objects.requireNonNullElse(body.to(), "").strip();
    return switch (Objects.requireNonNull(body.act(), "asked before")) {
      case ASSIGN -> at -> new ClueAct.Assign(at, by, to, note);
      case VISIT -> at -> new ClueAct.Visit(at, by, note);
      case FIND -> {
        Outcome outcome = outcome(body);
        yield at -> new ClueAct.Find(at, by, outcome, note);
      }
      case MEASURE -> at -> new ClueAct.Measure(at, by, note);
      case CLOSE -> at -> new ClueAct.Close(at, by, note);
      case REOPEN -> at -> new ClueAct.Reopen(at, by, note);
      case ADD -> at -> new ClueAct.Add(at, by, evidence);
    };
  }

  private static Outcome outcome(ActBody body) {
    Outcome outcome = body.outcome();
    if (outcome == null) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, "FIND says what the check has shown");
    }
    return outcome;
  }
}
