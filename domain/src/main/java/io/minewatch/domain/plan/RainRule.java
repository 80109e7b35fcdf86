package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * So much rain within so long.
 *
 * @param gauge the point
 * @param report what a reading of it means
 * @param above mm; more than this within {@code within}
 * @param clearAfter how long it must be at or below before it is over
 */
public record RainRule(
    String id,
    String name,
    String nameEnglish,
    ZoneId zone,
    PointId gauge,
    Report report,
    double above,
    Duration within,
    Severity severity,
    Duration clearAfter,
    Source source)
    implements Rule {
  /** What a reading of a rain gauge means. */
  public enum Report {
    /** What fell since the reading before. */
    AMOUNT,
    /** What fell in the hour before the reading. */
    HOUR,
    /** A counter that grows, and begins again at times. */
    TOTAL
  }

  /** Longest time over which rain is summed up. */
  public static final Duration LONGEST = Duration.ofDays(3);

  public RainRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(gauge, "gauge");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(source, "source");
    if (!(above > 0) || Double.isInfinite(above)) {
      throw new IllegalArgumentException("rule " + id + ": an amount of rain is above 0");
    }
    if (within.toHours() < 1 || within.compareTo(LONGEST) > 0 || clearAfter.isNegative()) {
      throw new IllegalArgumentException(
          "rule " + id + ": rain is summed up over an hour to " + LONGEST + ", was " + within);
    }
  }

  @Override
  public List<PointId> points() {
    return List.of(gauge);
  }
}
