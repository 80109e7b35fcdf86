package io.minewatch.alerting.registry;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import java.util.List;

/** Reads the rows of zones. */
final class Zones {
  private Zones() {}

  /**
   * A zone of a mine file.
   *
   * @throws IllegalArgumentException for what the domain refuses
   */
  static ZonePlan zone(Fields row, Declared declared) {
    boolean underground = Boolean.parseBoolean(row.text("underground"));
    ZonePlan zone =
        new ZonePlan(
            new ZoneId(row.text("id")),
            row.text("name"),
            row.text("nameEnglish", row.text("name")),
            underground,
            row.integer("peopleLimit", 0),
            zones(row, "neighbours"),
            row.has("x") ? row.number("x") : 0,
            row.has("y") ? row.number("y") : 0,
            kind(row, underground),
            row.has("elevation") ? row.number("elevation") : null,
            zones(row, "downwind"));
    declared.place(row);
    row.refuseOthers();
    return zone;
  }

  private static ZoneKind kind(Fields row, boolean underground) {
    if (row.has("kind")) {
      return row.constant("kind", ZoneKind.class);
    }
    return underground ? ZoneKind.OTHER : ZoneKind.SURFACE;
  }

  private static List<ZoneId> zones(Fields row, String key) {
    return row.has(key) ? row.texts(key).stream().map(ZoneId::new).toList() : List.of();
  }
}
