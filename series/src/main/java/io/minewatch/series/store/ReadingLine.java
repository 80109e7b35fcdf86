package io.minewatch.series.store;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a registered point, read back as {@link Lines} wrote it.
 *
 * @param millis measured time, milliseconds since 1970 UTC
 * @param beside nanoseconds after it; 0 for the place of who came first
 * @param value in the measure's own unit; NaN where there is only a quality
 */
public record ReadingLine(
    Measure measure,
    String mine,
    String point,
    long millis,
    int beside,
    double value,
    Quality quality) {
  private static final String QUALITY = "quality=\"";
  private static final String VALUE = "value=";

  private static final Map<String, Measure> MEASURES = measures();

  private static Map<String, Measure> measures() {
    Map<String, Measure> all = new HashMap<>();
    for (Measure measure : Measure.values()) {
      all.put(measure.name().toLowerCase(Locale.ROOT), measure);
    }
    return all;
  }

  /** The reading; null for a line of another kind. Names hold nothing that is escaped. */
  public static @Nullable ReadingLine of(String line) {
    int comma = line.indexOf(',');
    Measure measure = comma < 0 ? null : MEASURES.get(line.substring(0, comma));
    int fields = line.indexOf(' ');
    int time = line.lastIndexOf(' ');
    if (measure == null || fields < 0 || time <= fields) {
      return null;
    }
    String mine = "";
    String point = "";
    for (String tag : line.substring(comma + 1, fields).split(",", -1)) {
      if (tag.startsWith("mine=")) {
        mine = tag.substring("mine=".length());
      } else if (tag.startsWith("point=")) {
        point = tag.substring("point=".length());
      }
    }
    String said = line.substring(fields + 1, time);
    int quality = said.indexOf(QUALITY);
    double value =
        said.startsWith(VALUE)
            ? Double.parseDouble(said.substring(VALUE.length(), quality - 1))
            : Double.NaN;
    long nanos = Long.parseLong(line.substring(time + 1));
    return new ReadingLine(
        measure,
        mine,
        point,
        Math.floorDiv(nanos, (long) LineBuffer.NANOS),
        (int) Math.floorMod(nanos, (long) LineBuffer.NANOS),
        value,
        Quality.valueOf(said.substring(quality + QUALITY.length(), said.length() - 1)));
  }
}
