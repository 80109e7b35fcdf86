package io.minewatch.judge.mine;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.OutageRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.tape.MemoryTape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A mine of which parts are cut off. Points A1 and A2 hang on substation A and speak through
 * gateway gw-1, B1 on substation B through gw-1, C1 through gw-2. Each is dark after 60 s.
 */
abstract class CutOffMine {
  final List<Finding> told = new ArrayList<>();
  MineMemory memory = new MineMemory(plan(1), Bench.START);
  long number;

  static Plan plan(long version) {
    List<Rule> rules = new ArrayList<>();
    rules.add(Plans.rule("r", 0, 0));
    rules.add(outage(OutageRule.Of.NETWORK, Severity.ORANGE, 30));
    rules.add(outage(OutageRule.Of.SUBSTATION, Severity.ORANGE, 0));
    rules.add(outage(OutageRule.Of.LINE, Severity.YELLOW, 0));
    rules.add(outage(OutageRule.Of.MISSING, Severity.YELLOW, 600));
    rules.add(outage(OutageRule.Of.UNSEEN, Severity.YELLOW, 1_800));
    List<PointPlan> points =
        List.of(
            point("A1", "A", Measure.METHANE, "r"),
            point("A2", "A", Measure.TEMPERATURE),
            point("B1", "B", Measure.METHANE, "r"),
            point("C1", "", Measure.TEMPERATURE));
    return Plans.plan(version, points, rules);
  }

  static OutageRule outage(OutageRule.Of of, Severity lawful, int after) {
    Delays delays = new Delays(Duration.ofSeconds(after), Duration.ZERO);
    return new OutageRule("o-" + of, of, "断", "cut", lawful, Severity.BLUE, delays, Plans.SOURCE);
  }

  static PointPlan point(String id, String substation, Measure measure, String... rules) {
    PointPlan plain = Plans.point(id, measure, rules);
    Sensor sensor =
        new Sensor(substation, Sensor.Reporting.NOT_TOLD, 0, -Sensor.WIDEST, Sensor.WIDEST);
    return new PointPlan(
        plain.id(),
        plain.zone(),
        measure,
        plain.name(),
        plain.nameEnglish(),
        "",
        plain.period(),
        plain.rules(),
        sensor);
  }

  Moment at(int second) {
    return new Moment(Bench.millis(second), Bench.START);
  }

  void say(int second, String gateway, Quality quality, String... points) {
    ReadingBatch batch = new ReadingBatch();
    for (String point : points) {
      batch.add(point, 0.3, "", Bench.millis(second), quality);
    }
    Origin origin =
        new Origin("t", new GatewayId(gateway), "s", number++, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onReadings(memory, batch, origin, at(second), out));
  }

  void state(int second, String gateway, GatewayStatus.State state) {
    GatewayId id = new GatewayId(gateway);
    GatewayStatus status =
        new GatewayStatus(Plans.MINE, id, "s", state, Instant.ofEpochMilli(Bench.START), "test");
    Origin origin = new Origin("t", id, "s", -1, Lane.LIVE, Bench.millis(second));
    keep(out -> MineJudge.onStatus(memory, status, origin, at(second), out));
  }

  void keep(java.util.function.Consumer<Verdicts> step) {
    Verdicts out = new Verdicts();
    step.accept(out);
    out.findings().stream().filter(f -> f.check() == Check.SILENCE).forEach(told::add);
  }

  /** Lets every second pass up to and with this one. */
  void pass(int from, int to) {
    for (int second = from; second <= to; second++) {
      int now = second;
      keep(out -> MineJudge.onTime(memory, at(now), out));
    }
  }

  List<String> said() {
    return told.stream().map(f -> f.kind() + " " + f.rule() + " " + f.subject()).toList();
  }

  void allSpeak(int second) {
    say(second, "gw-1", Quality.GOOD, "A1", "A2", "B1");
    say(second, "gw-2", Quality.GOOD, "C1");
  }

  void restart() {
    MemoryTape tape = new MemoryTape();
    memory.record(tape);
    memory = MineMemory.play(memory.plan(), tape.rewind());
  }
}
