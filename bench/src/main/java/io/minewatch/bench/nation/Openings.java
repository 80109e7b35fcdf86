package io.minewatch.bench.nation;

import io.minewatch.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** When each excursion was to be sent, told and called for. */
final class Openings {
  /** The latency that the goals are about. */
  static final String CALL = "1 intended send to durable call";

  private static final int SLICE_SECONDS = 10;
  private static final double NANOS = 1e9;

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

  /** Looks at all openings, in the order in which they were to be sent. */
  Openings(Round round) {
    this.round = round;
    round.facts().stream()
        .filter(fact -> fact.fact() == 0)
        .sorted(Comparator.comparingLong(this::due))
        .forEach(this::opening);
  }

  /** Kept, but without an incident that has a call. */
  int unplaced() {
    return unplaced;
  }

  Map<String, Figures.Latency> latencies() {
    Map<String, Figures.Latency> told = new TreeMap<>();
    latencies.forEach((name, histogram) -> told.put(name, Figures.Latency.of(histogram)));
    Histogram late = round.watch.sender().late();
    told.put("0 sender: intended to handed over", Figures.Latency.of(late));
    return told;
  }

  List<Figures.Slice> course() {
    List<Figures.Slice> slices = new ArrayList<>();
    course.forEach(
        (from, histogram) ->
            slices.add(
                new Figures.Slice(
                    from,
                    histogram.getTotalCount(),
                    histogram.getValueAtPercentile(50) / 1e3,
                    histogram.getMaxValue() / 1e3)));
    return slices;
  }

  Figures.@Nullable Recovery recovery() {
    return round.killedAt() == null
        ? null
        : new Figures.Recovery(round.settings.meddling().kill(), firstCall, caughtUp);
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
    latency(CALL, called - due);
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
}
