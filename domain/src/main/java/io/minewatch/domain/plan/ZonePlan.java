package io.minewatch.domain.plan;

import io.minewatch.domain.place.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * A zone of a mine as judging and the schematic need it.
 *
 * @param name in Chinese
 * @param nameEnglish in English
 * @param underground false for the surface and for places that count as out
 * @param peopleLimit most people allowed (定员), 0 where none is set
 * @param neighbours zones that a person can walk to directly
 * @param x horizontal place on the schematic, in its own units
 * @param y vertical place on the schematic, growing downward
 */
public record ZonePlan(
    ZoneId id,
    String name,
    String nameEnglish,
    boolean underground,
    int peopleLimit,
    List<ZoneId> neighbours,
    double x,
    double y) {
  public ZonePlan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    neighbours = List.copyOf(neighbours);
    if (peopleLimit < 0) {
      throw new IllegalArgumentException("zone " + id + ": a limit of people is not negative");
    }
  }
}
