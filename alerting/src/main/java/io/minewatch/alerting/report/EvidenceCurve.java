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
 * @param breaks where the line is broken
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
    Breaks breaks,
    Instant onset,
    @Nullable LimitRule rule,
    double limit,
    String clause,
    @Nullable Duration first) {
  /**
   * Where the line is broken.
   *
   * @param after after how long without a value
   * @param surely silences that are shorter may be drawn through, because of each step of time two
   *     values are drawn; null where each value is drawn as it was recorded
   */
  public record Breaks(Duration after, @Nullable Duration surely) {}

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
    return CurvePicture.of(new Curve(times, values, breaks.after(), limits, began), zone, title);
  }

  String caption(Tongue tongue) {
    String law = clause.isBlank() ? "" : tongue.say("；依据：", "; by: ") + clause;
    return title
        + tongue.say("，单位 ", ", in ")
        + unit
        + law
        + tongue.say("。线断处没有数据。", ". Where the line is broken nothing was heard.")
        + thinned(tongue)
        + (first == null
            ? ""
            : tongue
                .say("只画出前 %d 小时。", " Only the first %d hours are drawn.")
                .formatted(first.toHours()));
  }

  private String thinned(Tongue tongue) {
    Duration surely = breaks.surely();
    return surely == null
        ? ""
        : tongue
            .say(
                "曲线已抽稀，每一小段只画最低值和最高值；短于 %d 秒的中断可能仍连成线。",
                " It is thinned to the least and the most of each stretch of time: a silence of less"
                    + " than %d s may be drawn through.")
            .formatted(surely.plusMillis(999).toSeconds());
  }
}
