package io.minewatch.bench.script;

/**
 * How long the periods are: the statutory ones, or so many times shorter, as gateways speak where
 * something is wrong. The script counts cycles, and so its faults pass faster as well; what the
 * rules count in seconds does not.
 *
 * @param times 1, 2 or 5: stamps of whole seconds still tell every message apart, and an excursion
 *     and its hold end before the script comes round
 */
public record Pace(int times) {
  /** Statutory: sensors every 20 s, people every 30 s. */
  public static final Pace STATUTORY = new Pace(1);

  public Pace {
    if (times != 1 && times != 2 && times != 5) {
      throw new IllegalArgumentException("1, 2 or 5 times as fast, was " + times);
    }
  }

  /** Between two messages of a gateway of readings. */
  public long cycleMillis() {
    return Calendar.CYCLE_MILLIS / times;
  }

  /** Between two messages of a gateway of positions. */
  public long peopleMillis() {
    return Calendar.PEOPLE_MILLIS / times;
  }

  /** One period of the script. */
  public long periodMillis() {
    return Calendar.PERIOD_MILLIS / times;
  }
}
