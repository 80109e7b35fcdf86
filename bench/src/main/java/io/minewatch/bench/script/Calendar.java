package io.minewatch.bench.script;

/**
 * The calendar of a workload, in ticks of ten seconds: sensors speak every second tick (20 s, the
 * statutory patrol), people every third (30 s). After sixty ticks everything comes again with later
 * times.
 */
public final class Calendar {
  public static final long TICK_MILLIS = 10_000;
  public static final int SENSOR_TICKS = 2;
  public static final int PEOPLE_TICKS = 3;

  /** Sensor period. */
  public static final long CYCLE_MILLIS = SENSOR_TICKS * TICK_MILLIS;

  public static final long PEOPLE_MILLIS = PEOPLE_TICKS * TICK_MILLIS;

  /** One period of the script. */
  public static final int PERIOD_TICKS = 60;

  public static final long PERIOD_MILLIS = PERIOD_TICKS * TICK_MILLIS;

  /** Sensor cycles in a period. */
  public static final int PERIOD_CYCLES = PERIOD_TICKS / SENSOR_TICKS;

  /** Faults begin in one of the cycles from 1 to this, so that all are over before the end. */
  public static final int LAST_START = 12;

  /** Where all points of the flood go beyond their limit. */
  public static final int FLOOD = 18;

  /** In this cycle and the next, some gateways' messages overtake each other. */
  public static final int OVERTAKING = 24;

  /**
   * In the last two cycles one point of each mine spikes: when that is told, all that was sent has
   * been judged.
   */
  public static final int LAST_WORD = PERIOD_CYCLES - 2;

  private Calendar() {}
}
