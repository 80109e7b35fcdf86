package io.minewatch.ingest.recorded;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.replay.Pace;
import io.minewatch.ingest.replay.Progress;
import io.minewatch.ingest.station.Gateway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Plays a whole set through a gateway: what has one measured time goes into one message. Goes on
 * only as fast as the broker confirms, and ends when all is confirmed.
 */
public final class SetReplay {
  private static final int MOST_UNDER_WAY = 1_000;
  private static final int MOST_IN_ONE = 500;

  private final Gateway gateway;
  private final Clock clock;
  private final Consumer<Progress> watcher;
  private final Deque<CompletableFuture<Void>> underWay = new ArrayDeque<>();
  private long rows;
  private long messages;
  private long values;

  /**
   * Prepares a replay.
   *
   * @param watcher told after each message; must be quick
   */
  public SetReplay(Gateway gateway, Clock clock, Consumer<Progress> watcher) {
    this.gateway = gateway;
    this.clock = clock;
    this.watcher = watcher;
  }

  /**
   * Replays everything.
   *
   * @throws IOException if the set cannot be read; then nothing was sent
   */
  public Progress run(RecordedSet set, Path folder, Pace pace)
      throws IOException, InterruptedException {
    SetReader.Content content = SetReader.read(set, folder);
    List<Recorded> events = content.events();
    int next = 0;
    while (next < events.size()) {
      Instant at = events.get(next).at();
      pace.await(Duration.between(events.get(0).at(), at));
      gateway.beat(clock.instant());
      int end = next;
      while (end < events.size() && events.get(end).at().equals(at) && end - next < MOST_IN_ONE) {
        end++;
      }
      send(events.subList(next, end));
      next = end;
      rows++;
      watcher.accept(new Progress(rows, messages, values, content.missing(), at));
    }
    underWay.forEach(CompletableFuture::join);
    Instant last = events.isEmpty() ? set.begin() : events.get(events.size() - 1).at();
    return new Progress(rows, messages, values, content.missing(), last);
  }

  private void send(List<Recorded> events) {
    ReadingBatch batch = new ReadingBatch();
    List<Fix> fixes = new ArrayList<>();
    for (Recorded event : events) {
      if (event instanceof Recorded.Value value) {
        long at = value.at().toEpochMilli();
        batch.add(value.point().value(), value.value(), value.unit(), at, Quality.GOOD);
      } else if (event instanceof Recorded.Position position) {
        fixes.add(position.fix());
      }
    }
    if (batch.size() > 0) {
      watch(gateway.readings(batch, Lane.LIVE, clock.instant()));
    }
    if (!fixes.isEmpty()) {
      watch(gateway.positions(fixes, Lane.LIVE, clock.instant()));
    }
    values += events.size();
  }

  private void watch(CompletableFuture<Void> taken) {
    while (underWay.size() >= MOST_UNDER_WAY) {
      underWay.remove().join();
    }
    underWay.add(taken);
    messages++;
  }
}
