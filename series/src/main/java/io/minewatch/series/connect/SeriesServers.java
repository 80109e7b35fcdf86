package io.minewatch.series.connect;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.influx.InfluxLineWriter;
import io.minewatch.series.influx.InfluxStore;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.questdb.QuestDbStore;
import io.minewatch.series.questdb.QuestDbTables;
import io.minewatch.series.server.Flavour;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesException;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import io.minewatch.series.store.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens what writes to and reads from a series server. The server need not be there yet: what it is
 * is asked when it is first used.
 */
public final class SeriesServers {
  private SeriesServers() {}

  /** A writer of lines for one thread. */
  public static LineWriter writer(SeriesServer server) {
    return new LateWriter(server);
  }

  /** A store to read from, for any thread. */
  public static SeriesStore store(SeriesServer server) {
    return new LateStore(server);
  }

  private static final class LateWriter implements LineWriter {
    private final SeriesServer server;
    private @Nullable LineWriter writer;

    LateWriter(SeriesServer server) {
      this.server = server;
    }

    @Override
    public Answer write(byte[] lines) {
      LineWriter known = writer;
      if (known == null) {
        try {
          SeriesServer resolved = Flavours.resolve(server);
          if (resolved.flavour() == Flavour.QUESTDB) {
            QuestDbTables.create(resolved);
          }
          known = new InfluxLineWriter(resolved);
          writer = known;
        } catch (SeriesException e) {
          return new Answer(Verdict.NO_ANSWER, String.valueOf(e.getMessage()));
        }
      }
      return known.write(lines);
    }

    @Override
    public void close() {
      if (writer != null) {
        writer.close();
      }
    }
  }

  private static final class LateStore implements SeriesStore {
    private final SeriesServer server;
    private @Nullable SeriesStore store;

    LateStore(SeriesServer server) {
      this.server = server;
    }

    private synchronized SeriesStore store() {
      SeriesStore known = store;
      if (known == null) {
        SeriesServer resolved = Flavours.resolve(server);
        known =
            resolved.flavour() == Flavour.QUESTDB
                ? new QuestDbStore(resolved)
                : new InfluxStore(resolved);
        store = known;
      }
      return known;
    }

    @Override
    public History history(Series series, Span span, int maxPoints) {
      return store().history(series, span, maxPoints);
    }

    @Override
    public @Nullable Sample last(Series series) {
      return store().last(series);
    }

    @Override
    public List<Recorded> recorded(MineCode mine, Measure measure, Span span) {
      return store().recorded(mine, measure, span);
    }

    @Override
    public List<Recorded> recorded(Series series, Span span) {
      return store().recorded(series, span);
    }

    @Override
    public List<Fix> positions(MineCode mine, Span span) {
      return store().positions(mine, span);
    }

    @Override
    public List<Statistic> statistics(Series series, Span span) {
      return store().statistics(series, span);
    }

    @Override
    public List<Rewrite> rewrites(MineCode mine, Span span) {
      return store().rewrites(mine, span);
    }

    @Override
    public List<RewriteCount> rewriteCounts(Span span) {
      return store().rewriteCounts(span);
    }

    @Override
    public void settle(Set<Measure> measures) {
      store().settle(measures);
    }

    @Override
    public synchronized void close() {
      if (store != null) {
        store.close();
      }
    }
  }
}
