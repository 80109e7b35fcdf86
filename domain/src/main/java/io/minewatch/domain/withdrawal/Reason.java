package io.minewatch.domain.withdrawal;

/**
 * The ten cases in which a dispatcher may order stop and withdrawal before asking anybody (十项应急处置权;
 * docs/sources.md R17, published for Shandong, non-coal). The code is part of the record.
 */
public enum Reason {
  FLOOD_WEATHER(1, "暴雨橙色预警、24小时降雨50毫米、水库泄洪或地表水涌入"),
  INRUSH(2, "透水或涌水突增"),
  FIRE(3, "火灾"),
  SUPPLY_FAULT(4, "供电故障"),
  VENTILATION_FAULT(5, "主要通风机或通风系统故障"),
  ROOF_FALL_SIGNS(6, "采空区冒顶征兆"),
  ROCK_BURST(7, "冲击地压危险未消除"),
  HARMFUL_GAS(8, "有害气体超限"),
  UNEXPLAINED_ALARM(9, "监测监控报警原因不明"),
  OTHER_DANGER(10, "其他险情");

  private final int code;
  private final String chinese;

  Reason(int code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  public int code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }
}
