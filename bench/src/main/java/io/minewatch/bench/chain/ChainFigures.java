package io.minewatch.bench.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What came of a run. A figure counts only while there is no fault.
 *
 * @param faults findings without a call, or with another number of calls than one
 * @param committed microseconds from when a finding was to arrive until its call was committed
 * @param pushed the same until the call was read from the event stream
 * @param sender how much later than intended each was sent: how far the load itself was late
 */
public record ChainFigures(
    List<String> faults, Histogram committed, Histogram pushed, Histogram sender) {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  /** What is asked for. */
  private static final double P99 = 99;

  private static final double MICROS_IN_MILLI = 1_000;

  public ChainFigures {
    faults = List.copyOf(faults);
  }

  /** A histogram that holds up to a minute, to three digits. */
  static Histogram histogram() {
    return new Histogram(60_000_000L, 3);
  }

  /** Milliseconds within which 99 of 100 calls were on the screen. */
  public double pushedP99Millis() {
    return pushed.getValueAtPercentile(P99) / MICROS_IN_MILLI;
  }

  /** The figures, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("committed", committed));
    lines.add(line("committed and pushed", pushed));
    lines.add(line("sent later than intended", sender));
    faults.forEach(fault -> lines.add("VOID: " + fault));
    return lines;
  }

  private static String line(String what, Histogram histogram) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%-26s n %d", what, histogram.getTotalCount()));
    for (double each : PERCENTILES) {
      text.append(
          String.format(
              Locale.ROOT,
              "  p%s %.1f ms",
              each == Math.rint(each) ? String.valueOf((int) each) : String.valueOf(each),
              histogram.getValueAtPercentile(each) / MICROS_IN_MILLI));
    }
    return text.append(
            String.format(Locale.ROOT, "  max %.1f ms", histogram.getMaxValue() / MICROS_IN_MILLI))
        .toString();
  }
}
