package io.minewatch.judge.mine;

import io.minewatch.domain.feed.OwnAlarms;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.OwnAlarmRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mine whose own systems raise alarms, and what is told of them. */
abstract class OwnAlarmBench {
  static final int STANDS = -1;
  static final Subject GAS = Subject.of(new PointId("T0"));
  static final Subject CARD = Subject.of(new CardId("7"));

  final Bench bench = new Bench(plan(1, own(OwnAlarm.Kind.OVER_LIMIT, Severity.BLUE)));
  long sequence = 1_000;

  static OwnAlarmRule own(OwnAlarm.Kind of, Severity severity) {
    return new OwnAlarmRule("own-" + of, of, "自报", "own", severity, Plans.SOURCE);
  }

  static Plan plan(long version, Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(more));
    rules.add(own(OwnAlarm.Kind.DISTRESS, Severity.RED));
    rules.add(Plans.rule("r", 0, 0));
    return Plans.plan(version, List.of(Plans.point("T0", Measure.METHANE, "r")), rules);
  }

  static OwnAlarm alarm(Subject about, int begin, int end) {
    OwnAlarm.Kind kind = about.equals(CARD) ? OwnAlarm.Kind.DISTRESS : OwnAlarm.Kind.OVER_LIMIT;
    Instant over = end == STANDS ? null : Bench.instant(end);
    ZoneId zone = about.equals(CARD) ? new ZoneId("return") : null;
    return new OwnAlarm(kind, about, zone, Bench.instant(begin), over, Map.of("max", "1.3"));
  }

  List<FindingKind> told(int second, Lane lane, OwnAlarm... alarms) {
    return told(second, lane, sequence++, alarms);
  }

  List<FindingKind> told(int second, Lane lane, long number, OwnAlarm... alarms) {
    bench.last = new Verdicts();
    MineJudge.onOwnAlarms(
        bench.memory,
        new OwnAlarms(List.of(alarms)),
        bench.origin(second, number, lane),
        new Moment(Bench.millis(second), bench.resumed),
        bench.last);
    return bench.kinds();
  }

  Finding finding() {
    return bench.last.findings().get(0);
  }
}
