package io.minewatch.bench.nation;

import io.minewatch.bench.measure.Machine;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one paced run measured.
 *
 * @param command with which it can be repeated
 * @param started ISO 8601, UTC
 * @param load what was sent
 * @param latencies in milliseconds, by what they run from and to
 * @param course of the latency from intended send to durable call, ten seconds each
 * @param bill what each program cost
 * @param store what the store got; null for none
 * @param recovery after a kill; null where none was killed
 * @param notes for people
 * @param peers why the figures of each peer are void; empty lists where they stand
 * @param faults why the run is void; empty if its figures stand
 */
public record Figures(
    String command,
    String started,
    Machine before,
    Machine after,
    Load load,
    Map<String, Latency> latencies,
    List<Slice> course,
    List<Bill> bill,
    @Nullable Store store,
    @Nullable Recovery recovery,
    List<String> notes,
    Map<String, List<String>> peers,
    List<String> faults) {
  /** The longest that a histogram tells, in microseconds. */
  static final long MOST_MICROS = 600_000_000;

  private static final double MICROS = 1_000;

  public Figures {
    latencies = Map.copyOf(latencies);
    course = List.copyOf(course);
    bill = List.copyOf(bill);
    notes = List.copyOf(notes);
    peers = Map.copyOf(peers);
    faults = List.copyOf(faults);
  }

  /**
   * What was sent.
   *
   * @param broker what it went through
   * @param pace so many times shorter periods than the statutory ones
   * @param perSecond readings and positions a second, repeats included, while it was timed
   * @param messagesPerSecond the same of messages
   * @param timedSeconds how long it was timed, after the warm-up
   * @param items readings and positions while it was timed: the million by which cost is told
   * @param expected facts of the script
   * @param found facts of limits that alerting kept
   * @param drainSeconds from the last message until the last expected fact was kept
   * @param mostUnconfirmed messages at the most that the broker had not confirmed
   */
  public record Load(
      NationSettings.Broker broker,
      int mines,
      int points,
      int people,
      int batch,
      int pace,
      double perSecond,
      double messagesPerSecond,
      double warmSeconds,
      double timedSeconds,
      long items,
      int expected,
      int found,
      double drainSeconds,
      long mostUnconfirmed) {}

  /** Quantiles of a latency in milliseconds. */
  public record Latency(long count, double p50, double p90, double p99, double p999, double most) {
    static Latency of(Histogram micros) {
      return new Latency(
          micros.getTotalCount(),
          micros.getValueAtPercentile(50) / MICROS,
          micros.getValueAtPercentile(90) / MICROS,
          micros.getValueAtPercentile(99) / MICROS,
          micros.getValueAtPercentile(99.9) / MICROS,
          micros.getMaxValue() / MICROS);
    }
  }

  /** Ten seconds of the run: latency in milliseconds of what was to leave in them. */
  public record Slice(int fromSecond, long count, double p50, double most) {}

  /** Whose cost it is. */
  public enum Kind {
    PLATFORM,
    GENERATOR,
    PEER
  }

  /**
   * What one program cost while the run was timed.
   *
   * @param perMillion CPU-seconds for a million of what it was sent: readings and positions, but
   *     Node-RED readings alone
   * @param cores how many processors it kept busy
   * @param threads its dearest threads, CPU-seconds for a million
   */
  public record Bill(
      String part,
      Kind kind,
      double cpuSeconds,
      double perMillion,
      double cores,
      long peakMebibytes,
      Map<String, Double> threads) {
    public Bill {
      threads = Map.copyOf(threads);
    }
  }

  /**
   * What the store got.
   *
   * @param expected readings that were sent, repeats left out
   * @param rows that it held in the end
   * @param lagSeconds from the last message until all rows were there; NaN for not in time
   */
  public record Store(String kind, long expected, long rows, double lagSeconds) {}

  /**
   * After a kill -9 and a start at once.
   *
   * @param firstCallSeconds from the kill to the first durable call for a reading that was to be
   *     sent after it
   * @param caughtUpSeconds from the kill until the fifth call in a row within the bound; NaN for
   *     never
   */
  public record Recovery(String part, double firstCallSeconds, double caughtUpSeconds) {}

  /** Whether the figures stand. */
  public boolean isGood() {
    return faults.isEmpty();
  }

  static Histogram histogram() {
    return new Histogram(1, MOST_MICROS, 3);
  }
}
