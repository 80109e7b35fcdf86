package io.minewatch.alerting.chain;

/**
 * The stages by name, in the order of the chain. The regulation names the five stages 临警, 预警, 响警,
 * 处警, 应警 without defining them in any public text; how they map to ours is our assumption.
 */
public enum StageName {
  APPROACHING("临警", "approaching"),
  WARNED("预警", "warned"),
  CALLED("响警（叫应）", "called"),
  ACKNOWLEDGED("回应", "acknowledged"),
  RESPONDING("处警（响应）", "responding"),
  WITHDRAWING("撤人", "withdrawing"),
  WITHDRAWN("撤人完成", "withdrawn"),
  CLOSED("应警（闭环）", "closed");

  private final String chinese;
  private final String english;

  StageName(String chinese, String english) {
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
