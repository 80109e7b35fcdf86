package io.minewatch.ingest.station;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Tick;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

  private static final int LOOKS_A_STEP = 10;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(SimulatorStation.class);

  private final StationSettings settings;
  private final Clock clock;
  private final Pit pit;
  private final Gateways gateways;
  private final @Nullable ScheduledExecutorService thread;
  private final Punctuality punctuality;
  private final Deque<Tick> kept = new ArrayDeque<>();
  private @Nullable MineModel model;
  private @Nullable Plan modelled;

  private SimulatorStation(
      StationSettings settings,
      Links links,
      Clock clock,
      Gateway.Promise promise,
      Punctuality punctuality,
      @Nullable ScheduledExecutorService thread) {
    this.settings = settings;
    this.clock = clock;
    this.punctuality = punctuality;
    this.pit = new Pit(settings.mine());
    this.thread = thread;
    this.gateways = new Gateways(settings, links, promise, punctuality);
    List<String> own =
        List.of(
            Topic.of(Topic.Kind.PLAN, settings.mine()).toString(),
            Topic.of(Topic.Kind.ORDERS, settings.mine()).toString());
    gateways.open(own, pit, clock.instant());
  }

  /** Starts the mine and returns at once. */
  public static SimulatorStation start(StationSettings settings, Links links, Clock clock) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> new Thread(work, "simulator-" + settings.mine()));
    Gateway.Promise promise = Gateway.Promise.UNTIL_RECEIPTS;
    SimulatorStation station =
        new SimulatorStation(settings, links, clock, promise, new Punctuality(), thread);
    long look = lookEvery(settings);
    var unused =
        thread.scheduleAtFixedRate(station::advanceAndTell, 0, look, TimeUnit.MILLISECONDS);
    return station;
  }

  /**
   * How often a mine is to be moved on, in milliseconds. A look that comes just before a step is
   * due finds nothing: at one look a step that step would be a whole step late.
   */
  static long lookEvery(StationSettings settings) {
    return Math.max(1, settings.model().step().toMillis() / LOOKS_A_STEP);
  }

  /** One that is moved from outside, without a thread of its own. */
  static SimulatorStation unstarted(
      StationSettings settings,
      Links links,
      Clock clock,
      Gateway.Promise promise,
      Punctuality punctuality) {
    return new SimulatorStation(settings, links, clock, promise, punctuality, null);
  }

  private void advanceAndTell() {
    advanceOrSay();
    Punctuality.Told told = punctuality.told();
    if (told.leftOut() > 0) {
      LOG.warn("mine {} left out {} steps: too late", settings.mine(), told.leftOut());
    }
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
        Duration late = Duration.between(tick.at(), now);
        if (late.compareTo(STALE_AFTER) < 0) {
          punctuality.stepped(late);
          say(tick);
        } else {
          punctuality.leftOut();
        }
      }
    }
    if (kept.isEmpty()) { // else the line is cut
      gateways.beat(now);
    }
  }

  private MineModel modelOf(Plan plan, Instant now) {
    MineModel current = model;
    if (!plan.equals(modelled)) {
      gateways.follow(plan, now);
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

  private void say(Tick tick) {
    if (tick.line() == Tick.Line.CUT) {
      if (kept.size() == MOST_KEPT) {
        kept.removeFirst();
      }
      kept.addLast(tick);
      return;
    }
    while (!kept.isEmpty()) {
      gateways.send(kept.removeFirst(), Lane.BACKFILL, clock.instant());
    }
    gateways.send(tick, Lane.LIVE, clock.instant());
  }

  /** All gateways leave in good order. */
  @Override
  public void close() {
    if (thread != null) {
      stop(thread);
    }
    gateways.leave(clock.instant());
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
