package io.minewatch.ingest.files.rows;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.ingest.files.define.ZoneDefinition;
import io.minewatch.ingest.files.found.Content;
import java.util.ArrayList;
import java.util.List;

/** Definitions of areas. */
final class ZoneRows implements Collector {
  private final List<ZoneDefinition> zones = new ArrayList<>();

  @Override
  public void take(Row row) {
    zones.add(
        new ZoneDefinition(
            new ZoneId(row.text("code")),
            row.text("kind"),
            row.text("name"),
            row.text("people").isEmpty() ? ZoneDefinition.NOT_TOLD : row.whole("people")));
  }

  @Override
  public Content content() {
    return new Content.Zones(zones);
  }
}
