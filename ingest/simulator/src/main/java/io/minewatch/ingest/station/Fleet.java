package io.minewatch.ingest.station;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many simulated mines in one process, over a few lines. Their steps are spread over the length of
 * a step, so that the broker is not hit by all at once. They keep nothing for receipts.
 */
public final class Fleet implements AutoCloseable {
  private static final int THREADS = 2;
  private static final long CLOSE_SECONDS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

  private final ScheduledExecutorService threads;
  private final List<SimulatorStation> stations;
  private final SharedLinks links;
  private final Punctuality punctuality;

  private Fleet(
      ScheduledExecutorService threads,
      List<SimulatorStation> stations,
      SharedLinks links,
      Punctuality punctuality) {
    this.threads = threads;
    this.stations = stations;
    this.links = links;
    this.punctuality = punctuality;
  }

  /**
   * Starts all mines.
   *
   * @param links not yet connected; closed with the fleet
   */
  public static Fleet start(List<StationSettings> mines, SharedLinks links, Clock clock) {
    Punctuality punctuality = new Punctuality();
    Gateway.Promise promise = Gateway.Promise.UNTIL_CONFIRMED;
    List<SimulatorStation> stations = new ArrayList<>();
    for (StationSettings mine : mines) {
      stations.add(SimulatorStation.unstarted(mine, links, clock, promise, punctuality));
    }
    links.connect();
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    for (int i = 0; i < stations.size(); i++) {
      long step = mines.get(i).model().step().toMillis();
      long look = SimulatorStation.lookEvery(mines.get(i));
      var unused =
          threads.scheduleAtFixedRate(
              stations.get(i)::advanceOrSay,
              step * i / stations.size(),
              look,
              TimeUnit.MILLISECONDS);
    }
    return new Fleet(threads, stations, links, punctuality);
  }

  /** Hands over, again and again, how punctual all mines were since the time before. */
  public void tellEvery(Duration time, Consumer<Punctuality.Told> listener) {
    long millis = time.toMillis();
    var unused =
        threads.scheduleAtFixedRate(
            () -> listener.accept(punctuality.told()), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** Stops all mines and closes the lines; the gateways go without a farewell, as by a crash. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{} simulated mines did not stop within {} s", stations.size(), CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    links.close();
  }
}
