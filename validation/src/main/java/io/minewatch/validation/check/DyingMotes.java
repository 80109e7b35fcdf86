package io.minewatch.validation.check;

import io.minewatch.judge.flat.Activity;
import io.minewatch.judge.flat.FlatJudge;
import io.minewatch.judge.flat.FlatMemory;
import io.minewatch.judge.flat.FlatTerms;
import io.minewatch.judge.flat.Flatness;
import io.minewatch.judge.plausible.PlausibleJudge;
import io.minewatch.judge.plausible.PlausibleMemory;
import io.minewatch.judge.plausible.PlausibleTerms;
import io.minewatch.judge.plausible.Verdict;
import io.minewatch.validation.recording.Words;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Confusion;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Raw series with true faults: small sensors whose batteries ran down. */
final class DyingMotes {
  private static final double ACCURACY = 0.5;
  private static final Duration PERIOD = Duration.ofSeconds(30);

  /** No office is warmer than this, in °C. */
  private static final double WARMEST = 45;

  private DyingMotes() {}

  static List<Figure> figures(Path folder) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String mote : List.of("Node01", "Node33")) {
      figures.add(figure(mote, Words.read(folder.resolve(mote + ".txt.gz"))));
    }
    return figures;
  }

  private static Figure figure(String mote, List<String[]> rows) {
    Confusion ours = new Confusion();
    Confusion naive = new Confusion();
    double[] values = rows.stream().mapToDouble(row -> Double.parseDouble(row[4])).toArray();
    PlausibleTerms gate = Rules.gate(ACCURACY, Resolution.of(values), PERIOD);
    FlatTerms flat = Rules.flat(PERIOD);
    PlausibleMemory gateMemory = new PlausibleMemory(1);
    FlatMemory flatMemory = new FlatMemory(1);
    for (int row = 0; row < values.length; row++) {
      String[] words = rows.get(row);
      long at =
          LocalDateTime.parse(words[0] + "T" + words[1]).toInstant(ZoneOffset.UTC).toEpochMilli();
      double value = values[row];
      Verdict verdict = PlausibleJudge.onReading(gateMemory, 0, gate, at, value);
      Flatness flatness = FlatJudge.onReading(flatMemory, 0, flat, at, value, Activity.ACTIVE);
      boolean odd = verdict != Verdict.TRUSTED && verdict != Verdict.LEARNING;
      Outcome truth = Outcome.faultyIf(value > WARMEST);
      ours.add(truth, Outcome.faultyIf(odd || flatness == Flatness.STUCK));
      naive.add(truth, Outcome.faultyIf(value < -40 || value > 123));
    }
    return new Figure(
        mote + ", battery dies (" + values.length + " rows): recall / false-alarm rate / F1",
        ours.cell(),
        naive.cell(),
        ours.f1() > naive.f1() ? "yes" : "**no**");
  }
}
