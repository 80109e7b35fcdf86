package io.minewatch.standalone.simulated;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.oracle.Expected;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated mine, judged in this process as fast as it goes, and all that was found. */
final class Judged {
  private static final GatewayId GAS = new GatewayId("gw-gas");
  private static final GatewayId TAGS = new GatewayId("gw-tags");

  final List<Reading> series = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final Instant until;
  long rejected;

  Judged(Plan plan, ModelSettings settings, Script script, Instant start, Duration lasts) {
    MineModel model = new MineModel(plan, settings, script, start);
    MineMemory memory = new MineMemory(plan, start.toEpochMilli());
    until = start.plus(lasts);
    long readings = 0;
    long positions = 0;
    ReadingBatch batch = new ReadingBatch();
    while (model.nextAt().isBefore(until)) {
      Tick tick = model.next(null);
      long now = tick.at().toEpochMilli();
      Moment moment = new Moment(now, start.toEpochMilli());
      series.addAll(tick.readings());
      if (!tick.readings().isEmpty()) {
        batch.clear();
        for (Reading each : tick.readings()) {
          String unit = each.measure().wireUnit();
          batch.add(each.point().value(), each.value(), unit, now, each.quality());
        }
        Verdicts out = new Verdicts();
        MineJudge.onReadings(memory, batch, origin(GAS, readings++, now), moment, out);
        take(out);
      }
      if (!tick.fixes().isEmpty()) {
        Verdicts out = new Verdicts();
        Origin origin = origin(TAGS, positions++, now);
        MineJudge.onFixes(memory, tick.fixes(), List.of(), origin, moment, out);
        take(out);
      }
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, moment, out);
      take(out);
    }
  }

  private static Origin origin(GatewayId gateway, long sequence, long now) {
    return new Origin("t", gateway, "s1", sequence, Lane.LIVE, now);
  }

  private void take(Verdicts out) {
    findings.addAll(out.findings());
    rejected += out.rejections().size();
  }

  /** What was found beyond limits, told as the oracle tells it: one line for each excursion. */
  List<String> excursions() {
    Map<FindingId, List<Finding>> byId = new LinkedHashMap<>();
    for (Finding each : findings) {
      if (each.check() == Check.LIMIT) {
        byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each);
      }
    }
    return byId.values().stream().map(Judged::line).sorted().toList();
  }

  private static String line(List<Finding> facts) {
    Finding first = facts.get(0);
    return String.join(
        " ",
        String.valueOf(first.point()),
        first.rule(),
        first.onset().toString(),
        facts.stream().map(Finding::kind).toList().toString());
  }

  static String line(Expected expected) {
    return String.join(
        " ",
        expected.point().value(),
        expected.rule(),
        expected.onset().toString(),
        expected.kinds().toString());
  }
}
