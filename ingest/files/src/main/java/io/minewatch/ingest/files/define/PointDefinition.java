package io.minewatch.ingest.files.define;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A point as a definition file defines it. Its thresholds are what the mine's system judges by;
 * they are shown and compared, and judge nothing here.
 *
 * @param unit in our spelling, empty if not told
 * @param name where it hangs, else what it is called
 * @param thresholds the ones that are set, by field name
 * @param told all other fields that were not empty, by field name
 */
public record PointDefinition(
    PointId id,
    Measure measure,
    String unit,
    String name,
    SortedMap<String, Double> thresholds,
    Map<String, String> told) {
  public PointDefinition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(name, "name");
    thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
    told = Map.copyOf(told);
  }
}
