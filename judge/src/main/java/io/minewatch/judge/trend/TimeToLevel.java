package io.minewatch.judge.trend;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a point reaches a level if it goes on as in the last minutes. The naive forecast beside it
 * is always "stays as it is". Times are measured times in milliseconds since 1970 UTC.
 *
 * @param at time of the newest end of the line
 * @param from its height there
 * @param earliest lower end of the interval at the stated coverage
 * @param latest upper end of it, Long.MAX_VALUE where it may also never come
 * @param skill how much smaller than the naive error this point's forecasts have been, as a share
 */
public record TimeToLevel(
    long at,
    double from,
    double level,
    long earliest,
    long likely,
    long latest,
    double skill,
    int scored) {
  /** It in the words of a finding. */
  Map<String, String> detail() {
    Map<String, String> detail = new TreeMap<>();
    detail.put("earliest", Instant.ofEpochMilli(earliest).toString());
    detail.put("likely", Instant.ofEpochMilli(likely).toString());
    if (latest != Long.MAX_VALUE) {
      detail.put("latest", Instant.ofEpochMilli(latest).toString());
    }
    detail.put("skill", String.format(Locale.ROOT, "%.2f", skill));
    detail.put("scored", Integer.toString(scored));
    return detail;
  }
}
