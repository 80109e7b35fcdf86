package io.minewatch.standalone.examine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.standalone.doctor.Fact;
import io.minewatch.standalone.doctor.ProgramFact;
import org.jspecify.annotations.Nullable;

/** Looks whether the series store may be read and written, and leaves nothing there. */
final class StoreLook {
  /** A line without a field: who may write is told that it is wrong, and nothing is stored. */
  private static final byte[] NO_LINE = "minewatch_doctor".getBytes(UTF_8);

  private static final int BAD_REQUEST = 400;

  private StoreLook() {}

  static Fact at(SeriesServer server) {
    return new ProgramFact.Store(server.toString(), problem(server));
  }

  private static @Nullable String problem(SeriesServer server) {
    try (SeriesStore store = SeriesServers.store(server)) {
      store.last(new Series(MineCode.CANARY, Measure.METHANE, new PointId("doctor")));
    } catch (SeriesException e) {
      return "cannot be read: " + e.getMessage();
    }
    try (LineWriter writer = SeriesServers.writer(server)) {
      Answer answer = writer.write(NO_LINE);
      return answer.status() == BAD_REQUEST
          ? null
          : "does not take lines: %d %s".formatted(answer.status(), answer.text());
    }
  }
}
