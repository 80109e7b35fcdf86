package io.minewatch.ingest.sparkplug.node;

import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.sparkplug.message.Metric;

/**
 * The property {@code Quality} of a metric as ours. Sparkplug B 3.0 (section 6.4.12) knows 0 for
 * bad, 192 for good and 500 for stale; between them senders pass on the codes of OPC DA: below 64
 * bad, below 192 uncertain, below 256 good. What else comes is not believed.
 */
final class Qualities {
  private static final int UNCERTAIN = 64;
  private static final int GOOD = 192;
  private static final int BEYOND = 256;
  private static final int STALE = 500;

  private Qualities() {}

  static Quality of(int code) {
    if (code == Metric.NO_QUALITY || (code >= GOOD && code < BEYOND)) {
      return Quality.GOOD;
    }
    if (code == STALE) {
      return Quality.STALE;
    }
    return code >= UNCERTAIN && code < GOOD ? Quality.SUSPECT : Quality.SENSOR_FAULT;
  }
}
