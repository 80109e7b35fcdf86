package io.minewatch.domain.place;

import io.minewatch.domain.reading.Name;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One position of one card, shaped after the record of the national real-time file {@code RYSS}.
 *
 * @param card who
 * @param at event time: when the position system saw the card
 * @param underground true after entering the mine, false after leaving it (出入井标志)
 * @param zone where, or null when the card has left the mine
 * @param enteredZone event time of entering that zone, or null if not told
 * @param station the reading station (基站), empty if not told
 * @param distanceMetres signed distance to the station in metres (RYSS sends the sign), 0 if not
 *     told
 * @param leader whether the card belongs to a mine leader on duty
 * @param distress whether the person calls for help (求救)
 */
public record Fix(
    CardId card,
    Instant at,
    boolean underground,
    @Nullable ZoneId zone,
    @Nullable Instant enteredZone,
    String station,
    double distanceMetres,
    boolean leader,
    boolean distress) {
  public Fix {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(station, "station");
    if (!station.isEmpty()) {
      Name.require("a station", station);
    }
    if (underground && zone == null) {
      throw new IllegalArgumentException("card " + card + " is underground but in no zone");
    }
  }
}
