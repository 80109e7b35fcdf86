package io.minewatch.domain.finding;

/** Which kind of judging found it: each is a room of its own. */
public enum Check {
  /** Beyond a limit: the triple of alarm, cut and restore. */
  LIMIT("超限"),
  /** A level or a change that is reported before any alarm limit. */
  CHANGE("变化预警"),
  /** On its way to the next level. */
  TREND("趋势预警"),
  SLOPE("边坡变形"),
  WATER("水害"),
  TAILINGS("尾矿库"),
  /** Feed, doors, fans, supply: switches that contradict each other or what was ordered. */
  INTERLOCK("闭锁异常"),
  /** Not heard: a gateway, a substation, a point. */
  SILENCE("信号中断"),
  /** A value that does not move although there is cause to. */
  FLAT("平线"),
  /** Values that cannot be right. */
  PLAUSIBLE("数据存疑"),
  /** A condition that comes and goes too often. */
  CHATTER("频繁抖动"),
  PEOPLE("人员"),
  /** A mine's own condition over several points. */
  COMPOUND("综合条件"),
  /** Raised by a system of the mine's own; told beside our judging, which it does not touch. */
  REPORTED("系统自报"),
  /** A warning of others, of the weather or a dam; no judging of ours. */
  WARNING("外部预警");

  private final String chinese;

  Check(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
