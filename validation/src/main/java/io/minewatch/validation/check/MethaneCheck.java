package io.minewatch.validation.check;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.judge.limit.Excursions;
import io.minewatch.judge.limit.Fact;
import io.minewatch.judge.limit.LimitJudge;
import io.minewatch.judge.limit.LimitTerms;
import io.minewatch.judge.watch.Sample;
import io.minewatch.validation.recording.Table;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import io.minewatch.validation.score.Spans;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Methane at a real longwall: limits, early warnings, the trend, and standing still. */
public final class MethaneCheck implements Check {
  static final long STEP = 30_000;
  private static final Duration CLEAR = Duration.ofMinutes(10);
  private static final double ALARM = 1.0;

  @Override
  public String folder() {
    return "methane-longwall";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    Table table = Table.read(recordings.resolve(folder()).resolve("methane-train.arff.gz"));
    double[] production = table.numbers("PD");
    List<Figure> figures = new ArrayList<>();
    for (String sensor : List.of("MM31", "MM116")) {
      double[] values = table.numbers(sensor);
      Spans events = eventsOf(values);
      figures.addAll(limits(sensor, values, events));
      figures.addAll(EarlyWarnings.figures(sensor, values, events));
      figures.add(TrendFigure.of(sensor, times(values), values, Side.HIGH));
      figures.addAll(Liveliness.figures(sensor, values, production));
    }
    return new Section(
        "Methane at a longwall",
        table.size()
            + " rows of 30 s of methane-train.arff.gz (111 hours; no time stamps, so shifts are counted from"
            + " the first row), sensors MM31 and MM116, production flag",
        "limit: alarm 1.0, cut 1.5, restored below 1.0 for 10 minutes; change: "
            + (Rules.METHANE_CHANGE + "; trend: " + Rules.TREND + "; " + Rules.SENSOR),
        "An event is every stretch at or above 1.0 %, joined over gaps of up to 10 minutes (the"
            + " counting rule of the mines). Naive: a message for each crossing; for early warnings"
            + " the chance that any quiet moment would do as"
            + " well, and the share of quiet time in which the warning stands anyway; for the trend standing still; for flat"
            + " lines the same rule without knowing whether the face works. No sensor of this set is"
            + " known to have been stuck.",
        figures);
  }

  static long[] times(double[] values) {
    long[] times = new long[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = i * STEP;
    }
    return times;
  }

  private static Spans eventsOf(double[] values) {
    Spans events = new Spans(CLEAR.toMillis());
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= ALARM) {
        events.add(i * STEP);
      }
    }
    return events;
  }

  private static List<Figure> limits(String sensor, double[] values, Spans events) {
    Excursions excursions = new Excursions(1);
    LimitTerms terms = new LimitTerms(rule());
    List<Fact> facts = new ArrayList<>();
    Sample sample = new Sample();
    int crossings = 0;
    for (int i = 0; i < values.length; i++) {
      sample.set(values[i], i * STEP, i * STEP, Quality.GOOD);
      LimitJudge.onReading(excursions, 0, terms, sample, facts);
      crossings += values[i] >= ALARM && (i == 0 || values[i - 1] < ALARM) ? 1 : 0;
    }
    Spans findings = new Spans(0);
    long last = (values.length - 1) * STEP;
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).kind() == FindingKind.OPENED) {
        findings.add(facts.get(i).onset(), clearedAt(facts, i, last));
      }
    }
    int found = events.metBy(findings, 0, 0);
    int wrong = findings.count() - findings.metBy(events, 0, 0);
    return List.of(
        Figure.alone(
            sensor + ": events found / false findings",
            found + " of " + events.count() + " / " + wrong),
        Figure.of(sensor + ": calls for them", findings.count(), crossings, Figure.Aim.LESS));
  }

  private static long clearedAt(List<Fact> facts, int opened, long last) {
    return facts.subList(opened, facts.size()).stream()
        .filter(f -> f.kind() == FindingKind.CLEARED)
        .mapToLong(Fact::measured)
        .findFirst()
        .orElse(last);
  }

  private static LimitRule rule() {
    return new LimitRule(
        "validation",
        Measure.METHANE,
        Side.HIGH,
        List.of(
            new Step(Step.Act.ALARM, ALARM, Severity.ORANGE),
            new Step(Step.Act.CUT, 1.5, Severity.RED)),
        ALARM,
        Duration.ZERO,
        CLEAR,
        "",
        new Source("validation", "536", "2026-02-01", Confidence.HIGH));
  }
}
