package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows about slopes: a mine names points, their instrument, and what its appraisal says. */
final class SlopeTemplates {
  private SlopeTemplates() {}

  static Templates.Read slope(Fields row, Templates.Head head) {
    SlopeRule.Learning learning =
        new SlopeRule.Learning(row.number("steadyFactor"), row.number("steadySigmas"));
    SlopeRule.Angles angles =
        new SlopeRule.Angles(
            row.number("blue"), row.number("tolerance"), row.number("orange"), row.number("red"));
    SlopeRule.Forecast forecast =
        new SlopeRule.Forecast(
            row.number("coverage"),
            (int) row.number("least"),
            row.number("reach"),
            row.number("lowestExponent"),
            row.number("highestExponent"),
            row.number("misfit"));
    SlopeRule.Colours colours =
        new SlopeRule.Colours(
            row.constant("speedingUp", Severity.class),
            row.constant("forecast", Severity.class),
            row.duration("soon"),
            row.constant("whenSoon", Severity.class));
    int recent = (int) row.number("recent");
    int before = (int) row.number("before");
    double significance = row.number("significance");
    double settled = row.number("settled");
    int confirm = (int) row.number("confirm");
    Duration unknownAfter = Templates.delay(row, "unknownAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s and %s below it blue, %s orange, %s red degrees; %s against %s values by %s standard errors"
            .formatted(
                angles.blue(),
                angles.tolerance(),
                angles.orange(),
                angles.red(),
                recent,
                before,
                significance),
        (mine, id) ->
            List.of(
                new SlopeRule(
                    id,
                    head.name(),
                    head.nameEnglish(),
                    new SlopeRule.Smoothing(
                        mine.integer("bucket", 1),
                        recent,
                        before,
                        mine.number("noise"),
                        significance,
                        settled,
                        confirm),
                    mine.has("steady") ? mine.number("steady") : null,
                    learning,
                    angles,
                    forecast,
                    colours,
                    unknownAfter,
                    clearAfter,
                    resultants(mine),
                    head.source())));
  }

  private static List<SlopeRule.Resultant> resultants(Fields mine) {
    List<SlopeRule.Resultant> all = new ArrayList<>();
    for (Fields row : mine.has("resultants") ? mine.rows("resultants") : List.<Fields>of()) {
      List<PointId> axes = row.texts("axes").stream().map(PointId::new).toList();
      all.add(new SlopeRule.Resultant(row.text("id"), axes));
      row.refuseOthers();
    }
    return all;
  }

  static Templates.Read velocity(Fields row, Templates.Head head) {
    List<VelocityRule.Step> steps = steps(row);
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        text(steps) + "; over after " + clearAfter,
        (mine, id) ->
            List.of(
                new VelocityRule(
                    id, head.name(), head.nameEnglish(), steps, clearAfter, head.source())));
  }

  private static List<VelocityRule.Step> steps(Fields row) {
    List<VelocityRule.Step> steps = new ArrayList<>();
    for (Fields step : row.rows("steps")) {
      steps.add(
          new VelocityRule.Step(step.number("at"), step.constant("severity", Severity.class)));
      step.refuseOthers();
    }
    return steps;
  }

  private static String text(List<VelocityRule.Step> steps) {
    return String.join(
        ", ",
        steps.stream()
            .map(step -> String.format(Locale.ROOT, "%s %.1f mm/d", step.severity(), step.at()))
            .toList());
  }

  /** The appraisal itself, and the velocities that it gives, under the name of who appraised. */
  static Templates.Read appraisal(Fields row, Templates.Head head) {
    Duration validFor = row.duration("validFor");
    Severity severity = row.constant("severity", Severity.class);
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        severity + ", older than " + validFor,
        (mine, id) -> {
          String date = mine.text("date", "");
          String by = mine.text("by", "");
          Instant at =
              date.isEmpty()
                  ? null
                  : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
          List<Rule> rules = new ArrayList<>();
          rules.add(
              new AppraisalRule(
                  id,
                  head.name(),
                  head.nameEnglish(),
                  mine.text("id"),
                  new ZoneId(mine.text("zone")),
                  at,
                  by,
                  validFor,
                  severity,
                  head.source()));
          if (mine.has("steps")) {
            Source own =
                new Source(
                    by.isEmpty() ? "missing" : by,
                    head.name() + "；" + head.source().clause(),
                    date.isEmpty() ? "missing" : date,
                    Confidence.OWN);
            rules.add(
                new VelocityRule(
                    id + ".velocity",
                    head.name(),
                    head.nameEnglish(),
                    steps(mine),
                    clearAfter,
                    own));
          }
          return rules;
        });
  }
}
