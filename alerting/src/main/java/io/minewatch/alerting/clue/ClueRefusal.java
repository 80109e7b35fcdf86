package io.minewatch.alerting.clue;

/** Why an act on a clue is refused. */
public enum ClueRefusal {
  STALE("您看到的不是最新状态，请核对后再操作", "what you saw is no longer the state"),
  NOT_AT_THIS_STAGE("当前阶段不允许此操作", "this is not the next step at this stage"),
  TEXT_MISSING("必须写明内容", "a text is required"),
  TEXT_TOO_LONG("内容过长", "the text is too long"),
  ASSIGNEE_MISSING("必须写明交办给谁", "it must say to whom it is assigned"),
  SAME_PERSON("认定人不得自行办结", "who found on it does not close it"),
  MEASURE_MISSING("属实的线索须有处置措施才能办结", "what is substantiated is closed after a measure"),
  NOTHING_NEW("没有新的证据", "none of this evidence is new"),
  TOO_MUCH_EVIDENCE("证据条数已达上限", "a clue takes no more evidence");

  private final String chinese;
  private final String english;

  ClueRefusal(String chinese, String english) {
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
