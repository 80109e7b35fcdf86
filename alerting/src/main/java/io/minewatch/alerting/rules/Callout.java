package io.minewatch.alerting.rules;

import io.minewatch.alerting.accident.ReportRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How people are called, from the platform's pack.
 *
 * @param channels names of the channels that call at a rung, all at once
 * @param covered rungs at which somebody must always be on duty
 * @param coverage how far ahead a gap in the roster is looked for
 * @param canary how old the last test reading that came back through everything may be
 * @param reports what an accident owes to the authorities
 */
public record Callout(
    Map<Integer, List<String>> channels,
    List<Integer> covered,
    Duration coverage,
    Duration canary,
    List<ReportRule> reports) {
  /** The channel that every rung has: it needs nobody's number. */
  public static final String CONSOLE = "console";

  public Callout {
    channels = Map.copyOf(channels);
    covered = List.copyOf(covered);
    reports = List.copyOf(reports);
  }

  /** The channels of a rung; the console is always among them. */
  public List<String> at(int rung) {
    return channels.getOrDefault(rung, List.of(CONSOLE));
  }
}
