package io.minewatch.domain.plan;

import io.minewatch.domain.place.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param kind what it is used for
 * @param elevation metres above the mine's datum, or null where not told: water reaches the lowest
 *     first
 * @param downwind zones that the air of this one reaches next: gas goes there
 */
public record ZonePlan(
    ZoneId id,
    String name,
    String nameEnglish,
    boolean underground,
    int peopleLimit,
    List<ZoneId> neighbours,
    double x,
    double y,
    ZoneKind kind,
    @Nullable Double elevation,
    List<ZoneId> downwind) {
  /** A zone of which no more is told. */
  public ZonePlan(
      ZoneId id,
      String name,
      String nameEnglish,
      boolean underground,
      int peopleLimit,
      List<ZoneId> neighbours,
      double x,
      double y) {
    this(
        id,
        name,
        nameEnglish,
        underground,
        peopleLimit,
        neighbours,
        x,
        y,
        underground ? ZoneKind.OTHER : ZoneKind.SURFACE,
        null,
        List.of());
  }

  public ZonePlan {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    neighbours = List.copyOf(neighbours);
    // Plans that were kept before these were told do not say them.
    kind = Objects.requireNonNullElse(kind, underground ? ZoneKind.OTHER : ZoneKind.SURFACE);
    downwind = List.copyOf(Objects.requireNonNullElse(downwind, List.of()));
    if (peopleLimit < 0) {
      throw new IllegalArgumentException("zone " + id + ": a limit of people is not negative");
    }
  }
}
