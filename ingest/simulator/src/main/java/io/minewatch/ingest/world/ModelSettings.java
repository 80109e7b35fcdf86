package io.minewatch.ingest.world;

import java.time.Duration;
import java.time.ZoneOffset;

/**
 * How a simulated mine is made. None of these is a safety number.
 *
 * @param seed of all chance
 * @param people in each of the three shifts
 * @param roadwayMetres how far a person walks to leave a zone
 * @param reactionAtLeast time from an order to the first step of the quickest person
 * @param reactionAtMost and of the slowest
 * @param localTime of the mine, for shifts and production
 * @param step of the model; a point cannot report more often
 */
public record ModelSettings(
    long seed,
    int people,
    double roadwayMetres,
    Duration reactionAtLeast,
    Duration reactionAtMost,
    ZoneOffset localTime,
    Duration step) {
  /** More people than the busiest shift of a mine has; a bound for memory and message size. */
  public static final int MOST_PEOPLE = 5_000;

  public ModelSettings {
    if (people < 0 || people > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "a shift has 0 to " + MOST_PEOPLE + " people, was " + people);
    }
    if (!(roadwayMetres > 0)) {
      throw new IllegalArgumentException("a roadway is longer than 0 m, was " + roadwayMetres);
    }
    if (reactionAtLeast.isNegative() || reactionAtMost.compareTo(reactionAtLeast) < 0) {
      throw new IllegalArgumentException(
          "reaction runs from " + reactionAtLeast + " to " + reactionAtMost);
    }
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("a step is longer than 0, was " + step);
    }
  }

  /** A small colliery, short of roadway so that a withdrawal is over in a few minutes. */
  public static ModelSettings modelColliery(long seed) {
    return new ModelSettings(
        seed,
        24,
        25,
        Duration.ofSeconds(5),
        Duration.ofSeconds(25),
        ZoneOffset.ofHours(8),
        Duration.ofSeconds(1));
  }

  public ModelSettings withPeople(int count) {
    return new ModelSettings(
        seed, count, roadwayMetres, reactionAtLeast, reactionAtMost, localTime, step);
  }
}
