package io.minewatch.domain.finding;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fact about one excursion of one subject: a point beyond its limit, a zone with too many
 * people, a gateway that is cut off. The receiving side keeps each once under its id and {@link
 * #fingerprint}: a replay may number facts otherwise.
 *
 * @param fact puts facts of one id in order that were judged at one time; 0 for the one that
 *     opened, others higher, neither always without a gap nor always a number of their own
 * @param subject what it is about
 * @param zone where, or null when it is about the mine as a whole
 * @param measure what is measured, or null when nothing is
 * @param unit of value, limit and peak; the measure's where there is one, empty for none
 * @param check which kind of judging found it
 * @param rule id of the rule
 * @param severity the colour that holds after this fact
 * @param onset measured time of the reading that opened the excursion
 * @param measured measured time of the reading that caused this fact; for silence the time of the
 *     last reading heard
 * @param received when that reading reached us
 * @param judged when it was judged
 * @param value the reading or count, or null when there is none (silence)
 * @param limit the step or restore value that was crossed, or what the rule allows
 * @param peak the worst trusted value since onset
 * @param peakAt its measured time
 * @param planVersion the plan it was judged by
 * @param detail what the check has to say beyond numbers, by name; which names, each room says
 */
public record Finding(
    FindingId id,
    int fact,
    FindingKind kind,
    MineCode mine,
    Subject subject,
    @Nullable ZoneId zone,
    @Nullable Measure measure,
    String unit,
    Check check,
    String rule,
    Severity severity,
    Instant onset,
    Instant measured,
    Instant received,
    Instant judged,
    @Nullable Double value,
    Quality quality,
    double limit,
    double peak,
    Instant peakAt,
    long planVersion,
    Map<String, String> detail) {
  /** Most characters of one detail; a longer one is left out. */
  public static final int MAX_DETAIL = 2_000;

  /** The detail that says in which lane the readings came; absent for the live one. */
  public static final String LANE = "lane";

  /** The detail that says which kind of alarm the mine's own system raised: an OwnAlarm.Kind. */
  public static final String REPORTED = "reported";

  /**
   * The detail that says by how many milliseconds the clock of the measured times was ahead of
   * ours, or behind where it is negative; absent where it was not far off.
   */
  public static final String CLOCK = "clock";

  /**
   * The detail of a limit that says what the regulation wants at the step reached: a Step.Act. Told
   * where that is WITHDRAW; whatever else is reached, people must out.
   */
  public static final String STEP = "step";

  private static final String STEP_OUT = "WITHDRAW";

  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(subject, "subject");
    // Findings that were kept before there were other checks say none of these three.
    check = Objects.requireNonNullElse(check, Check.LIMIT);
    unit = Objects.requireNonNullElse(unit, measure == null ? "" : measure.unit());
    detail = bounded(detail);
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(onset, "onset");
    Objects.requireNonNull(measured, "measured");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(peakAt, "peakAt");
    if (fact < 0 || (fact == 0) != (kind == FindingKind.OPENED)) {
      throw new IllegalArgumentException("fact 0 and only fact 0 opens, was " + fact + " " + kind);
    }
  }

  private static Map<String, String> bounded(@Nullable Map<String, String> detail) {
    TreeMap<String, String> sorted = new TreeMap<>(detail == null ? Map.of() : detail);
    sorted.values().removeIf(text -> text.length() > MAX_DETAIL);
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** The point it is about, or null when it is about something else. */
  public @Nullable PointId point() {
    return subject.point();
  }

  /**
   * In which lane the readings came that it was found in. What was found in the backfill lane is a
   * past fact: it is recorded and shown, and never calls, orders or keeps anything open.
   */
  public Lane lane() {
    return Lane.BACKFILL.name().equals(detail.get(LANE)) ? Lane.BACKFILL : Lane.LIVE;
  }

  /** The same as it is told of the backfill lane, under a name of its own. */
  public Finding asPast() {
    FindingId past = FindingIds.ofBackfill(mine, subject.toString(), rule, onset);
    return saying(past, LANE, Lane.BACKFILL.name());
  }

  private Finding saying(FindingId as, String name, String text) {
    TreeMap<String, String> said = new TreeMap<>(detail);
    said.put(name, text);
    return new Finding(
        as,
        fact,
        kind,
        mine,
        subject,
        zone,
        measure,
        unit,
        check,
        rule,
        severity,
        onset,
        measured,
        received,
        judged,
        value,
        quality,
        limit,
        peak,
        peakAt,
        planVersion,
        said);
  }

  /**
   * The same, told by a clock that was ahead by so much. One that was not far off is not said, nor
   * one that was further off than any clock is: that is a recording.
   */
  public Finding byClock(long aheadMillis) {
    long off = Math.abs(aheadMillis);
    return ClockAhead.isFar(off, 0) && !ClockAhead.isAbsurd(off, 0)
        ? saying(id, CLOCK, Long.toString(aheadMillis))
        : this;
  }

  /** When it began by our clock, as far as that is known. */
  public Instant begun() {
    return ours(onset);
  }

  /** When this fact was measured by our clock, as far as that is known. */
  public Instant happened() {
    return ours(measured);
  }

  /** Nothing reaches us before it is measured, whatever a clock shows. */
  private Instant ours(Instant stamp) {
    long ahead = clock();
    Instant shown = stamp.minusMillis(ahead);
    boolean later = ahead == 0 ? ClockAhead.isFar(shown, received) : shown.isAfter(received);
    return later ? received : shown;
  }

  private long clock() {
    try {
      return Long.parseLong(detail.getOrDefault(CLOCK, "0"));
    } catch (NumberFormatException e) {
      return 0; // of somebody else
    }
  }

  /** Whether the regulation wants people out at the step that was reached. */
  public boolean asksForWithdrawal() {
    return STEP_OUT.equals(detail.get(STEP));
  }

  public Hazard hazard() {
    return check == Check.REPORTED
        ? Hazard.reported(detail.get(REPORTED), subject, measure)
        : Hazard.of(check, measure);
  }

  /** Tells this fact from the others of its excursion, the same on every replay. */
  public String fingerprint() {
    return kind + " " + measured + " " + limit;
  }

  /** Whether this was found after the other fact of the same excursion. */
  public boolean isAfter(Finding other) {
    int order = judged.compareTo(other.judged);
    return order == 0 ? fact > other.fact : order > 0;
  }
}
