package io.minewatch.alerting.clue;

/** How far a clue has been followed. */
public enum ClueStage {
  RAISED("线索", "clue"),
  ASSIGNED("已交办", "assigned"),
  VISITED("现场核查", "checked on site"),
  FOUND("已认定", "found on"),
  MEASURED("已处置", "measures taken"),
  CLOSED("已办结", "closed");

  private final String chinese;
  private final String english;

  ClueStage(String chinese, String english) {
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
