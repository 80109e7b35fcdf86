package io.minewatch.alerting.rules;

import io.minewatch.alerting.accident.ReportRule;
import io.minewatch.alerting.attendance.AttendanceRules;
import io.minewatch.alerting.overview.Freshness;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How people are called, and what of a mine they may still rely on, from the platform's pack.
 *
 * @param channels names of the channels that call at a rung, all at once
 * @param covered rungs at which somebody must always be on duty
 * @param coverage how far ahead a gap in the roster is looked for
 * @param canary how old the last test reading that came back through everything may be
 * @param reports what an accident owes to the authorities
 * @param attendance when somebody hears a call at the console
 * @param freshness how old what is known of a mine may be
 */
public record Callout(
    Map<Integer, List<String>> channels,
    List<Integer> covered,
    Duration coverage,
    Duration canary,
    List<ReportRule> reports,
    AttendanceRules attendance,
    Freshness freshness) {
  /** The channel that every rung has: it needs nobody's number. */
  public static final String CONSOLE = "console";

  public Callout {
    channels = Map.copyOf(channels);
    covered = List.copyOf(covered);
    reports = List.copyOf(reports);
  }

  /** The console alone, for whom nothing is old before a second is over. */
  public static Callout console() {
    Duration second = Duration.ofSeconds(1);
    return new Callout(
        Map.of(),
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        new AttendanceRules(second, second),
        new Freshness(second, second));
  }

  /** The channels of a rung; the console is always among them. */
  public List<String> at(int rung) {
    return channels.getOrDefault(rung, List.of(CONSOLE));
  }
}
