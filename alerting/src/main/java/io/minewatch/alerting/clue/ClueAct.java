package io.minewatch.alerting.clue;

import java.time.Instant;
import java.util.List;

/** What a person does with a clue. {@code at} is wall time, {@code by} an account. */
public sealed interface ClueAct {
  Instant at();

  String by();

  /** Somebody is to check it on site; again for somebody else. */
  record Assign(Instant at, String by, String to, String note) implements ClueAct {}

  /** The check on site was made. */
  record Visit(Instant at, String by, String note) implements ClueAct {}

  /** What the check has shown. */
  record Find(Instant at, String by, Outcome outcome, String note) implements ClueAct {}

  /** A measure was imposed or taken; there may be several. */
  record Measure(Instant at, String by, String note) implements ClueAct {}

  record Close(Instant at, String by, String note) implements ClueAct {}

  /** It is followed again from the beginning; all that was done before stays. */
  record Reopen(Instant at, String by, String note) implements ClueAct {}

  /** More to rest on. */
  record Add(Instant at, String by, List<ClueEvidence> evidence) implements ClueAct {
    public Add {
      evidence = List.copyOf(evidence);
    }
  }

  /** What a check on site has shown. */
  enum Outcome {
    SUBSTANTIATED("属实", "substantiated"),
    PARTLY("部分属实", "partly substantiated"),
    UNFOUNDED("不属实", "unfounded");

    private final String chinese;
    private final String english;

    Outcome(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    public String chinese() {
      return chinese;
    }

    public String english() {
      return english;
    }
  }
}
