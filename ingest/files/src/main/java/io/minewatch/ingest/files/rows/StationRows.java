package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.define.StationDefinition;
import io.minewatch.ingest.files.found.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Definitions of stations and substations. */
final class StationRows implements Collector {
  private static final Set<String> USED = Set.of("code", "time");

  private final List<StationDefinition> stations = new ArrayList<>();

  @Override
  public void take(Row row) {
    String name = row.text("name").isEmpty() ? row.text("place") : row.text("name");
    stations.add(new StationDefinition(row.text("code"), name, row.told(USED)));
  }

  @Override
  public Content content() {
    return new Content.Stations(stations);
  }
}
