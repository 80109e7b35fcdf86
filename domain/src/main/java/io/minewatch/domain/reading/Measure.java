package io.minewatch.domain.reading;

/**
 * What a point measures. The measure fixes the unit in which we keep and judge, and the range
 * outside which no sensor can report; a value beyond it is refused as bad input, not judged.
 *
 * <p>Ranges are physical or the widest sensor range met (docs/sources.md), not limits of any
 * regulation: those are rule packs.
 *
 * <p>The order is kept for ever and grows at its end: stored state may hold the place of a measure.
 */
public enum Measure {
  METHANE("甲烷", "%CH4", "/100", -5, 100),
  CARBON_MONOXIDE("一氧化碳", "ppm", "ppm", -50, 10_000),
  CARBON_DIOXIDE("二氧化碳", "%CO2", "/100", -1, 100),
  OXYGEN("氧气", "%O2", "/100", -1, 100),
  TEMPERATURE("温度", "°C", "Cel", -60, 150),
  AIR_SPEED("风速", "m/s", "m/s", -40, 40),
  PRESSURE("压力", "Pa", "Pa", -100_000, 200_000),
  WATER_LEVEL("水位", "m", "m", -3_000, 9_000),
  INFLOW("涌水量", "m3/h", "m3/h", -10, 100_000),
  SWITCH("开关量", "", "/", 0, 1),
  HYDROGEN("氢气", "%H2", "/100", -1, 100),
  HYDROGEN_SULPHIDE("硫化氢", "ppm", "ppm", -20, 10_000),
  SULPHUR_DIOXIDE("二氧化硫", "ppm", "ppm", -20, 10_000),
  NITROGEN_DIOXIDE("二氧化氮", "ppm", "ppm", -20, 10_000),
  AMMONIA("氨气", "ppm", "ppm", -20, 10_000),
  DUST("粉尘", "mg/m3", "mg/m3", -10, 10_000),
  HUMIDITY("湿度", "%RH", "%RH", -5, 110),
  RAINFALL("降雨量", "mm", "mm", 0, 2_000),
  DISPLACEMENT("位移", "mm", "mm", -1_000_000, 1_000_000),
  DRAINAGE("排水量", "m3/h", "m3/h", -10, 100_000),
  BEACH_LENGTH("干滩长度", "m", "m", -10, 10_000),
  PHREATIC_DEPTH("浸润线埋深", "m", "m", -100, 1_000);

  private static final String KELVIN = "K";

  /** The definition of degrees Celsius. */
  private static final double KELVIN_OF_ZERO_CELSIUS = 273.15;

  private final String chinese;
  private final String unit;
  private final String wireUnit;
  private final double lowest;
  private final double highest;

  Measure(String chinese, String unit, String wireUnit, double lowest, double highest) {
    this.chinese = chinese;
    this.unit = unit;
    this.wireUnit = wireUnit;
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The term of the field in Chinese. */
  public String chinese() {
    return chinese;
  }

  /** The unit in which values are kept, judged and shown. */
  public String unit() {
    return unit;
  }

  /** The SenML unit (RFC 8428, RFC 8798) that our own programs send for this measure. */
  public String wireUnit() {
    return wireUnit;
  }

  /** Whether a sensor can report this value at all. False for NaN. */
  public boolean isPossible(double value) {
    return value >= lowest && value <= highest;
  }

  /**
   * A value in the given unit as one in {@link #unit()}; NaN if the unit does not fit this measure,
   * or the value is NaN.
   */
  public double convert(double value, String given) {
    return this == TEMPERATURE && given.equals(KELVIN)
        ? value - KELVIN_OF_ZERO_CELSIUS
        : value * factorFrom(given);
  }

  /**
   * The factor that turns a difference in the given unit into one in {@link #unit()}, or NaN if the
   * unit does not fit this measure. An empty unit is taken as ours. Units are those registered for
   * SenML (RFC 8428, secondary ones RFC 8798) and those that the field writes. For values see
   * {@link #convert}.
   */
  public double factorFrom(String given) {
    if (given.isEmpty() || given.equals(wireUnit) || given.equals(unit)) {
      return 1;
    }
    return switch (this) {
      case METHANE, CARBON_DIOXIDE, OXYGEN, HYDROGEN ->
          switch (given) {
            case "%" -> 1; // not registered for SenML, but what the field writes
            case "/" -> 100;
            case "/1000" -> 0.1;
            case "ppm" -> 1e-4;
            default -> Double.NaN;
          };
      case CARBON_MONOXIDE, HYDROGEN_SULPHIDE, SULPHUR_DIOXIDE, NITROGEN_DIOXIDE, AMMONIA ->
          switch (given) {
            case "/" -> 1e6;
            case "/100", "%" -> 1e4;
            case "/1000" -> 1e3;
            default -> Double.NaN;
          };
      case PRESSURE -> given.equals("hPa") ? 100 : given.equals("kPa") ? 1_000 : Double.NaN;
      case WATER_LEVEL, BEACH_LENGTH, PHREATIC_DEPTH ->
          switch (given) {
            case "mm" -> 1e-3;
            case "cm" -> 1e-2;
            case "km" -> 1_000;
            default -> Double.NaN;
          };
      case RAINFALL, DISPLACEMENT ->
          given.equals("m") ? 1_000 : given.equals("cm") ? 10 : Double.NaN;
      case INFLOW, DRAINAGE ->
          switch (given) {
            case "m3/min" -> 60;
            case "m3/s" -> 3_600;
            case "l/s" -> 3.6;
            default -> Double.NaN;
          };
      case DUST -> given.equals("ug/m3") ? 1e-3 : given.equals("kg/m3") ? 1e6 : Double.NaN;
      case HUMIDITY -> given.equals("%") ? 1 : Double.NaN; // as for methane: what the field writes
      case AIR_SPEED ->
          switch (given) {
            case "km/h" -> 1 / 3.6;
            case "m/h" -> 1 / 3_600.0;
            case "mm/h" -> 1 / 3_600_000.0;
            default -> Double.NaN;
          };
      case TEMPERATURE -> given.equals(KELVIN) ? 1 : Double.NaN;
      case SWITCH -> Double.NaN;
    };
  }
}
