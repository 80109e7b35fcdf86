package io.minewatch.domain.plan;

/**
 * What is watched at a tailings pond (GB 39496-2020, 5.5.2), and on which side danger lies. The
 * direction is part of the item and cannot be configured: a beach, a freeboard and the depth of the
 * phreatic line are dangerous when they are small.
 */
public enum TailingsItem {
  DAM_DISPLACEMENT("坝体位移", Side.HIGH),
  POND_LEVEL("库水位", Side.HIGH),
  RAINFALL("降雨量", Side.HIGH),
  PHREATIC_LEVEL("浸润线高程", Side.HIGH),
  PHREATIC_DEPTH("浸润线埋深", Side.LOW),
  BEACH_LENGTH("干滩长度", Side.LOW),
  FREEBOARD("安全超高", Side.LOW),
  SEEPAGE("渗流量", Side.HIGH),
  PORE_PRESSURE("孔隙水压力", Side.HIGH),
  TURBIDITY("浑浊度", Side.HIGH);

  private final String chinese;
  private final Side danger;

  TailingsItem(String chinese, Side danger) {
    this.chinese = chinese;
    this.danger = danger;
  }

  /** The term of the field in Chinese. */
  public String chinese() {
    return chinese;
  }

  /** On which side danger lies. */
  public Side danger() {
    return danger;
  }
}
