package io.minewatch.judge.mine;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.TailingsItem;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A mine with pumps, a sump, a rain gauge and a pond, through the judge of the mine. */
abstract class WaterMine {
  static final ZoneId FACE = new ZoneId("face");
  final List<Finding> told = new ArrayList<>();
  long number;
  Bench bench = new Bench(plan(1, drain()));

  /** Working 300, standby 210 m3/h; normal inflow 200. */
  static DrainRule drain() {
    return new DrainRule(
        "drain",
        "排水",
        "drainage",
        "central",
        FACE,
        new PointId("Q"),
        200.0,
        List.of(
            new DrainRule.Pump(new PointId("P1"), 300, DrainRule.Duty.WORKING),
            new DrainRule.Pump(new PointId("P2"), 210, DrainRule.Duty.STANDBY),
            new DrainRule.Pump(new PointId("P3"), 210, DrainRule.Duty.MAINTENANCE)),
        20.0 / 24,
        new DrainRule.Colours(Severity.YELLOW, Severity.ORANGE, Severity.RED),
        List.of(new DrainRule.Grade("SMALL", 30), new DrainRule.Grade("MEDIUM", 60)),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static LevelRule sump() {
    return new LevelRule(
        "sump",
        "水仓",
        "sump",
        FACE,
        new PointId("L"),
        4,
        List.of(
            new LevelRule.Step(4, Severity.YELLOW),
            new LevelRule.Step(1, Severity.ORANGE),
            new LevelRule.Step(0, Severity.RED)),
        Duration.ofMinutes(10),
        0.001,
        3,
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static RainRule rain(RainRule.Report report) {
    return new RainRule(
        "rain",
        "降雨",
        "rain",
        FACE,
        new PointId("R"),
        report,
        50,
        Duration.ofHours(24),
        Severity.RED,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static PondRule pond() {
    return new PondRule(
        "pond",
        "尾矿库",
        "pond",
        "p-1",
        FACE,
        Stream.of("B1", "B2", "B3", "B4")
            .map(
                id ->
                    new PondRule.Levels(
                        new PointId(id), TailingsItem.BEACH_LENGTH, 150, 100, 70, 50))
            .toList(),
        new PondRule.Counts(4, 3, 2, 4),
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static Plan plan(long version, Rule... rules) {
    return Plans.plan(version, points(), List.of(rules));
  }

  /** Sensors of which nothing is told but their upper end. */
  static Plan upTo(double highest, Rule... rules) {
    List<PointPlan> points = points().stream().map(each -> Plans.upTo(highest, each)).toList();
    return Plans.plan(1, points, List.of(rules));
  }

  static List<PointPlan> points() {
    List<PointPlan> points = new ArrayList<>();
    points.add(Plans.point("Q", Measure.INFLOW));
    points.add(Plans.point("L", Measure.WATER_LEVEL));
    points.add(Plans.point("R", Measure.RAINFALL));
    List.of("P1", "P2", "P3").forEach(id -> points.add(Plans.point(id, Measure.SWITCH)));
    List.of("B1", "B2", "B3", "B4")
        .forEach(id -> points.add(Plans.point(id, Measure.BEACH_LENGTH)));
    return points;
  }

  void sees(int second, String point, double value) {
    sees(second, point, value, Quality.GOOD);
  }

  void sees(int second, String point, double value, Quality quality) {
    bench.readings(Bench.batch(point, value, "", Bench.millis(second), quality), second, number++);
    told.addAll(bench.last.findings());
  }

  void time(int second) {
    bench.timeIs(second);
    told.addAll(bench.last.findings());
  }

  List<FindingKind> kinds() {
    return told.stream().map(Finding::kind).toList();
  }
}
