package io.minewatch.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A series server as it is written to and read. Each test has a point of its own. */
public abstract class ServedSeries {
  static final MineCode MINE = new MineCode("140921021337");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Span ALL = new Span(START.minusSeconds(1), START.plusSeconds(1_000_000));

  LineWriter writer;
  SeriesStore store;

  /** The server, started. */
  protected abstract SeriesServer server();

  @BeforeEach
  void open() {
    writer = SeriesServers.writer(server());
    store = SeriesServers.store(server());
  }

  @AfterEach
  void close() {
    writer.close();
    store.close();
  }

  static Series series(String point) {
    return new Series(MINE, Measure.METHANE, new PointId(point));
  }

  static long ms(long after) {
    return START.toEpochMilli() + after;
  }

  static void add(Lines to, Series series, double value, Quality quality, Instant at) {
    String head = Lines.head(series.measure(), MINE.value(), series.point().value(), "face-0101");
    to.add(head, value, quality, at.toEpochMilli());
  }

  void write(Lines lines) {
    assertThat(writer.write(lines.take())).isEqualTo(Answer.STORED);
  }

  History awaitHistory(Series series, int size) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> store.history(series, ALL, 10_000), h -> h.size() >= size);
  }
}
