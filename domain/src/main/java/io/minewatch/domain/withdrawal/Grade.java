package io.minewatch.domain.withdrawal;

/** How far people are to withdraw (撤人). */
public enum Grade {
  CALL_BACK("召回"),
  NEAREST_SAFE_PLACE("撤至就近安全地点"),
  SURFACE("升井");

  private final String chinese;

  Grade(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
