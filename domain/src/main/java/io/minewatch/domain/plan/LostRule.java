package io.minewatch.domain.plan;

import io.minewatch.domain.finding.Severity;

/**
 * A point that falls silent or breaks down while it was clearly rising, or while an early warning
 * of it stood: the moment at which it is needed most.
 */
public record LostRule(String id, Severity severity, Source source) implements PointRule {
  public LostRule {
    PointRule.check(id, severity, source);
  }
}
