package io.minewatch.bench.script;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.Quality;
import java.util.List;

/**
 * What one point does in a fault, reading by reading, and what must be said of it. Each line can be
 * checked by reading it: that is why the oracle is written from here and not computed by judging.
 */
public enum Scenario {
  /** Rises through both steps, sinks to restore, which still holds, and ends. */
  RAMP(first(OPENED), first(), second(RAISED), held(), safe(CLEARED)),
  /** One reading long: a system that polls once a minute never sees it. */
  SPIKE(first(OPENED), safe(CLEARED)),
  /** From quiet beyond both steps at once. */
  JUMP(second(OPENED, RAISED), second(), safe(CLEARED)),
  /** Dances between the first step and restore: one excursion, not three. */
  CHATTER(first(OPENED), held(), first(), held(), first(), held(), safe(CLEARED)),
  /** Stays beyond. */
  STUCK(
      first(OPENED), first(), first(), first(), first(), first(), first(), first(), safe(CLEARED)),
  /** The cable goes while in alarm: the alarm holds and rises one level. */
  CABLE_CUT(first(OPENED), broken(BLIND), broken(), first(SEEN), safe(CLEARED)),
  /** Beyond the sensor's upper end: at least that high. */
  OVER_RANGE(over(OPENED, RAISED), safe(CLEARED)),
  /** Test gas is no alarm. */
  CALIBRATION(testGas(), testGas(), testGas()),
  /** Broken while all is well: dark, but no excursion. */
  DROP_OUT(broken(), broken(), broken());

  /** Where a reading lies in relation to the rule. */
  public enum Level {
    /** Where the point usually is. */
    SAFE,
    /** At the restore value, which does not end an excursion. */
    HELD,
    /** At the first step, which counts as reached. */
    FIRST,
    /** At the last step. */
    LAST,
    /** No number worth the name. */
    NONE
  }

  /**
   * One reading.
   *
   * @param facts what must be said when it is judged, in this order; a CLEARED comes later by the
   *     rule's delay
   */
  public record Beat(Level level, Quality quality, List<FindingKind> facts) {
    public Beat {
      facts = List.copyOf(facts);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Beat> beats;

  Scenario(Beat... beats) {
    this.beats = List.of(beats);
  }

  public List<Beat> beats() {
    return beats;
  }

  /** How many steps a rule needs for this. */
  public int steps() {
    return beats.stream().anyMatch(beat -> beat.facts().contains(RAISED)) ? 2 : 1;
  }

  private static Beat first(FindingKind... facts) {
    return new Beat(Level.FIRST, Quality.GOOD, List.of(facts));
  }

  private static Beat second(FindingKind... facts) {
    return new Beat(Level.LAST, Quality.GOOD, List.of(facts));
  }

  private static Beat held(FindingKind... facts) {
    return new Beat(Level.HELD, Quality.GOOD, List.of(facts));
  }

  private static Beat safe(FindingKind... facts) {
    return new Beat(Level.SAFE, Quality.GOOD, List.of(facts));
  }

  private static Beat over(FindingKind... facts) {
    return new Beat(Level.LAST, Quality.OVER_RANGE, List.of(facts));
  }

  private static Beat broken(FindingKind... facts) {
    return new Beat(Level.NONE, Quality.DISCONNECTED, List.of(facts));
  }

  private static Beat testGas() {
    return new Beat(Level.LAST, Quality.CALIBRATION, List.of());
  }
}
