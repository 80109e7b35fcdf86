package io.minewatch.alerting.evidence;

import io.minewatch.domain.reading.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of an altered hour: of each measure how many were found and written. */
final class AlteredText {
  private static final String BETWEEN = ", ";

  private AlteredText() {}

  /** In one text; null for nothing. */
  static @Nullable String of(Map<Measure, String> counts) {
    return counts.isEmpty()
        ? null
        : new EnumMap<>(counts)
            .entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(BETWEEN));
  }

  /** What was told; a measure that is known no more is left out. */
  static Map<Measure, String> read(@Nullable String told) {
    Map<Measure, String> counts = new EnumMap<>(Measure.class);
    for (String each : told == null ? new String[0] : told.split(BETWEEN, -1)) {
      for (Measure measure : Measure.values()) {
        if (each.startsWith(measure + " ")) {
          counts.put(measure, each.substring(measure.name().length() + 1));
        }
      }
    }
    return counts;
  }
}
