package io.minewatch.alerting.reconcile;

/** What the ledger of a shift holds (比对因素), and what a value of it says. */
public enum Factor {
  /** The mean number of people underground, as the mine counts them: lamp room, gate, cameras. */
  PEOPLE("入井人数", "people underground", "persons", 20_000),
  /** The mean number of cards heard underground, from positions. */
  CARDS("定位卡数", "cards underground", "cards", 20_000),
  /** The mean air volume that enters. */
  AIR("风量", "air", "m³/min", 1_000_000),
  /** The mean air speed of its points, from readings. */
  AIR_SPEED("测点风速", "air speed", "m/s", 40),
  /** Energy that the mine took. */
  POWER("用电量", "power", "kWh", 10_000_000),
  /** Of it that of the pumps: what rain explains. */
  PUMP_POWER("排水用电量", "power of the pumps", "kWh", 10_000_000),
  /** Of it that of the hoist. */
  HOIST_POWER("提升用电量", "power of the hoist", "kWh", 10_000_000),
  /** What the mine says that it produced. */
  OUTPUT("产量", "output", "t", 1_000_000),
  /** What was carried out of the mine. */
  HAULAGE("运输量", "haulage", "t", 1_000_000),
  /** Methane that came out. */
  GAS("瓦斯涌出量", "gas", "m³", 100_000_000),
  /** The mean methane of its points, from readings. */
  METHANE("测点甲烷", "methane", "%CH4", 100),
  /** Water that came in. */
  INFLOW("涌水量", "inflow", "m³", 10_000_000),
  /** The mean inflow of its points added up, from readings. */
  WATER("测点涌水量", "inflow of the points", "m³/h", 1_000_000),
  /** Explosives that were used (民用爆炸物品). */
  EXPLOSIVES("民用爆炸物品用量", "explosives", "kg", 1_000_000);

  private final String chinese;
  private final String english;
  private final String unit;
  private final double highest;

  Factor(String chinese, String english, String unit, double highest) {
    this.chinese = chinese;
    this.english = english;
    this.unit = unit;
    this.highest = highest;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  public String unit() {
    return unit;
  }

  /** More than this no shift of a mine can hold: it is another unit, or a slip. */
  public double highest() {
    return highest;
  }

  /** Whether the platform finds it itself in points and positions, so that nobody brings it. */
  public boolean isSeen() {
    return this == CARDS || this == AIR_SPEED || this == METHANE || this == WATER;
  }
}
