package io.minewatch.ingest.files.rows;

import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.StationState;
import java.util.ArrayList;
import java.util.List;

/** States of stations and substations. */
final class StationStateRows implements Collector {
  private final List<StationState> states = new ArrayList<>();

  @Override
  public void take(Row row) {
    states.add(
        new StationState(row.text("code"), row.text("run"), row.text("power"), row.time("time")));
  }

  @Override
  public Content content() {
    return new Content.StationStates(states);
  }
}
