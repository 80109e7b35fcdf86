package io.minewatch.ingest.staged;

import io.minewatch.ingest.script.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When people who pace cross from zone to zone. */
final class Crossings {
  private Crossings() {}

  /** The times at which one person does, ascending. */
  static List<Instant> of(Stage stage, int person) {
    List<Instant> all = new ArrayList<>();
    for (Incident.Pace pace : stage.all(Incident.Pace.class)) {
      Instant cross = stage.begin(pace);
      while (pace.person() == person && cross.isBefore(stage.end(pace))) {
        all.add(cross);
        cross = cross.plus(pace.every());
      }
    }
    all.sort(Instant::compareTo);
    return all;
  }

  /** Whether a carrier paces as long as a card is carried, or never does. */
  static boolean lastAsLongAs(Stage stage, Incident.Carry carry) {
    return stage.all(Incident.Pace.class).stream()
        .filter(pace -> pace.person() == carry.carrier())
        .noneMatch(pace -> stage.end(pace).isBefore(stage.end(carry)));
  }
}
