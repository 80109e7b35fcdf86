package io.minewatch.series.store;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A row of the rewrite measurement, as every store gives it: texts by column. */
public final class RecordedRewrite {
  /** The columns that {@link #of} asks for. */
  public static final String COLUMNS =
      "gateway, point, cause, measure, at_ms, was, was_quality, \"value\", quality, \"session\","
          + " seq";

  private RecordedRewrite() {}

  /**
   * The rewrite that was recorded.
   *
   * @param column gives the text of a column
   * @param received milliseconds since 1970 UTC
   */
  public static Rewrite of(UnaryOperator<String> column, long received) {
    return new Rewrite(
        new GatewayId(column.apply("gateway")),
        column.apply("point"),
        Measure.valueOf(column.apply("measure")),
        Instant.ofEpochMilli(Long.parseLong(column.apply("at_ms"))),
        NoteLines.read(column.apply("was")),
        Quality.valueOf(column.apply("was_quality")),
        NoteLines.read(column.apply("value")),
        Quality.valueOf(column.apply("quality")),
        Rewrite.Cause.valueOf(column.apply("cause")),
        Instant.ofEpochMilli(received),
        column.apply("session"),
        Long.parseLong(column.apply("seq")));
  }
}
