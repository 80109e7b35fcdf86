package io.minewatch.ingest.oracle;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.reading.PointId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings that must come of one excursion.
 *
 * @param onset measured time of the reading that opens it
 * @param kinds of its facts, in order
 * @param peak the worst trusted value, in the unit of the measure
 * @param peakAt measured time of the first reading that shows it
 * @param end measured time of the reading that clears it, or null while it is open
 */
public record Expected(
    PointId point,
    String rule,
    Instant onset,
    List<FindingKind> kinds,
    double peak,
    Instant peakAt,
    @Nullable Instant end) {
  public Expected {
    kinds = List.copyOf(kinds);
  }
}
