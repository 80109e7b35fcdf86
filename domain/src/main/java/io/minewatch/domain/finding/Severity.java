package io.minewatch.domain.finding;

/** The four warning colours of the field, mildest first. */
public enum Severity {
  BLUE("蓝"),
  YELLOW("黄"),
  ORANGE("橙"),
  RED("红");

  private final String chinese;

  Severity(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }

  /** The next worse colour; red stays red. */
  public Severity raised() {
    return switch (this) {
      case BLUE -> YELLOW;
      case YELLOW -> ORANGE;
      case ORANGE, RED -> RED;
    };
  }
}
