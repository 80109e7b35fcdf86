package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How old the appraisal of a slope may grow before its thresholds have to be revised.
 *
 * @param subject the slope; a finding is about it
 * @param appraised when its thresholds were last appraised; null if never
 * @param by who appraised, empty if nobody
 * @param validFor so long they hold
 */
public record AppraisalRule(
    String id,
    String name,
    String nameEnglish,
    String subject,
    ZoneId zone,
    @Nullable Instant appraised,
    String by,
    Duration validFor,
    Severity severity,
    Source source)
    implements Rule {
  public AppraisalRule {
    Name.require("a rule id", id);
    Name.require("a slope", subject);
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(source, "source");
    if (validFor.isNegative() || validFor.isZero()) {
      throw new IllegalArgumentException("rule " + id + ": an appraisal holds for some time");
    }
  }

  /** From when on it is too old; the epoch for one that never was. */
  public Instant dueAt() {
    return appraised == null ? Instant.EPOCH : appraised.plus(validFor);
  }
}
