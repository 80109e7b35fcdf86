package io.minewatch.alerting.clue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a clue: a row of the ledger each. {@code due} is when the next stage is owed. */
public sealed interface ClueEvent {
  Instant at();

  String by();

  /**
   * It begins.
   *
   * @param path where the mine lay then, codes from the province down to itself
   * @param feature what kind of suspicion; {@link ClueStart#BY_HAND} when a person had it
   * @param subject of the mine: a point, a gateway, a card; empty for the mine as a whole
   */
  record Raised(
      Instant at,
      String by,
      String mine,
      String path,
      String feature,
      String subject,
      String words,
      String wordsEnglish,
      List<ClueEvidence> evidence,
      Instant due)
      implements ClueEvent {
    public Raised {
      evidence = List.copyOf(evidence);
    }
  }

  record Assigned(Instant at, String by, String to, String note, Instant due)
      implements ClueEvent {}

  record Visited(Instant at, String by, String note, Instant due) implements ClueEvent {}

  record Found(Instant at, String by, ClueAct.Outcome outcome, String note, Instant due)
      implements ClueEvent {}

  record Measured(Instant at, String by, String note, Instant due) implements ClueEvent {}

  record Closed(Instant at, String by, String note) implements ClueEvent {}

  record Reopened(Instant at, String by, String note, Instant due) implements ClueEvent {}

  record Added(Instant at, String by, List<ClueEvidence> evidence) implements ClueEvent {
    public Added {
      evidence = List.copyOf(evidence);
    }
  }

  /** Text of a person in it; empty where there is none. */
  default String said() {
    if (this instanceof Raised raised) {
      return raised.words();
    } else if (this instanceof Assigned assigned) {
      return assigned.note();
    } else if (this instanceof Visited visited) {
      return visited.note();
    } else if (this instanceof Found found) {
      return found.note();
    } else if (this instanceof Measured measured) {
      return measured.note();
    } else if (this instanceof Closed closed) {
      return closed.note();
    } else if (this instanceof Reopened reopened) {
      return reopened.note();
    }
    return "";
  }

  /** When the next stage is owed after it; null when nothing is, or when it changes nothing. */
  default @Nullable Instant owed() {
    if (this instanceof Raised raised) {
      return raised.due();
    } else if (this instanceof Assigned assigned) {
      return assigned.due();
    } else if (this instanceof Visited visited) {
      return visited.due();
    } else if (this instanceof Found found) {
      return found.due();
    } else if (this instanceof Measured measured) {
      return measured.due();
    } else if (this instanceof Reopened reopened) {
      return reopened.due();
    }
    return null;
  }
}
