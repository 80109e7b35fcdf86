package io.minewatch.alerting.overview;

import io.minewatch.domain.feed.Summary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest word of one mine.
 *
 * @param path codes from province to county, and the mine itself at last
 * @param tagPeriod how often a card reports
 * @param summary null when its judging was never heard
 * @param lastFix when the newest position is from; null when there never was one
 * @param incidents that are open, drills apart
 */
public record MineNow(
    List<String> path,
    String name,
    String nameEnglish,
    Duration tagPeriod,
    @Nullable Summary summary,
    @Nullable Instant lastFix,
    Open incidents) {
  /**
   * Open incidents.
   *
   * @param bySeverity how many, by the name of the severity; none where there is none
   * @param calling of these, those whose call nobody has answered
   */
  public record Open(Map<String, Integer> bySeverity, int calling) {
    public static final Open NONE = new Open(Map.of(), 0);

    public Open {
      bySeverity = Map.copyOf(bySeverity);
    }

    /** Both together. */
    public Open and(Open other) {
      Map<String, Integer> all = new TreeMap<>(bySeverity);
      other.bySeverity.forEach((severity, count) -> all.merge(severity, count, Integer::sum));
      return new Open(all, calling + other.calling);
    }
  }

  public MineNow {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a mine's path ends with the mine itself");
    }
  }
}
