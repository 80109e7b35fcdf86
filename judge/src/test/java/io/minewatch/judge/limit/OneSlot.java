package io.minewatch.judge.limit;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.watch.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One point under one rule, judged by hand. */
abstract class OneSlot {
  final List<Fact> facts = new ArrayList<>();
  final Excursions x = new Excursions(1);
  LimitTerms terms = methane(0, 0);

  static LimitTerms methane(int raiseAfter, int clearAfter) {
    return terms(Side.HIGH, 1.0, 1.5, 1.0, raiseAfter, clearAfter);
  }

  static LimitTerms terms(
      Side side, double alarm, double cut, double restore, int raiseAfter, int clearAfter) {
    return new LimitTerms(
        new LimitRule(
            "r",
            Measure.METHANE,
            side,
            List.of(
                new Step(Step.Act.ALARM, alarm, Severity.ORANGE),
                new Step(Step.Act.CUT, cut, Severity.RED)),
            restore,
            Duration.ofSeconds(raiseAfter),
            Duration.ofSeconds(clearAfter),
            "",
            new Source("p", "c", "d", Confidence.HIGH)));
  }

  /** An alarm, and beyond it a cut and a withdrawal. */
  static LimitTerms terms(Side side, double alarm, double[] cutAndWithdraw) {
    return new LimitTerms(
        new LimitRule(
            "r",
            Measure.METHANE,
            side,
            List.of(
                new Step(Step.Act.ALARM, alarm, Severity.ORANGE),
                new Step(Step.Act.CUT, cutAndWithdraw[0], Severity.RED),
                new Step(Step.Act.WITHDRAW, cutAndWithdraw[1], Severity.RED)),
            alarm,
            Duration.ZERO,
            Duration.ZERO,
            "",
            new Source("p", "c", "d", Confidence.HIGH)));
  }

  List<FindingKind> at(int second, double value) {
    return at(second, value, Quality.GOOD);
  }

  List<FindingKind> at(int second, double value, Quality quality) {
    facts.clear();
    Sample sample = new Sample().set(value, second * 1000L, second * 1000L + 7, quality);
    if (quality.measures()) {
      LimitJudge.onReading(x, 0, terms, sample, facts);
    } else {
      LimitJudge.onNoMeasurement(x, 0, terms, sample, facts);
    }
    return facts.stream().map(Fact::kind).toList();
  }

  List<FindingKind> timeIs(int second, int lastSecond, double last) {
    facts.clear();
    Sample sample = new Sample().set(last, lastSecond * 1000L, lastSecond * 1000L, Quality.GOOD);
    LimitJudge.onTime(x, 0, terms, second * 1000L, sample, facts);
    return facts.stream().map(Fact::kind).toList();
  }
}
