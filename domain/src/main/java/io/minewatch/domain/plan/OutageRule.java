package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Name;
import java.util.Objects;

/**
 * That something is not heard is a finding: of a gateway (断网), of a substation, of a point (断线), of
 * a point that never came (缺线). When a thing counts as not heard, the {@link SilenceRule} says. So
 * is that a point, though heard, measures nothing for too long, under whatever flag.
 *
 * @param lawful severity where a point with limits is concerned
 * @param other severity where none is
 */
public record OutageRule(
    String id,
    Of of,
    String name,
    String nameEnglish,
    Severity lawful,
    Severity other,
    Delays delays,
    Source source)
    implements Rule {
  /** What is cut off, the widest first: a wider one speaks for what lies behind it. */
  public enum Of {
    NETWORK,
    SUBSTATION,
    LINE,
    MISSING,
    /**
     * A point is heard, and all that it says is flagged as no measurement: calibration, drift,
     * suspect. Its delay is how long that may last; then it also blinds what is open at the point.
     */
    UNSEEN
  }

  public OutageRule {
    Name.require("a rule id", id);
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(nameEnglish, "nameEnglish");
    Objects.requireNonNull(lawful, "lawful");
    Objects.requireNonNull(other, "other");
    Objects.requireNonNull(delays, "delays");
    Objects.requireNonNull(source, "source");
  }
}
