package io.minewatch.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is told once an hour, however often it happens: the ledger keeps its rows for ever. Bounded;
 * a restart tells it again.
 */
final class Hourly {
  private static final Duration AGAIN = Duration.ofHours(1);

  /** Beyond it the one told first is told again. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Instant> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized boolean isDue(String what, Instant now) {
    Instant last = told.get(what);
    return last == null || !now.isBefore(last.plus(AGAIN));
  }

  /** To be called when it stands: what could not be written is told the next time. */
  synchronized void told(String what, Instant now) {
    told.remove(what);
    told.put(what, now);
  }
}
