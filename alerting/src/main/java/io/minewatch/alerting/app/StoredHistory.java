package io.minewatch.alerting.app;

import io.minewatch.alerting.api.SeriesHistory;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Lets the console's charts read the series store. */
final class StoredHistory implements SeriesHistory {
  /** Two values for each pixel of a wide screen. */
  private static final int MOST_POINTS = 4_000;

  private final SeriesStore store;

  StoredHistory(SeriesStore store) {
    this.store = store;
  }

  @Override
  public Samples between(String mine, String measure, String point, Instant from, Instant to) {
    Series series =
        new Series(
            new MineCode(mine),
            Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
            new PointId(point));
    try {
      History history = store.history(series, new Span(from, to), MOST_POINTS);
      return new Samples(
          Arrays.stream(history.times()).boxed().toList(),
          Arrays.stream(history.values()).boxed().toList(),
          Duration.ofMillis(history.stepMillis()));
    } catch (SeriesException e) {
      throw new IllegalStateException("the series store does not answer: " + e.getMessage(), e);
    }
  }
}
