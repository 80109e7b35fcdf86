package io.minewatch.jobs.archive;

import java.io.Serializable;
import java.time.Duration;

/**
 * How readings wait for the plan of their mine, and how much is kept of what no plan knows.
 *
 * @param patience how long; then they are kept as unregistered
 * @param messages how many of one mine; beyond, all that waited are kept as unregistered
 * @param strangers points of one mine that no plan knows and that are kept; series are not endless
 */
public record Waiting(Duration patience, int messages, int strangers) implements Serializable {
  public static final Waiting USUAL = new Waiting(Duration.ofSeconds(30), 1_000, 1_000);

  public Waiting {
    if (patience.isNegative() || messages < 1 || strangers < 0) {
      throw new IllegalArgumentException(
          "waiting needs a time and room, was " + patience + " and " + messages + " messages");
    }
  }

  /** When waiting that begins now ends: two timers of one time are one, so never with a round. */
  long until(long nowMillis) {
    long at = nowMillis + patience.toMillis();
    return Math.floorMod(at, Feed.ROUND_MILLIS) == 0 ? at + 1 : at;
  }
}
