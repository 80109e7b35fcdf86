package io.minewatch.alerting.seal;

/** What of a stopped mine is watched, and what the value of a window of it says. */
public enum Watched {
  /** The most people at one place underground at once. */
  PERSONS("同一作业地点人数", "people at one place", 5_000),
  /** The share of the window, 0 to 1, in which the hoist ran. */
  HOIST("提升机", "hoist", 1),
  /** The share of the window, 0 to 1, in which the belt ran. */
  BELT("带式输送机", "belt", 1),
  /** The share of the window, 0 to 1, in which an auxiliary fan ran. */
  FAN("局部通风机", "auxiliary fan", 1),
  /** Mean power of the mine, in kilowatts. */
  POWER("全矿用电", "power", 1_000_000),
  /** Mean power of the hoist, in kilowatts. */
  HOIST_POWER("提升用电", "power of the hoist", 1_000_000),
  /** Mean power of the pumps, in kilowatts: what rain explains. */
  PUMP_POWER("排水用电", "power of the pumps", 1_000_000),
  /** Loaded trucks that left. */
  TRUCKS("运煤车辆", "loaded trucks", 1_000);

  private final String chinese;
  private final String english;
  private final double highest;

  Watched(String chinese, String english, double highest) {
    this.chinese = chinese;
    this.english = english;
    this.highest = highest;
  }

  /** More than this no window of a mine can hold: it is another unit, or a slip. */
  public double highest() {
    return highest;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
