package io.minewatch.bench.workload;

import io.minewatch.bench.script.Pace;

/**
 * The dimensions of a workload. The same mix gives the same bytes.
 *
 * @param meanPoints measuring points of a mine on average; sizes are log-normal (the average of the
 *     national network: 600,000 sensors at 3,338 mines)
 * @param meanTags people of a mine on average (800,000 miners at the same mines)
 * @param batch readings in one gateway message
 * @param fixBatch positions in one message
 * @param ring different messages kept for each gateway; they come round
 * @param startMillis measured time of the first message, milliseconds since 1970 UTC; whole seconds
 * @param alarms how much goes wrong
 * @param pace how long the periods are
 */
public record Mix(
    long seed,
    int mines,
    int meanPoints,
    int meanTags,
    int batch,
    int fixBatch,
    int ring,
    long startMillis,
    Alarms alarms,
    Pace pace) {
  /** The largest mine of the country; also the most people in one shift. */
  public static final int LARGEST = 1_000;

  /** Until a paced run begins: any whole second of this century. */
  private static final long UNKNOWN_START = 1_767_225_600_000L;

  /** So few different messages of a gateway that those of a nation fit the heap. */
  private static final int PACED_RING = 4;

  /** How much goes wrong. */
  public enum Alarms {
    /** A few excursions a mine in ten minutes. */
    REALISTIC,
    /** Beside these, one point in a hundred of all mines goes beyond its limit at the same time. */
    FLOOD,
    /**
     * For a paced run of many mines: some excursions a second in the whole nation, judged by rules
     * as a registry makes them; gateways speak at their own moments, and no clock is wrong.
     */
    NATION
  }

  public Mix {
    if (mines < 1 || mines > 100_000) {
      throw new IllegalArgumentException("1 to 100000 mines, was " + mines);
    }
    if (meanPoints < 20 || meanPoints > LARGEST || meanTags < 1 || meanTags > LARGEST) {
      throw new IllegalArgumentException(
          "a mine has 20 to 1000 points and 1 to 1000 tags, was " + meanPoints + ", " + meanTags);
    }
    if (batch < 1 || fixBatch < 1 || ring < 1) {
      throw new IllegalArgumentException("batches and ring are at least 1");
    }
    if (startMillis % 1_000 != 0 || startMillis < 1_000_000_000_000L) {
      throw new IllegalArgumentException("starts at a whole second of this century");
    }
  }

  /** At the statutory periods. */
  public Mix(
      long seed,
      int mines,
      int meanPoints,
      int meanTags,
      int batch,
      int fixBatch,
      int ring,
      long startMillis,
      Alarms alarms) {
    this(
        seed,
        mines,
        meanPoints,
        meanTags,
        batch,
        fixBatch,
        ring,
        startMillis,
        alarms,
        Pace.STATUTORY);
  }

  /** The average coal mine, 30 readings a message. */
  public static Mix national(long seed, int mines, long startMillis) {
    return new Mix(seed, mines, 180, 240, 30, 60, 8, startMillis, Alarms.REALISTIC);
  }

  /**
   * What of a paced run's messages can be chosen.
   *
   * @param batch readings in one message
   * @param people of a mine on average; the nation has 240
   */
  public record Share(int batch, int people) {}

  /** Many mines that speak in real time. */
  public static Mix paced(long seed, int mines, Share share, Pace pace) {
    return new Mix(
        seed,
        mines,
        180,
        share.people(),
        share.batch(),
        60,
        PACED_RING,
        UNKNOWN_START,
        Alarms.NATION,
        pace);
  }

  /** Whether messages leave at moments of their own and not by the tick. */
  boolean isPaced() {
    return alarms == Alarms.NATION;
  }

  /** The same with another number of readings in a message. */
  public Mix withBatch(int readings) {
    return new Mix(
        seed, mines, meanPoints, meanTags, readings, fixBatch, ring, startMillis, alarms, pace);
  }

  /** The same, beginning at another time. */
  Mix startingAt(long millis) {
    return new Mix(seed, mines, meanPoints, meanTags, batch, fixBatch, ring, millis, alarms, pace);
  }

  /** The same with another amount of trouble. */
  public Mix withAlarms(Alarms other) {
    return new Mix(
        seed, mines, meanPoints, meanTags, batch, fixBatch, ring, startMillis, other, pace);
  }
}
