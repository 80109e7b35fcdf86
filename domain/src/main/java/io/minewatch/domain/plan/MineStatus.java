package io.minewatch.domain.plan;

/** What a mine is declared to do. */
public enum MineStatus {
  WORKING("生产"),
  /** For a time, by order or by choice (停产整顿). */
  SUSPENDED("停产"),
  /** Closed or closing (关闭). */
  STOPPED("关闭");

  private final String chinese;

  MineStatus(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
