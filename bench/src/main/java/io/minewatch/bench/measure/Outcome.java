package io.minewatch.bench.measure;

import io.minewatch.bench.oracle.Told;
import java.util.List;
import java.util.Map;

/**
 * What a slot did in one run.
 *
 * @param seen all that the slot itself says it looked at, warm-up included
 * @param timed what of that was sent while the time ran
 * @param cpuNanos user and system time of the whole process while the time ran: engine, garbage
 *     collection and compiler included
 * @param wallNanos for orientation only
 * @param told every fact found, warm-up included
 * @param underground people underground at the end by mine; empty if the slot does not count them
 */
public record Outcome(
    Count seen,
    Count timed,
    long cpuNanos,
    long wallNanos,
    List<Told> told,
    Map<String, Integer> underground) {
  /** Messages, and the readings and positions in them. */
  public record Count(long messages, long readings, long fixes) {
    /** Readings and positions together: the million by which cost is told. */
    public long items() {
      return readings + fixes;
    }
  }

  public Outcome {
    told = List.copyOf(told);
    underground = Map.copyOf(underground);
  }

  /** CPU-seconds per million readings and positions. */
  public double cost() {
    return cpuNanos / 1e9 / (timed.items() / 1e6);
  }
}
