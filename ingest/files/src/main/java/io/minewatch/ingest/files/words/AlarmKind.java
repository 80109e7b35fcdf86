package io.minewatch.ingest.files.words;

/** What the mine's own system raised; it is kept as told and is no finding of ours. */
public enum AlarmKind {
  OVER_LIMIT("超限报警"),
  POWER_CUT("断电报警"),
  FEED_ABNORMAL("馈电异常"),
  SENSOR_LINE_BROKEN("传感器断线"),
  SUBSTATION_POWER_CUT("分站断电"),
  SUBSTATION_SILENT("分站不通"),
  CALIBRATION("标校"),
  OVER_RANGE("超量程"),
  UPPER_WARNING("超上限预警"),
  LOWER_WARNING("超下限预警"),
  OVERTIME("超时"),
  OVERSTAFFED("超员"),
  RESTRICTED_AREA("进入限制区域"),
  SPECIAL_WORKER("特种人员异常"),
  DISTRESS("求救"),
  WATER("水害异常"),
  SLOPE("边坡报警"),
  SLOPE_CLEARED("边坡报警解除");

  private final String chinese;

  AlarmKind(String chinese) {
    this.chinese = chinese;
  }

  /** The term of the field in Chinese. */
  public String chinese() {
    return chinese;
  }
}
