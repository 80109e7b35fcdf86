package io.minewatch.e2e.campaign;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.questdb.EmbeddedQuestDb;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The series store, which is not killed, and what the archive job has written into it. */
final class Stored implements AutoCloseable {
  private final EmbeddedQuestDb server;
  private final SeriesStore store;

  Stored(Path folder) throws IOException {
    server = EmbeddedQuestDb.start(folder.resolve("series"), Works.freePort());
    store = SeriesServers.store(server.address());
  }

  SeriesServer address() {
    return server.address();
  }

  /**
   * Measured times of all rows of the sender's point, ascending; one that is there twice, twice.
   */
  List<Long> times() {
    History history =
        store.history(
            new Series(Works.MINE, Measure.METHANE, new PointId(Sender.POINT)),
            new Span(Instant.EPOCH, Instant.now().plusSeconds(60)),
            SeriesStore.MAX_POINTS);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      times.add(history.times()[i]);
    }
    return times;
  }

  @Override
  public void close() {
    store.close();
    server.close();
  }
}
