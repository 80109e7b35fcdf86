package io.minewatch.alerting.fourline;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The four lines of one place in a period. Only what is the mine's own counts as a line; what is
 * the region's or the platform's is told beside it.
 *
 * @param place path of an area, code of a mine, code and point, or a day
 * @param mines how many of the place were asked about
 * @param lines how often and how long, for each line that there was
 * @param region outages of the region, and how long mines were cut off by them
 * @param platform outages that lie in the platform's own downtime
 * @param unwatched how long the platform did not watch in this period
 * @param lost of the mine's own, the time of all points added up, each moment of a point once
 * @param open how many of the mine's own last still
 * @param heard share of the watched time of all points in which none of them was cut off, broken or
 *     missing, by whosever fault, 0 to 1; null where no point is known or nothing was watched
 */
public record Row(
    String place,
    int mines,
    Map<FourLine, Count> lines,
    Count region,
    int platform,
    Duration unwatched,
    Duration lost,
    int open,
    @Nullable Double heard) {
  /**
   * How often and how long.
   *
   * @param times stretches; what overlaps of one subject is one
   * @param time in which there was any such at a mine, the mines added up
   * @param pointTime the time of each point added up
   */
  public record Count(int times, Duration time, Duration pointTime) {
    public static final Count NONE = new Count(0, Duration.ZERO, Duration.ZERO);
  }

  public Row {
    lines = new TreeMap<>(lines);
  }

  int times() {
    int times = 0;
    for (Count each : lines.values()) {
      times += each.times();
    }
    return times;
  }
}
