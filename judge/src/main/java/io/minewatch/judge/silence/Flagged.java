package io.minewatch.judge.silence;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.watch.About;
import io.minewatch.judge.watch.Conditions;
import io.minewatch.judge.watch.Conditions.Truth;
import io.minewatch.judge.watch.Look;
import io.minewatch.judge.watch.Told;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points that are heard and measure nothing, under a flag: calibration is no hiding place. The
 * detail {@code flag} names the one it began under.
 *
 * @param rule null where the plan has none
 */
record Flagged(@Nullable OutageRule rule, Lines lines, Conditions conditions, Told told) {
  /**
   * Looks at one point. What breaks or falls silent after a flag is told as such: it ends nothing
   * here, and of what is not told yet it lets nothing run out.
   */
  void look(int p) {
    if (rule == null) {
      return;
    }
    Quality flag = lines.flag(p);
    Subject subject = Subject.of(lines.point(p).id());
    if (flag != null) {
      tell(p, subject, Truth.HOLDS, flag, Map.of("flag", flag.name()));
    } else if (lines.measures(p) || !conditions.isOpen(rule.id(), subject)) {
      tell(p, subject, Truth.GONE, Quality.GOOD, Map.of());
    }
  }

  private void tell(
      int p, Subject subject, Truth truth, Quality quality, Map<String, String> detail) {
    OutageRule by = rule;
    if (by == null) {
      return;
    }
    PointPlan point = lines.point(p);
    Severity severity = lines.isLawful(p) ? by.lawful() : by.other();
    long measured = lines.wasHeard(p) ? lines.measured(p) : lines.asked;
    long received = lines.wasHeard(p) ? lines.received(p) : lines.asked;
    Look look = new Look(severity, Double.NaN, 0, told.now(), measured, received, quality, detail);
    conditions.look(
        Outages.terms(by), new About(subject, point.zone(), null, ""), truth, look, told);
  }
}
