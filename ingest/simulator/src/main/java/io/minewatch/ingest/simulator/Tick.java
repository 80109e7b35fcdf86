package io.minewatch.ingest.simulator;

import io.minewatch.domain.place.Fix;
import java.time.Instant;
import java.util.List;

/**
 * All that a mine's systems say at one moment.
 *
 * @param readings of the points that are due, in the order of the plan
 * @param fixes of the cards that are due or have changed their zone
 * @param line whether it can be said to the outside
 */
public record Tick(Instant at, List<Reading> readings, List<Fix> fixes, Line line) {
  /** The way to the outside. */
  public enum Line {
    UP,
    CUT
  }

  public Tick {
    readings = List.copyOf(readings);
    fixes = List.copyOf(fixes);
  }
}
