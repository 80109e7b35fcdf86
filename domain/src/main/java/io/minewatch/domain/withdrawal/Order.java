package io.minewatch.domain.withdrawal;

import io.minewatch.domain.place.ZoneId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An open order to withdraw people from zones.
 *
 * @param zones at least one
 * @param text what is said underground, in the mine's language
 * @param drill true when this is an exercise; shown as such on every surface
 * @param insideSince everyone who was inside the zones at or after this time must be seen outside;
 *     measured time of the incident's onset
 * @param issued when the order was given
 */
public record Order(
    OrderId id,
    String incident,
    Grade grade,
    Reason reason,
    List<ZoneId> zones,
    String text,
    boolean drill,
    Instant insideSince,
    Instant issued) {
  /** Longest text that is sent underground. */
  public static final int MAX_TEXT = 500;

  public Order {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(incident, "incident");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(reason, "reason");
    zones = List.copyOf(zones);
    Objects.requireNonNull(insideSince, "insideSince");
    Objects.requireNonNull(issued, "issued");
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("order " + id + " names no zone");
    }
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "order " + id + " needs a text of 1 to " + MAX_TEXT + " characters");
    }
  }
}
