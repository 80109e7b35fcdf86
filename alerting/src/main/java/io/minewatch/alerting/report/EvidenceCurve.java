package io.minewatch.alerting.report;

import io.minewatch.alerting.report.CurvePicture.Curve;
import io.minewatch.alerting.report.CurvePicture.Limit;
import io.minewatch.alerting.report.CurvePicture.Moment;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured at the point of a finding, against its limits.
 *
 * @param title of the point, in the language of the report
 * @param times in milliseconds since 1970 UTC, oldest first
 * @param silent after how long without a value the line is broken
 * @param rule its limits; null where the plan it was judged by no longer holds
 * @param limit what was crossed, by the finding itself
 * @param clause of the rule, as the finding was judged by it
 * @param first where it is only the first part of a longer time, how long; else null
 */
public record EvidenceCurve(
    String title,
    String unit,
    List<Long> times,
    List<Double> values,
    Duration silent,
    Instant onset,
    @Nullable LimitRule rule,
    double limit,
    String clause,
    @Nullable Duration first) {
  /** The picture, or null where nothing was recorded. */
  @Nullable String picture(Terms terms, ZoneId zone) {
    List<Limit> limits = new ArrayList<>();
    LimitRule known = rule;
    if (known == null) {
      limits.add(new Limit(limit, terms.of("limit") + " " + Numbers.of(limit)));
    } else {
      for (Step each : known.steps()) {
        limits.add(
            new Limit(each.at(), terms.of("step." + each.act()) + " " + Numbers.of(each.at())));
      }
      limits.add(
          new Limit(known.restore(), terms.of("step.RESTORE") + " " + Numbers.of(known.restore())));
    }
    Moment began = new Moment(onset, terms.of("onset"));
    return CurvePicture.of(new Curve(times, values, silent, limits, began), zone, title);
  }

  String caption(Tongue tongue) {
    String law = clause.isBlank() ? "" : tongue.say("；依据：", "; by: ") + clause;
    return title
        + tongue.say("，单位 ", ", in ")
        + unit
        + law
        + tongue.say("。线断处没有数据。", ". Where the line is broken nothing was heard.")
        + (first == null
            ? ""
            : tongue
                .say("只画出前 %d 小时。", " Only the first %d hours are drawn.")
                .formatted(first.toHours()));
  }
}
