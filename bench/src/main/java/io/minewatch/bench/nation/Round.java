package io.minewatch.bench.nation;

import io.minewatch.bench.oracle.Told;
import io.minewatch.bench.process.CpuTime;
import io.minewatch.bench.workload.Timetable;
import io.minewatch.bench.workload.Workload;
import io.minewatch.domain.finding.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run while it goes on: who sends, who watches, and what was seen when. */
final class Round implements AutoCloseable {
  final NationSettings settings;
  final Workload workload;
  final Timetable timetable;
  final Sender.Start start;
  final Platform platform;
  final Watch watch;
  final Drain drain;
  private @Nullable Look atWarm;
  private @Nullable Look atEnd;
  private @Nullable Look atRest;
  private @Nullable Long killedAt;
  private List<Finding> facts = List.of();
  private final Map<NationSettings.Peer, List<Told>> ofPeers = new TreeMap<>();

  /** Who sends and who watches. */
  record Watch(Sender sender, Witness witness, Tail tail) {}

  /**
   * What was used and sent so far.
   *
   * @param cpu by program
   * @param unconfirmed messages that the broker has not confirmed
   */
  record Look(
      long nanos,
      long items,
      long readings,
      long messages,
      long unconfirmed,
      Map<String, CpuTime> cpu) {}

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
    this.drain = new Drain(this);
  }

  /** How many messages each gateway of readings sends: whole periods, warm-up included. */
  int cycles() {
    long all = settings.warm().plus(settings.timed()).toMillis();
    return (int) ((all + settings.pace().cycleMillis() - 1) / settings.pace().cycleMillis());
  }

  long endMicros() {
    return cycles() * settings.pace().cycleMillis() * 1_000;
  }

  long endNanos() {
    return start.nanosAt(endMicros());
  }

  private Look look() {
    Map<String, CpuTime> cpu = new TreeMap<>();
    platform.parts().forEach(part -> cpu.put(part.name(), part.cpu()));
    cpu.put(Bills.GENERATOR, CpuTime.of(ProcessHandle.current().pid()));
    Sender sender = watch.sender();
    return new Look(
        System.nanoTime(),
        sender.items(),
        sender.readings(),
        sender.sent(),
        sender.unconfirmed(),
        cpu);
  }

  void warmedUp() {
    atWarm = atWarm == null ? look() : atWarm;
  }

  void ended() {
    atEnd = look();
  }

  /** Nothing of what was sent is still to come: what was used until now is what it cost. */
  void rests() {
    atRest = look();
  }

  /** Takes what alerting and the peers hold in the end. */
  void holds(List<Finding> kept) throws IOException {
    facts = List.copyOf(kept);
    for (NationSettings.Peer peer : settings.peers().keySet()) {
      ofPeers.put(peer, platform.told(peer));
    }
  }

  /** Kills a program and starts it anew at once. */
  void kill(String part) throws IOException {
    killedAt = System.nanoTime();
    platform.part(part).killAndRestart();
  }

  Look atWarm() {
    return Objects.requireNonNull(atWarm, "the warm-up never ended");
  }

  Look atEnd() {
    return Objects.requireNonNull(atEnd, "the run never ended");
  }

  Look atRest() {
    return Objects.requireNonNull(atRest, "the run never came to rest");
  }

  @Nullable Long killedAt() {
    return killedAt;
  }

  List<Finding> facts() {
    return facts;
  }

  /** What the peers have found; empty without any. */
  Map<NationSettings.Peer, List<Told>> ofPeers() {
    return ofPeers;
  }

  @Override
  public void close() throws Exception {
    watch.sender().close();
    watch.witness().close();
    watch.tail().close();
  }
}
