package io.minewatch.domain.plan;

/** What a zone is used for. */
public enum ZoneKind {
  SURFACE("地面"),
  SHAFT("井筒"),
  ROADWAY("巷道"),
  /** A mining or heading place (采掘作业地点): its limit of people is a legal one. */
  WORKPLACE("采掘作业地点"),
  CHAMBER("硐室"),
  /** Nobody may be there unless allowed (限制区域). */
  RESTRICTED("限制区域"),
  /** A refuge (避难硐室). */
  REFUGE("避难硐室"),
  SLOPE("边坡"),
  POND("尾矿库"),
  OTHER("其他");

  private final String chinese;

  ZoneKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
