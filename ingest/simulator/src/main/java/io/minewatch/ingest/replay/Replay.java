package io.minewatch.ingest.replay;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.station.Gateway;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recording through a gateway, in the order of its rows, without loss: it goes on only as
 * fast as the broker confirms, and ends when all is confirmed.
 */
public final class Replay {
  /** Messages handed over and not yet confirmed; beyond it the replay waits for the oldest. */
  static final int MOST_UNDER_WAY = 1_000;

  private final ReplaySettings settings;
  private final Gateway gateway;
  private final Clock clock;
  private final Consumer<Progress> watcher;
  private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
  private @Nullable Instant first;
  private long messages;
  private long readings;

  /**
   * Prepares a replay.
   *
   * @param clock for the gateway's status messages
   * @param watcher told after each message; must be quick
   */
  public Replay(ReplaySettings settings, Gateway gateway, Clock clock, Consumer<Progress> watcher) {
    this.settings = settings;
    this.gateway = gateway;
    this.clock = clock;
    this.watcher = watcher;
  }

  /**
   * Replays everything.
   *
   * @throws IOException if the recording cannot be read on; what came before has been sent
   * @throws java.util.concurrent.CompletionException if the line was closed before all was taken
   */
  public Progress run(Recording recording, Pace pace) throws IOException, InterruptedException {
    RowReader rows = new RowReader(recording, settings);
    ReadingBatch batch = new ReadingBatch();
    gateway.beat(clock.instant());
    while (fill(batch, rows)) {
      if (first == null) {
        first = rows.lastMeasured();
      }
      pace.await(Duration.between(first, rows.lastMeasured()));
      gateway.beat(clock.instant());
      if (batch.size() > 0) {
        send(batch);
      }
      watcher.accept(progress(rows));
    }
    underWay.forEach(CompletableFuture::join);
    return progress(rows);
  }

  private boolean fill(ReadingBatch batch, RowReader rows) throws IOException {
    batch.clear();
    int taken = 0;
    while (taken < settings.rowsPerMessage() && rows.addNext(batch)) {
      taken++;
    }
    return taken > 0;
  }

  private void send(ReadingBatch batch) {
    while (underWay.size() >= MOST_UNDER_WAY) {
      underWay.remove().join();
    }
    underWay.add(gateway.readings(batch, Lane.LIVE, clock.instant()));
    messages++;
    readings += batch.size();
  }

  private Progress progress(RowReader rows) {
    return new Progress(rows.rows(), messages, readings, rows.missing(), rows.lastMeasured());
  }
}
