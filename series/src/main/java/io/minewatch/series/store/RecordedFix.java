package io.minewatch.series.store;

import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import java.time.Instant;

/**
 * A row of the position measurement, as every store gives it.
 *
 * @param zone empty if the card has left the mine
 * @param since milliseconds since 1970 UTC, 0 if not told
 */
public record RecordedFix(
    String card,
    long at,
    boolean inside,
    String zone,
    long since,
    String station,
    double distance,
    boolean leader,
    boolean distress) {
  /** The position that was recorded. */
  public Fix fix() {
    return new Fix(
        new CardId(card),
        Instant.ofEpochMilli(at),
        inside,
        zone.isEmpty() ? null : new ZoneId(zone),
        since == Lines.NOT_TOLD ? null : Instant.ofEpochMilli(since),
        station,
        distance,
        leader,
        distress);
  }
}
