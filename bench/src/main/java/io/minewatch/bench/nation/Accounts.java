package io.minewatch.bench.nation;

import io.minewatch.bench.measure.Machine;
import io.minewatch.bench.oracle.Oracle;
import io.minewatch.bench.oracle.Score;
import io.minewatch.bench.workload.Timetable;
import io.minewatch.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Makes the figures of a run that has ended. */
final class Accounts {
  /** Our own process: who sends, and who reads what comes of it. */
  static final String GENERATOR = "generator and readers";

  private static final int SLICE_SECONDS = 10;
  private static final int TOLD_THREADS = 8;
  private static final double MILLION = 1e6;
  private static final double NANOS = 1e9;

  /**
   * The sender shares the cores with all that it loads. Latency counts from the plan, so that a
   * late message makes no figure better; one that is later than this is another load.
   */
  private static final double MOST_LATE_MILLIS = 50;

  private static final double MOST_WAITING_SECONDS = 2;

  /** After a kill, so many calls within the bound one after another mean that it has caught up. */
  private static final int IN_TIME = 5;

  /** Goal of the latency, in milliseconds; after a kill it counts as caught up. */
  private static final double BOUND_MILLIS = 250;

  private final Round round;
  private final Map<String, Histogram> latencies = new LinkedHashMap<>();
  private final TreeMap<Integer, Histogram> course = new TreeMap<>();
  private int unplaced;
  private int inTime;
  private double firstCall = Double.NaN;
  private double caughtUp = Double.NaN;

  Accounts(Round round) {
    this.round = round;
  }

  Figures figures(String command, String started, Machine before) {
    int expected = Oracle.expectedOfCycles(round.workload, round.cycles()).size();
    round.facts().stream()
        .filter(fact -> fact.fact() == 0)
        .sorted(Comparator.comparingLong(this::due))
        .forEach(this::opening);
    Sender sender = round.watch.sender();
    Map<String, Figures.Latency> told = new TreeMap<>();
    latencies.forEach((name, histogram) -> told.put(name, Figures.Latency.of(histogram)));
    told.put("0 sender: intended to handed over", Figures.Latency.of(sender.late()));
    List<Figures.Slice> slices = new ArrayList<>();
    course.forEach(
        (from, histogram) ->
            slices.add(
                new Figures.Slice(
                    from,
                    histogram.getTotalCount(),
                    histogram.getValueAtPercentile(50) / 1e3,
                    histogram.getMaxValue() / 1e3)));
    return new Figures(
        command,
        started,
        before,
        Machine.here(),
        load(expected),
        told,
        slices,
        bill(),
        stored(),
        recovery(),
        notes(),
        peers(),
        faults());
  }

  private Figures.Load load(int expected) {
    Round.Look from = round.atWarm();
    Round.Look to = round.atEnd();
    double seconds = (to.nanos() - from.nanos()) / NANOS;
    return new Figures.Load(
        round.settings.mines(),
        round.workload.points(),
        round.workload.tags(),
        round.settings.share().batch(),
        round.settings.pace().times(),
        (to.items() - from.items()) / seconds,
        (to.messages() - from.messages()) / seconds,
        round.settings.warm().toSeconds(),
        seconds,
        to.items() - from.items(),
        expected,
        round.facts().size(),
        round.drain.factsSeconds(),
        round.watch.sender().mostUnconfirmed());
  }

  /** When the message with the reading that opened an excursion was to leave. */
  private long due(Finding opened) {
    return round.start.nanosAt(micros(opened));
  }

  private long micros(Finding opened) {
    return round.timetable.dueMicros(
        opened.mine().value(),
        opened.subject().toString(),
        opened.measured().toEpochMilli(),
        round.start.millis());
  }

  private void opening(Finding opened) {
    long due = due(opened);
    Long called = round.watch.tail().calledAt(opened.id().value());
    Tail.Joined joined = round.watch.tail().joined(opened.id().value());
    if (called == null || joined == null) {
      unplaced++; // a fault
      return;
    }
    long micros = micros(opened);
    if (joined.isFirst()) {
      afterKill(due, called);
    }
    if (micros < round.settings.warm().toMillis() * 1_000) {
      return;
    }
    if (!joined.isFirst()) { // of an incident that was called for before
      latency("6 beside it: intended send to joined an open incident", joined.nanos() - due);
      return;
    }
    int slice = (int) (micros / 1_000_000 / SLICE_SECONDS) * SLICE_SECONDS;
    record(course.computeIfAbsent(slice, any -> Figures.histogram()), called - due);
    latency("1 intended send to durable call", called - due);
    // Event times of the judge are whole milliseconds of the same machine's clock.
    long received = opened.received().toEpochMilli() * 1_000 - round.start.millis() * 1_000;
    latency("2 of it: intended send to received by the judge", (received - micros) * 1_000);
    latency(
        "3 of it: received to judged",
        (opened.judged().toEpochMilli() - opened.received().toEpochMilli()) * 1_000_000);
    Long heard = round.watch.witness().heardAt(opened.id().value());
    if (heard != null) {
      latency("4 of it: intended send to finding heard by another subscriber", heard - due);
      latency("5 of it: finding heard to durable call", called - heard);
    }
  }

  private void afterKill(long due, long called) {
    Long killed = round.killedAt();
    if (killed != null && due > killed) {
      double since = (called - killed) / NANOS;
      firstCall = Double.isNaN(firstCall) ? since : Math.min(firstCall, since);
      inTime = (called - due) / 1e6 > BOUND_MILLIS ? 0 : inTime + 1;
      if (inTime == IN_TIME && Double.isNaN(caughtUp)) {
        caughtUp = since;
      }
    }
  }

  private void latency(String name, long nanos) {
    record(latencies.computeIfAbsent(name, any -> Figures.histogram()), nanos);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(0, Math.min(nanos / 1_000, Figures.MOST_MICROS)));
  }

  private Figures.@Nullable Recovery recovery() {
    return round.killedAt() == null
        ? null
        : new Figures.Recovery(round.settings.kill(), firstCall, caughtUp);
  }

  /** Until all that was sent had come to rest: what waits at the end is paid for. */
  private List<Figures.Bill> bill() {
    Round.Look from = round.atWarm();
    Round.Look to = round.atRest();
    double seconds = (to.nanos() - from.nanos()) / NANOS;
    List<Figures.Bill> bill = new ArrayList<>();
    to.cpu()
        .forEach(
            (part, cpu) -> {
              CpuTime used = cpu.since(from.cpu().getOrDefault(part, new CpuTime(0, Map.of())));
              boolean hearsReadings = part.equals(NationSettings.Peer.NODE_RED.part());
              double millions =
                  (hearsReadings ? to.readings() - from.readings() : to.items() - from.items())
                      / MILLION;
              bill.add(
                  new Figures.Bill(
                      part,
                      kind(part),
                      used.seconds(),
                      used.seconds() / millions,
                      used.seconds() / seconds,
                      peak(part),
                      threads(used, millions)));
            });
    return bill;
  }

  private static Figures.Kind kind(String part) {
    if (part.equals(GENERATOR)) {
      return Figures.Kind.GENERATOR;
    }
    for (NationSettings.Peer peer : NationSettings.Peer.values()) {
      if (part.startsWith(peer.part())) {
        return Figures.Kind.PEER;
      }
    }
    return Figures.Kind.PLATFORM;
  }

  private Figures.@Nullable Store stored() {
    return round.settings.store() == NationSettings.Store.NONE
        ? null
        : new Figures.Store(
            round.settings.store().name(),
            round.drain.expectedRows(),
            round.drain.rows(),
            round.drain.rowsSeconds());
  }

  private long peak(String part) {
    return part.equals(GENERATOR) ? 0 : round.platform.part(part).peakMebibytes();
  }

  private static Map<String, Double> threads(CpuTime used, double millions) {
    Map<String, Double> dearest = new LinkedHashMap<>();
    used.byThread().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(TOLD_THREADS)
        .forEach(each -> dearest.put(each.getKey(), each.getValue() / millions));
    return dearest;
  }

  private List<String> notes() {
    Kept kept = new Kept(round.platform.database());
    List<String> notes = new ArrayList<>();
    notes.add(
        "facts of every check kept by alerting: %d; heard on the bus: %d; calls placed, higher rungs"
                .formatted(kept.facts(), round.watch.witness().facts())
            + " included: "
            + kept.calls());
    notes.add(
        "every point is judged by the limits of the workload and by all rows of the platform's own"
            + " pack that are about it; the regulations' early-warning rows are not in it");
    if (round.killedAt() != null) {
      notes.add("facts heard twice after the kill: " + round.watch.witness().doubled());
    }
    return notes;
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    Score score =
        Score.of(
            Oracle.expectedOfCycles(round.workload, round.cycles()),
            round.facts().stream().map(Kept::told).toList());
    if (!score.isClean()) {
      faults.add(score.inWords());
    }
    Kept kept = new Kept(round.platform.database());
    fault(faults, kept.doubledCalls(), "calls are there twice");
    fault(faults, kept.uncalled(), "incidents have no call");
    fault(faults, round.watch.sender().refused(), "messages were refused by the broker");
    fault(faults, round.platform.droppedMessages(), "messages were dropped by the broker");
    if (round.killedAt() == null) {
      fault(faults, round.watch.witness().doubled(), "facts were told twice on the bus");
    }
    fault(faults, unplaced, "openings are kept and have joined no incident with a call");
    if (round.killedAt() != null && Double.isNaN(firstCall)) {
      faults.add("no call came after the kill");
    }
    sender(faults);
    Figures.Store stored = stored();
    if (stored != null) {
      fault(faults, stored.expected() - stored.rows(), "readings are not in the store");
    }
    return faults;
  }

  /** A load that is not the one that was planned voids the run. */
  private void sender(List<String> faults) {
    double late = round.watch.sender().late().getValueAtPercentile(99) / 1e3;
    if (late > MOST_LATE_MILLIS) {
      faults.add("messages left up to %.0f ms late at p99".formatted(late));
    }
    double waiting =
        round.atEnd().unconfirmed() / (Timetable.messagesPerSecond(round.workload) + 1);
    if (waiting > MOST_WAITING_SECONDS) {
      faults.add("the broker was %.1f s of messages behind in the end".formatted(waiting));
    }
  }

  private Map<String, List<String>> peers() {
    Map<String, List<String>> faults = new TreeMap<>();
    round
        .ofPeers()
        .forEach(
            (peer, told) -> {
              Score own = Score.of(Oracle.expectedOfCycles(round.workload, round.cycles()), told);
              faults.put(peer.part(), own.isClean() ? List.of() : List.of(own.inWords()));
            });
    return faults;
  }

  private static void fault(List<String> faults, long count, String what) {
    if (count != 0) {
      faults.add(count + " " + what);
    }
  }
}
