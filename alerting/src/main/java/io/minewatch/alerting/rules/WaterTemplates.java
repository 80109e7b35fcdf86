package io.minewatch.alerting.rules;

import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.TailingsItem;
import io.minewatch.domain.reading.PointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rows about water and ponds: a mine names points, pumps, marks and the designer's levels. */
final class WaterTemplates {
  private WaterTemplates() {}

  static Templates.Read drain(Fields row, Templates.Head head) {
    double share = row.number("hours") / 24;
    DrainRule.Colours colours =
        new DrainRule.Colours(
            row.constant("standbyNeeded", Severity.class),
            row.constant("noMargin", Severity.class),
            row.constant("beyond", Severity.class));
    List<DrainRule.Grade> grades = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    if (row.has("grades")) {
      for (Fields grade : row.rows("grades")) {
        DrainRule.Grade read = new DrainRule.Grade(grade.text("grade"), grade.number("above"));
        grades.add(read);
        text.append("; ").append(read.grade()).append(" from ").append(read.above());
        grade.refuseOthers();
      }
    }
    Duration raiseAfter = Templates.delay(row, "raiseAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s h a day; %s, %s, %s; after %s, over after %s%s"
            .formatted(
                row.number("hours"),
                colours.standbyNeeded(),
                colours.noMargin(),
                colours.beyond(),
                raiseAfter,
                clearAfter,
                text),
        (mine, id) ->
            List.of(
                new DrainRule(
                    id,
                    head.name(),
                    head.nameEnglish(),
                    mine.text("id"),
                    new ZoneId(mine.text("zone")),
                    new PointId(mine.text("inflow")),
                    mine.has("normal") ? mine.number("normal") : null,
                    pumps(mine),
                    share,
                    colours,
                    grades,
                    raiseAfter,
                    clearAfter,
                    head.source())));
  }

  private static List<DrainRule.Pump> pumps(Fields mine) {
    List<DrainRule.Pump> pumps = new ArrayList<>();
    for (Fields row : mine.rows("pumps")) {
      pumps.add(
          new DrainRule.Pump(
              new PointId(row.text("running")),
              row.number("rated"),
              row.constant("duty", DrainRule.Duty.class)));
      row.refuseOthers();
    }
    return pumps;
  }

  static Templates.Read level(Fields row, Templates.Head head) {
    List<LevelRule.Step> steps = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Fields step : row.rows("steps")) {
      LevelRule.Step read =
          new LevelRule.Step(step.number("hours"), step.constant("severity", Severity.class));
      steps.add(read);
      text.append(read.severity()).append(' ').append(read.hours()).append(" h, ");
      step.refuseOthers();
    }
    Duration window = row.duration("window");
    double significance = row.number("significance");
    Duration raiseAfter = Templates.delay(row, "raiseAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        text
            + "rise over %s by %s standard errors; after %s, over after %s"
                .formatted(window, significance, raiseAfter, clearAfter),
        (mine, id) ->
            List.of(
                new LevelRule(
                    id,
                    head.name(),
                    head.nameEnglish(),
                    new ZoneId(mine.text("zone")),
                    new PointId(mine.text("level")),
                    mine.number("full"),
                    steps,
                    window,
                    mine.number("noise"),
                    significance,
                    raiseAfter,
                    clearAfter,
                    head.source())));
  }

  static Templates.Read rain(Fields row, Templates.Head head) {
    double above = row.number("above");
    Duration within = row.duration("within");
    Severity severity = row.constant("severity", Severity.class);
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s, more than %s mm within %s; over after %s"
            .formatted(severity, above, within, clearAfter),
        (mine, id) ->
            List.of(
                new RainRule(
                    id,
                    head.name(),
                    head.nameEnglish(),
                    new ZoneId(mine.text("zone")),
                    new PointId(mine.text("gauge")),
                    mine.constant("report", RainRule.Report.class),
                    above,
                    within,
                    severity,
                    clearAfter,
                    head.source())));
  }

  static Templates.Read pond(Fields row, Templates.Head head) {
    PondRule.Counts counts =
        new PondRule.Counts(
            (int) row.number("blue"),
            (int) row.number("yellow"),
            (int) row.number("orange"),
            (int) row.number("blueItems"));
    Duration raiseAfter = Templates.delay(row, "raiseAfter");
    Duration clearAfter = Templates.delay(row, "clearAfter");
    return new Templates.Read(
        "%s blue: yellow, %s yellow: orange, %s orange: red, %s blue items: yellow"
            .formatted(counts.blue(), counts.yellow(), counts.orange(), counts.blueItems()),
        (mine, id) ->
            List.of(
                new PondRule(
                    id,
                    head.name(),
                    head.nameEnglish(),
                    mine.text("id"),
                    new ZoneId(mine.text("zone")),
                    levels(mine),
                    counts,
                    raiseAfter,
                    clearAfter,
                    head.source())));
  }

  private static List<PondRule.Levels> levels(Fields mine) {
    List<PondRule.Levels> levels = new ArrayList<>();
    for (Fields row : mine.rows("levels")) {
      levels.add(
          new PondRule.Levels(
              new PointId(row.text("point")),
              row.constant("item", TailingsItem.class),
              row.number("blue"),
              row.number("yellow"),
              row.number("orange"),
              row.number("red")));
      row.refuseOthers();
    }
    return levels;
  }
}
