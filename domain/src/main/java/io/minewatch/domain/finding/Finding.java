package io.minewatch.domain.finding;

import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact about one excursion of one point. The receiving side upserts under {@code (id, fact)}:
 * facts of one id are numbered from 0 without a gap, so a fact met twice is recognised and a
 * missing one is noticed.
 *
 * @param rule id of the limit rule
 * @param severity the colour that holds after this fact
 * @param onset measured time of the reading that opened the excursion
 * @param measured measured time of the reading that caused this fact; for silence the time of the
 *     last reading heard
 * @param received when that reading reached us
 * @param judged when it was judged
 * @param value the reading in the measure's unit, or null when there is none (silence)
 * @param limit the step or restore value that was crossed, in the measure's unit
 * @param peak the worst trusted value since onset
 * @param peakAt its measured time
 * @param planVersion the plan it was judged by
 */
public record Finding(
    FindingId id,
    int fact,
    FindingKind kind,
    MineCode mine,
    PointId point,
    ZoneId zone,
    Measure measure,
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
    long planVersion) {
  public Finding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(point, "point");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(measure, "measure");
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
