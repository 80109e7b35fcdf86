package io.minewatch.ingest.station;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A simulated mine that runs: it waits for its plan on the bus, then sends what its gateways see,
 * step by step of the clock. People underground learn of orders at the step after the order has
 * come. Messages while the script cuts the line are kept and sent afterwards as backfill.
 */
public final class SimulatorStation implements AutoCloseable {
  /** A step that could not be sent for so long (a machine asleep, a broker away) is left out. */
  static final Duration STALE_AFTER = Duration.ofSeconds(60);

  /** Ticks kept while the line is cut: an hour at one a second; the oldest are given up first. */
  static final int MOST_KEPT = 3_600;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorStation.class);

  private final StationSettings settings;
  private final Clock clock;
  private final Pit pit;
  private final Links links;
  private final String session;
  private final Map<Stream, Gateway> gateways = new EnumMap<>(Stream.class);
  private final Gateway.Promise promise;
  private final @Nullable ScheduledExecutorService thread;
  private final Deque<Tick> kept = new ArrayDeque<>();
  private final ReadingBatch batch = new ReadingBatch();
  private Map<PointId, Stream> streams = Map.of();
  private @Nullable MineModel model;
  private @Nullable Plan modelled;

  private SimulatorStation(
      StationSettings settings,
      Links links,
      Clock clock,
      Gateway.Promise promise,
      @Nullable ScheduledExecutorService thread) {
    this.settings = settings;
    this.links = links;
    this.clock = clock;
    this.promise = promise;
    this.pit = new Pit(settings.mine());
    this.thread = thread;
    Instant now = clock.instant();
    this.session = now.toString();
    List<String> own =
        List.of(
            Topic.of(Topic.Kind.PLAN, settings.mine()).toString(),
            Topic.of(Topic.Kind.ORDERS, settings.mine()).toString());
    open(Stream.GAS, own, now);
  }

  private void open(Stream stream, List<String> filters, Instant now) {
    Gateway.Identity who = new Gateway.Identity(settings.mine(), settings.gateway(stream), session);
    gateways.put(stream, new Gateway(links, who, promise, now, filters, pit));
  }

  /** Starts the mine and returns at once. */
  public static SimulatorStation start(StationSettings settings, Links links, Clock clock) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> new Thread(work, "simulator-" + settings.mine()));
    SimulatorStation station =
        new SimulatorStation(settings, links, clock, Gateway.Promise.UNTIL_RECEIPTS, thread);
    long step = settings.model().step().toMillis();
    var unused = thread.scheduleAtFixedRate(station::advanceOrSay, 0, step, TimeUnit.MILLISECONDS);
    return station;
  }

  /** One that is moved from outside, without a thread of its own. */
  static SimulatorStation unstarted(
      StationSettings settings, Links links, Clock clock, Gateway.Promise promise) {
    return new SimulatorStation(settings, links, clock, promise, null);
  }

  /** Goes on, and says what goes wrong. */
  void advanceOrSay() {
    try {
      advance();
    } catch (RuntimeException e) {
      // A scheduled task that throws is never run again; the mine must go on.
      LOG.error("a step of the simulated mine {} failed", settings.mine(), e);
    }
  }

  /** Goes on to the clock's time. */
  void advance() {
    Instant now = clock.instant();
    Plan plan = pit.plan();
    if (plan != null) {
      MineModel current = modelOf(plan, now);
      while (!current.nextAt().isAfter(now)) {
        Tick tick = current.next(pit.orders());
        if (tick.at().plus(STALE_AFTER).isAfter(now)) {
          say(tick);
        }
      }
    }
    if (kept.isEmpty()) { // else the line is cut
      gateways.values().forEach(gateway -> gateway.beat(now));
    }
  }

  private MineModel modelOf(Plan plan, Instant now) {
    MineModel current = model;
    if (!plan.equals(modelled)) {
      streams = Stream.ofPoints(plan);
      openWhatIsMissing(now);
    }
    if (current == null) {
      List<String> unknown = settings.script().unknownTo(plan);
      if (!unknown.isEmpty()) {
        LOG.error(
            "the plan of mine {} does not have what the script wants: {}", plan.mine(), unknown);
      }
      current = new MineModel(plan, settings.model(), settings.script(), now);
      LOG.info(
          "mine {} runs by plan {}: {} zones, {} points, {} people a shift",
          plan.mine(),
          plan.version(),
          plan.zones().size(),
          plan.points().size(),
          settings.model().people());
    } else if (!plan.equals(modelled)) {
      current.follow(plan);
    }
    model = current;
    modelled = plan;
    return current;
  }

  private void openWhatIsMissing(Instant now) {
    for (Stream stream : Stream.values()) {
      boolean wanted = stream == Stream.PEOPLE || streams.containsValue(stream);
      if (wanted && !gateways.containsKey(stream)) {
        open(stream, List.of(), now);
      }
    }
  }

  private void say(Tick tick) {
    if (tick.line() == Tick.Line.CUT) {
      if (kept.size() == MOST_KEPT) {
        kept.removeFirst();
      }
      kept.addLast(tick);
      return;
    }
    while (!kept.isEmpty()) {
      send(kept.removeFirst(), Lane.BACKFILL);
    }
    send(tick, Lane.LIVE);
  }

  private void send(Tick tick, Lane lane) {
    Instant now = clock.instant();
    gateways.forEach(
        (stream, gateway) -> {
          batch.clear();
          for (Reading reading : tick.readings()) {
            if (stream == streams.get(reading.point())) {
              batch.add(
                  reading.point().value(),
                  reading.value(),
                  reading.measure().wireUnit(),
                  reading.measured().toEpochMilli(),
                  reading.quality());
            }
          }
          if (batch.size() > 0) {
            watch(gateway.readings(batch, lane, now));
          }
          if (stream == Stream.PEOPLE && !tick.fixes().isEmpty()) {
            watch(gateway.positions(tick.fixes(), lane, now));
          }
        });
  }

  private void watch(CompletableFuture<Void> taken) {
    taken.exceptionally(
        e -> {
          LOG.warn("a message of mine {} was not taken: {}", settings.mine(), e + "");
          return null;
        });
  }

  /** All gateways leave in good order. */
  @Override
  public void close() {
    if (thread != null) {
      stop(thread);
    }
    gateways.values().forEach(gateway -> gateway.leave(clock.instant()));
  }

  private void stop(ScheduledExecutorService running) {
    running.shutdownNow(); // also wakes it where it waits for the broker
    try {
      if (!running.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the simulated mine {} did not stop within {}", settings.mine(), CLOSE_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
