package io.minewatch.jobs.series;

import io.minewatch.series.server.Retention;
import java.io.Serializable;

/**
 * How lines are gathered, and how long they are kept. Memory is bounded by {@code (connections + 1)
 * * batchLines} lines and one message more.
 *
 * @param batchLines lines in one request; fewer than about 1,000 halve the rate of InfluxDB 1.x
 * @param lingerMillis how long a line waits for others
 * @param connections requests at a time; more than 2 bring InfluxDB 1.x nothing
 */
public record SinkLimits(int batchLines, long lingerMillis, int connections, Retention retention)
    implements Serializable {
  public static final SinkLimits USUAL = new SinkLimits(5_000, 200, 2);

  /** Kept as long as usual. */
  public SinkLimits(int batchLines, long lingerMillis, int connections) {
    this(batchLines, lingerMillis, connections, Retention.USUAL);
  }

  public SinkLimits {
    if (batchLines < 1 || lingerMillis < 1 || connections < 1) {
      throw new IllegalArgumentException(
          "limits are positive, were "
              + batchLines
              + " lines, "
              + lingerMillis
              + " ms, "
              + connections
              + " connections");
    }
  }
}
