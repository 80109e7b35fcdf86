package io.minewatch.ingest.station;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Whether simulated mines keep to their periods, and how much they say. Any thread may count. */
public final class Punctuality {
  private final LongAdder steps = new LongAdder();
  private final LongAdder leftOut = new LongAdder();
  private final LongAccumulator latest = new LongAccumulator(Math::max, 0);
  private final LongAdder messages = new LongAdder();
  private final LongAdder values = new LongAdder();

  /**
   * What was counted since it was asked for before.
   *
   * @param steps that were taken, one for each mine and step of its model
   * @param leftOut steps that came so late that nothing of them was sent
   * @param latest how long after its time the latest of the others began
   * @param values readings and positions in the messages
   */
  public record Told(long steps, long leftOut, Duration latest, long messages, long values) {
    /** In one line, for a time of so long. */
    public String over(Duration time) {
      double seconds = time.toNanos() / 1e9;
      return String.format(
          Locale.ROOT,
          "%.0f messages/s with %.0f values/s; %d steps, at most %.1f s late, %d left out",
          messages / seconds,
          values / seconds,
          steps,
          latest.toNanos() / 1e9,
          leftOut);
    }
  }

  void stepped(Duration late) {
    steps.increment();
    latest.accumulate(late.toMillis());
  }

  void leftOut() {
    steps.increment();
    leftOut.increment();
  }

  void sent(int readings) {
    messages.increment();
    values.add(readings);
  }

  /** What was counted since the last call. */
  public Told told() {
    return new Told(
        steps.sumThenReset(),
        leftOut.sumThenReset(),
        Duration.ofMillis(latest.getThenReset()),
        messages.sumThenReset(),
        values.sumThenReset());
  }
}
