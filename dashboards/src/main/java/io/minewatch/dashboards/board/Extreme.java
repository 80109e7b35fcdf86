package io.minewatch.dashboards.board;

import io.minewatch.domain.reading.Measure;

/** Which value of a step is drawn: never the mean, in which the dangerous one would drown. */
enum Extreme {
  HIGHEST("max", "最高 / highest"),
  LOWEST("min", "最低 / lowest");

  private final String function;
  private final String words;

  Extreme(String function, String words) {
    this.function = function;
    this.words = words;
  }

  /** InfluxQL's name. */
  String function() {
    return function;
  }

  String words() {
    return words;
  }

  /** The side on which danger lies; for air speed, where both do, the low one. */
  static Extreme of(Measure measure) {
    return switch (measure) {
      case OXYGEN, AIR_SPEED, SWITCH, BEACH_LENGTH, PHREATIC_DEPTH, DRAINAGE -> LOWEST;
      default -> HIGHEST;
    };
  }
}
