package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Name;
import java.util.Objects;

/** A rule that points refer to and that has one colour. */
public sealed interface PointRule extends Rule
    permits ChangeRule, TrendRule, LostRule, FlatRule, PlausibleRule, ChatterRule {
  /** The colour it is told with. */
  Severity severity();

  /** Whether it can judge a point of this measure. */
  default boolean fits(Measure measure) {
    return true;
  }

  /** Refuses what no such rule may lack. */
  static void check(String id, Severity severity, Source source) {
    Name.require("a rule id", id);
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(source, "source");
  }
}
