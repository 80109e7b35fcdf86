package io.minewatch.jobs.series;

import io.minewatch.series.store.ReadingLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of some points at some times, in the order kept. */
final class KeptReadings {
  private record At(String mine, String point, long millis) {
    static At of(ReadingLine reading) {
      return new At(reading.mine(), reading.point(), reading.millis());
    }
  }

  private final Map<At, List<ReadingLine>> all = new HashMap<>();

  void add(ReadingLine reading) {
    all.computeIfAbsent(At.of(reading), at -> new ArrayList<>(1)).add(reading);
  }

  /** Whether one that says the same is kept. */
  boolean holds(ReadingLine reading) {
    for (ReadingLine each : all.getOrDefault(At.of(reading), List.of())) {
      if (Double.compare(each.value(), reading.value()) == 0
          && each.quality() == reading.quality()
          && each.measure() == reading.measure()) {
        return true;
      }
    }
    return false;
  }

  /** The first that is kept at that time; null if none is. */
  @Nullable ReadingLine first(ReadingLine reading) {
    List<ReadingLine> kept = all.get(At.of(reading));
    return kept == null ? null : kept.get(0);
  }
}
