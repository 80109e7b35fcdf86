package io.minewatch.standalone.simulated;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.ingest.oracle.Expected;
import io.minewatch.ingest.oracle.ExpectedFact;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.simulator.Tick;
import io.minewatch.ingest.staged.StagedFact;
import io.minewatch.ingest.staged.StagedOracle;
import io.minewatch.ingest.world.ModelSettings;
import io.minewatch.judge.feed.Origin;
import io.minewatch.judge.mine.MineJudge;
import io.minewatch.judge.mine.MineMemory;
import io.minewatch.judge.mine.Moment;
import io.minewatch.judge.mine.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A simulated mine, judged in this process as fast as it goes, and all that was found. */
final class Judged {
  static final GatewayId GAS = new GatewayId("gw-gas");
  static final GatewayId TAGS = new GatewayId("gw-tags");

  /** What was heard at once; what a cut line held back is judged when it comes, and not here. */
  final List<Tick> ticks = new ArrayList<>();

  final List<Reading> series = new ArrayList<>();
  final List<Finding> findings = new ArrayList<>();
  final Instant start;
  final Instant until;
  long rejected;
  private final MineMemory memory;
  private final ReadingBatch batch = new ReadingBatch();
  private Moment moment = new Moment(0, 0);
  private long readings;
  private long positions;

  Judged(Plan plan, ModelSettings settings, Script script, Instant start, Duration lasts) {
    MineModel model = new MineModel(plan, settings, script, start);
    memory = new MineMemory(plan, start.toEpochMilli());
    this.start = start;
    until = start.plus(lasts);
    Deque<Tick> kept = new ArrayDeque<>();
    while (model.nextAt().isBefore(until)) {
      Tick tick = model.next(null);
      moment = new Moment(tick.at().toEpochMilli(), start.toEpochMilli());
      if (tick.line() == Tick.Line.CUT) {
        kept.add(tick);
      } else {
        while (!kept.isEmpty()) {
          hear(kept.removeFirst(), Lane.BACKFILL);
        }
        ticks.add(tick);
        series.addAll(tick.readings());
        hear(tick, Lane.LIVE);
      }
      Verdicts out = new Verdicts();
      MineJudge.onTime(memory, moment, out);
      take(out);
    }
  }

  private void hear(Tick tick, Lane lane) {
    if (!tick.readings().isEmpty()) {
      batch.clear();
      for (Reading each : tick.readings()) {
        String unit = each.measure().wireUnit();
        long measured = each.measured().toEpochMilli();
        batch.add(each.point().value(), each.value(), unit, measured, each.quality());
      }
      Verdicts out = new Verdicts();
      MineJudge.onReadings(memory, batch, origin(GAS, readings++, lane), moment, out);
      take(out);
    }
    if (!tick.fixes().isEmpty()) {
      Verdicts out = new Verdicts();
      Origin origin = origin(TAGS, positions++, lane);
      MineJudge.onFixes(memory, tick.fixes(), List.of(), origin, moment, out);
      take(out);
    }
  }

  private Origin origin(GatewayId gateway, long sequence, Lane lane) {
    return new Origin("t", gateway, "s1", sequence, lane, moment.now());
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

  /** What was found as of now by these rules, told as the oracle tells it. */
  List<String> exact(Set<String> rules) {
    Map<FindingId, List<Finding>> byId = new LinkedHashMap<>();
    for (Finding each : findings) {
      if (rules.contains(each.rule()) && each.lane() == Lane.LIVE) {
        byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each);
      }
    }
    return byId.values().stream().map(Judged::fact).sorted().toList();
  }

  /** What was found of all that this oracle knows, told as it tells it. */
  List<String> staged(StagedOracle oracle) {
    Map<FindingId, List<Finding>> byId = new LinkedHashMap<>();
    for (Finding each : findings) {
      if (oracle.knows(each.rule(), each.subject())) {
        byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each);
      }
    }
    return StagedTest.sorted(byId.values().stream().map(Judged::staged).toList());
  }

  private static StagedFact staged(List<Finding> facts) {
    Finding first = facts.get(0);
    List<StagedFact.Told> told =
        facts.stream().map(each -> new StagedFact.Told(each.kind(), each.measured())).toList();
    return new StagedFact(first.subject(), first.rule(), first.severity(), first.onset(), told);
  }

  private static String fact(List<Finding> facts) {
    Finding first = facts.get(0);
    List<FindingKind> kinds = facts.stream().map(Finding::kind).toList();
    return new ExpectedFact(first.subject(), first.rule(), first.onset(), kinds).toString();
  }

  /** When something of this kind was found about a subject. */
  List<Instant> opened(Check check, Subject subject) {
    return findings.stream()
        .filter(each -> each.check() == check && each.kind() == FindingKind.OPENED)
        .filter(each -> subject.equals(each.subject()))
        .map(Finding::measured)
        .toList();
  }

  /** With the worst value and when it was, and with what ended it; of what stands, neither. */
  private static String line(List<Finding> facts) {
    Finding first = facts.get(0);
    Finding last = facts.get(facts.size() - 1);
    boolean over = last.kind() == FindingKind.CLEARED;
    return String.join(
        " ",
        String.valueOf(first.point()),
        first.rule(),
        first.onset().toString(),
        facts.stream().map(Finding::kind).toList().toString(),
        over ? last.peak() + " at " + last.peakAt() + " until " + last.measured() : "");
  }

  static String line(Expected expected) {
    return String.join(
        " ",
        expected.point().value(),
        expected.rule(),
        expected.onset().toString(),
        expected.kinds().toString(),
        expected.end() == null
            ? ""
            : expected.peak() + " at " + expected.peakAt() + " until " + expected.end());
  }
}
