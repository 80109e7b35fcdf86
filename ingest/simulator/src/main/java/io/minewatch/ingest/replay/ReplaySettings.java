package io.minewatch.ingest.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is replayed.
 *
 * @param start measured time of the first row, unless a column tells it
 * @param step from row to row
 * @param timeColumn column with the measured time (ISO 8601 with zone, or milliseconds since 1970),
 *     or null: then row n is measured at start + n × step
 * @param rowsPerMessage rows that go into one message
 * @param speed how many times as fast as recorded; infinite for as fast as the broker takes it
 */
public record ReplaySettings(
    List<Column> columns,
    Instant start,
    Duration step,
    @Nullable String timeColumn,
    int rowsPerMessage,
    double speed) {
  public ReplaySettings {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a replay needs at least one column");
    }
    if (step.isNegative() || step.isZero()) {
      throw new IllegalArgumentException("a step is longer than 0, was " + step);
    }
    if (rowsPerMessage < 1) {
      throw new IllegalArgumentException("a message has at least 1 row, was " + rowsPerMessage);
    }
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a speed is above 0, was " + speed);
    }
  }

  /** As fast as possible, one row a message. */
  public static ReplaySettings fastest(List<Column> columns, Instant start, Duration step) {
    return new ReplaySettings(columns, start, step, null, 1, Double.POSITIVE_INFINITY);
  }

  public ReplaySettings withRowsPerMessage(int rows) {
    return new ReplaySettings(columns, start, step, timeColumn, rows, speed);
  }

  public ReplaySettings withTimeColumn(String name) {
    return new ReplaySettings(columns, start, step, name, rowsPerMessage, speed);
  }

  public ReplaySettings withSpeed(double times) {
    return new ReplaySettings(columns, start, step, timeColumn, rowsPerMessage, times);
  }
}
