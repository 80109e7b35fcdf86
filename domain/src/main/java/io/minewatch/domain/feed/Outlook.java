package io.minewatch.domain.feed;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a point reaches its next limit if it goes on as in the last minutes. Told only of a point
 * whose forecasts have beaten "stays as it is". Times are measured times, so by the point's clock.
 *
 * @param level the limit, in the unit of the measure
 * @param at measured time of the newest part of the line
 * @param now the line's value then
 * @param earliest lower end of the interval
 * @param latest upper end of it, null where it may also never come
 * @param coverage how often such an interval should hold the true time
 * @param skill how much smaller than that of standing still the error of this point's forecasts was
 * @param scored of how many forecasts
 */
public record Outlook(
    PointId point,
    Measure measure,
    double level,
    Instant at,
    double now,
    Instant earliest,
    Instant likely,
    @Nullable Instant latest,
    double coverage,
    double skill,
    int scored) {
  public Outlook {
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(earliest, "earliest");
    Objects.requireNonNull(likely, "likely");
  }
}
