package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.workload.Timetable;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One run while it goes on: who sends, who watches, and what was seen when. */
final class Round implements AutoCloseable {
  private static final long LOOK_NANOS = 500_000_000;
  private static final double NANOS = 1e9;

  /** After the last message, for the store to hold what was sent. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final NationSettings settings;
  final Workload workload;
  final Timetable timetable;
  final Sender.Start start;
  final Platform platform;
  final Watch watch;
  private @Nullable Look atWarm;
  private @Nullable Look atEnd;
  private @Nullable Long killedAt;
  private long drainedAt;
  private List<Finding> facts = List.of();
  private List<Told> ofPeer = List.of();
  private Figures.@Nullable Store stored;

  /** Who sends and who watches. */
  record Watch(Sender sender, Witness witness, Tail tail) {}

  /**
   * What was used so far.
   *
   * @param cpu by program
   */
  record Look(long nanos, long items, long messages, Map<String, CpuTime> cpu) {}

  /** What does not change in a run. */
  record Given(
      NationSettings settings, Workload workload, Timetable timetable, Sender.Start start) {}

  Round(Given given, Platform platform, Watch watch) {
    this.settings = given.settings();
    this.workload = given.workload();
    this.timetable = given.timetable();
    this.start = given.start();
    this.platform = platform;
    this.watch = watch;
  }

  /** How many messages each gateway of readings sends: whole periods, warm-up included. */
  int cycles() {
    long all = settings.warm().plus(settings.timed()).toMillis();
    return (int) ((all + settings.pace().cycleMillis() - 1) / settings.pace().cycleMillis());
  }

  long endNanos() {
    return start.nanosAt(cycles() * settings.pace().cycleMillis() * 1_000);
  }

  private Look look() {
    Map<String, CpuTime> cpu = new TreeMap<>();
    platform.parts().forEach(part -> cpu.put(part.name(), part.cpu()));
    cpu.put(Accounts.GENERATOR, CpuTime.of(ProcessHandle.current().pid()));
    return new Look(System.nanoTime(), watch.sender().items(), watch.sender().sent(), cpu);
  }

  void warmedUp() {
    atWarm = atWarm == null ? look() : atWarm;
  }

  void ended() {
    atEnd = look();
  }

  void drained(List<Finding> kept, long nanos) {
    facts = List.copyOf(kept);
    drainedAt = nanos;
  }

  /** Kills a program and starts it anew at once. */
  void kill(String part) throws IOException {
    killedAt = System.nanoTime();
    platform.part(part).killAndRestart();
  }

  /** Takes what the peer has found. */
  void peerTold() throws IOException {
    ofPeer = settings.nodeRed() == null ? List.of() : platform.nodeRed().told();
  }

  /** What the peer has found; empty without one. */
  List<Told> ofPeer() {
    return ofPeer;
  }

  Look atWarm() {
    return Objects.requireNonNull(atWarm, "the warm-up never ended");
  }

  Look atEnd() {
    return Objects.requireNonNull(atEnd, "the run never ended");
  }

  @Nullable Long killedAt() {
    return killedAt;
  }

  double drainSeconds() {
    return (drainedAt - endNanos()) / NANOS;
  }

  List<Finding> facts() {
    return facts;
  }

  Figures.@Nullable Store stored() {
    return stored;
  }

  /** Waits until the store holds all readings, or no more come, and counts them. */
  void countStore() throws IOException {
    URI url = platform.storeUrl();
    if (url == null) {
      return;
    }
    StoreRows rows = new StoreRows(settings.store(), url);
    long expected = (long) workload.points() * cycles();
    long until = System.nanoTime() + PATIENCE.toNanos();
    long count = rows.count();
    while (count < expected && System.nanoTime() < until) {
      LockSupport.parkNanos(LOOK_NANOS);
      count = rows.count();
    }
    double lag = (System.nanoTime() - endNanos()) / NANOS;
    stored =
        new Figures.Store(
            settings.store().name(), expected, count, lag, StoreRows.bytes(platform.storeFolder()));
  }

  @Override
  public void close() throws Exception {
    watch.sender().close();
    watch.witness().close();
    watch.tail().close();
  }
}
