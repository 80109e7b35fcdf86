package io.minewatch.ingest.mqtt;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long to wait before the next connection: longer with each one that failed, from the beginning
 * after one that held. Used by one thread.
 */
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private final MqttSettings settings;
  private final LinkStats.Counters counters;
  private int failures;
  private int takeovers;

  Patience(MqttSettings settings, LinkStats.Counters counters) {
    this.settings = settings;
    this.counters = counters;
  }

  /**
   * The wait after a connection that failed or ended.
   *
   * @param cause why; that another client took our id is waited for longest
   * @param lived how long it had held
   * @param chance from 0 to 1, spreads those who lost it at once
   */
  Duration after(Throwable cause, Duration lived, double chance) {
    MqttSettings.Timing timing = settings.timing();
    if (Connection.isTakenOver(cause)) {
      counters.takenOver.increment();
      takeovers = lived.compareTo(timing.takenOver().cap()) > 0 ? 1 : takeovers + 1;
      Duration delay = timing.takenOver().delay(takeovers, chance);
      LOG.error("another client uses the id of {}; standing back for {}", settings, delay);
      return delay;
    }
    failures = lived.compareTo(timing.reconnect().cap()) > 0 ? 1 : failures + 1;
    return timing.reconnect().delay(failures, chance);
  }
}
