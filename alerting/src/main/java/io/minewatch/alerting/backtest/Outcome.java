package io.minewatch.alerting.backtest;

import io.minewatch.domain.finding.Severity;
import java.time.Instant;
import java.util.List;

/**
 * What a back-test has found.
 *
 * @param readings that were judged, once for each plan
 * @param positions likewise
 * @param onlyBefore findings that the changed registry would not have made, bounded
 * @param onlyAfter findings that only the changed registry would have made, bounded
 * @param real past events of the span that were real
 * @param missed those of them of which the registry as it holds finds something, and the changed
 *     one nothing
 * @param neither those of which neither finds anything: the change has no part in it
 * @param beyond those that no back-test can find, because what they rest on is not stored: cuts of
 *     a gateway, own alarms of the mine, what came late
 * @param milder those that it would have found, but never as severely as the registry before
 * @param later those that would have become as severe as to call somebody, or as severe as before
 *     where that called nobody, later
 */
public record Outcome(
    long readings,
    long positions,
    Side before,
    Side after,
    List<Brief> onlyBefore,
    List<Brief> onlyAfter,
    int real,
    List<String> missed,
    List<String> neither,
    List<String> beyond,
    List<Milder> milder,
    List<Later> later) {
  /** Most findings listed on each side. */
  public static final int MOST_LISTED = 200;

  /**
   * What one registry would have done.
   *
   * @param findings excursions
   * @param calls times that somebody would have been called: opened, raised or gone blind, at a
   *     severity that calls
   * @param people cards in the zone of a finding when it opened, summed over the findings
   */
  public record Side(long findings, long calls, long people) {}

  /** A finding in short. */
  public record Brief(String id, String subject, String rule, Instant onset) {}

  /**
   * An event that would have been found at a milder severity.
   *
   * @param before the worst that the registry before finds
   * @param after the worst that the changed registry finds
   * @param calls whether that still calls somebody
   */
  public record Milder(String incident, Severity before, Severity after, Calls calls) {}

  /** Whether a severity calls somebody. */
  public enum Calls {
    SOMEBODY,
    NOBODY
  }

  /** An event that would have been found later. */
  public record Later(String incident, long seconds) {}

  public Outcome {
    onlyBefore = List.copyOf(onlyBefore);
    onlyAfter = List.copyOf(onlyAfter);
    missed = List.copyOf(missed);
    neither = List.copyOf(neither);
    beyond = List.copyOf(beyond);
    milder = List.copyOf(milder);
    later = List.copyOf(later);
  }
}
