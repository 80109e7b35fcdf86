package io.minewatch.bench.script;

import io.minewatch.domain.reading.Measure;
import java.util.List;

/**
 * The mix of an average coal mine: what its points measure, and how they behave while all is well.
 * Shares are those of docs/performance.md, with dust counted to carbon dioxide and rain to inflow,
 * which they resemble on the wire. Values are in hundredths of the measure's unit.
 */
public enum PointKind {
  METHANE(35, Measure.METHANE, "CH4", 30, 5, List.of(Rulebook.METHANE)),
  CARBON_MONOXIDE(10, Measure.CARBON_MONOXIDE, "CO", 600, 100, List.of(Rulebook.CO)),
  AIR_SPEED(8, Measure.AIR_SPEED, "WS", 150, 20, List.of(Rulebook.WIND_LOW, Rulebook.WIND_HIGH)),
  TEMPERATURE(8, Measure.TEMPERATURE, "T", 2_200, 50, List.of(Rulebook.HEAT)),
  PRESSURE(5, Measure.PRESSURE, "P", 120_000, 2_000, List.of()),
  OXYGEN(3, Measure.OXYGEN, "O2", 2_080, 5, List.of(Rulebook.OXYGEN)),
  CARBON_DIOXIDE(5, Measure.CARBON_DIOXIDE, "CO2", 10, 2, List.of(Rulebook.CO2)),
  SWITCH(20, Measure.SWITCH, "SW", 100, 0, List.of(Rulebook.STOPPED)),
  WATER_LEVEL(3, Measure.WATER_LEVEL, "WL", 100, 10, List.of(Rulebook.LEVEL)),
  INFLOW(3, Measure.INFLOW, "Q", 6_000, 500, List.of(Rulebook.INFLOW));

  /** While all is well a value stays within so many spreads of the mean. */
  public static final int QUIET_SPREADS = 3;

  private final int share;
  private final Measure measure;
  private final String prefix;
  private final int mean;
  private final int spread;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> rules;

  PointKind(int share, Measure measure, String prefix, int mean, int spread, List<String> rules) {
    this.share = share;
    this.measure = measure;
    this.prefix = prefix;
    this.mean = mean;
    this.spread = spread;
    this.rules = rules;
  }

  /** Of a hundred points, so many are of this kind. */
  public int share() {
    return share;
  }

  public Measure measure() {
    return measure;
  }

  /** Ids of the limit rules that apply. */
  public List<String> rules() {
    return rules;
  }

  public String prefix() {
    return prefix;
  }

  public int mean() {
    return mean;
  }

  public int spread() {
    return spread;
  }

  /** The kind of the n-th point of a mine: kinds are spread evenly over its gateways. */
  public static PointKind ofPoint(int n) {
    int place = n * 37 % 100; // 37 and 100 share no factor: a walk through all hundred places
    for (PointKind kind : values()) {
      place -= kind.share;
      if (place < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the shares do not add up to 100");
  }
}
