package io.minewatch.domain.plan;

import io.minewatch.domain.reading.Measure;
import java.util.List;

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

  /** The measures whose points may be of this item: another would be judged the wrong way round. */
  public List<Measure> measures() {
    return switch (this) {
      case DAM_DISPLACEMENT -> List.of(Measure.DISPLACEMENT);
      case POND_LEVEL, PHREATIC_LEVEL -> List.of(Measure.WATER_LEVEL);
      case RAINFALL -> List.of(Measure.RAINFALL);
      case PHREATIC_DEPTH -> List.of(Measure.PHREATIC_DEPTH);
      case BEACH_LENGTH -> List.of(Measure.BEACH_LENGTH);
      // Metres that have no measure of their own.
      case FREEBOARD -> List.of(Measure.WATER_LEVEL, Measure.BEACH_LENGTH);
      case SEEPAGE -> List.of(Measure.INFLOW, Measure.DRAINAGE);
      case PORE_PRESSURE -> List.of(Measure.PRESSURE);
      // By the mass that the water carries.
      case TURBIDITY -> List.of(Measure.DUST);
    };
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
