package io.minewatch.domain.reading;

/**
 * How far a reading can be trusted: a closed set to which every vendor's state codes are mapped;
 * the raw code travels beside it. Judging reads value and quality together.
 */
public enum Quality {
  GOOD("正常"),
  CALIBRATION("标校"),
  OVER_RANGE("超量程"),
  UNDER_RANGE("负漂"),
  SENSOR_FAULT("传感器故障"),
  DISCONNECTED("断线"),
  SUBSTATION_FAULT("分站故障"),
  NOT_PATROLLED("不巡检"),
  PAUSED("暂停"),
  STALE("陈旧"),
  SUSPECT("可疑"),
  OFFLINE_GATEWAY("网关离线");

  private final String chinese;

  Quality(String chinese) {
    this.chinese = chinese;
  }

  /** The term of the field in Chinese. */
  public String chinese() {
    return chinese;
  }

  /**
   * Whether the value says something about the air or the rock: good, or beyond the sensor's upper
   * end (then it is at least that high, whatever number comes with it). Everything else is no
   * measurement, but for what is judged by its smallness: there the lower end says the same.
   */
  public boolean measures() {
    return this == GOOD || this == OVER_RANGE;
  }

  /** Whether a reading of this quality is none without a number; any other says what it says. */
  public boolean needsNumber() {
    return this == GOOD;
  }

  /** Whether the point, though heard, can no longer be relied on to see danger. */
  public boolean blinds() {
    return !measures() && this != CALIBRATION && this != UNDER_RANGE && this != SUSPECT;
  }
}
