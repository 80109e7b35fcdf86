package io.minewatch.alerting.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minewatch.alerting.bus.Latest;
import io.minewatch.alerting.overview.Freshness;
import io.minewatch.domain.reading.Quality;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What became of readings and messages, of all mines together: no tag names a mine. */
public final class FeedMeters {
  private static final String READINGS = "minewatch.feed.readings";
  private static final String MESSAGES = "minewatch.feed.messages";
  private static final String POINTS = "minewatch.feed.points";
  private static final String MINES = "minewatch.feed.mines";

  private final MeterRegistry meters;
  private final Kept<FeedSum> sum;

  /**
   * Registers them.
   *
   * @param mines codes of the mines that the registry has
   */
  public FeedMeters(
      MeterRegistry meters,
      Latest latest,
      Supplier<List<String>> mines,
      Freshness terms,
      Clock clock) {
    this.meters = meters;
    this.sum =
        new Kept<>(
            () -> {
              List<String> known = mines.get();
              return FeedSum.of(latest.summaries(known), known.size(), terms, clock.instant());
            },
            clock);
    for (Quality quality : Quality.values()) {
      FunctionCounter.builder("minewatch.readings.heard", latest, heard -> heard.came(quality))
          .tag("quality", quality.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
    gauge(READINGS, "fate", "live", FeedSum::live);
    gauge(READINGS, "fate", "backfill", FeedSum::backfill);
    gauge(READINGS, "fate", "late", FeedSum::late);
    gauge(READINGS, "fate", "refused", FeedSum::refused);
    gauge(MESSAGES, "fate", "duplicate", FeedSum::duplicates);
    gauge(MESSAGES, "fate", "missing", FeedSum::missing);
    gauge(MESSAGES, "fate", "recovered", FeedSum::recovered);
    gauge(MESSAGES, "fate", "lost", FeedSum::lost);
    gauge(POINTS, "state", "planned", FeedSum::points);
    gauge(POINTS, "state", "heard", FeedSum::heard);
    gauge(POINTS, "state", "dark", FeedSum::dark);
    gauge(MINES, "state", "heard", FeedSum::mines);
    gauge(MINES, "state", "silent", FeedSum::silent);
  }

  private void gauge(String name, String tag, String value, ToLongFunction<FeedSum> what) {
    Gauge.builder(name, sum, kept -> what.applyAsLong(kept.get()))
        .tag(tag, value)
        .strongReference(true)
        .register(meters);
  }
}
