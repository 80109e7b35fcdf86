package io.minewatch.series.store;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import java.util.Locale;
import java.util.Objects;

/** One recorded series: what one point of one mine measured. */
public record Series(MineCode mine, Measure measure, PointId point) {
  public Series {
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(point, "point");
  }

  /** The measurement (in QuestDB the table) that holds all series of a measure. */
  public static String measurement(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT);
  }
}
