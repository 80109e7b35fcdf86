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
import io.minewatch.validation.recording.Table;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Confusion;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Outcome;
import io.minewatch.validation.score.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real temperature series with labelled faults: the gate and the flat-line judge together. */
public final class FaultCheck implements Check {
  /** Accuracy class of the small temperature sensors that were used, in °C. */
  private static final double ACCURACY = 0.5;

  private record Both(Confusion ours, Confusion naive) {
    static Both empty() {
      return new Both(new Confusion(), new Confusion());
    }

    Figure figure(String kind) {
      return new Figure(
          kind + ": recall / false-alarm rate / F1",
          ours.cell(),
          naive.cell(),
          Figure.yesIf(ours.f1() > naive.f1()));
    }
  }

  @Override
  public String folder() {
    return "sensor-faults";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    Map<String, Both> kinds = new TreeMap<>();
    Path folder = recordings.resolve(folder());
    int rows = 0;
    for (Path file : files(folder.resolve("faults"))) {
      String kind = String.valueOf(file.getFileName()).replaceAll(".*temperature_|\\.csv.*", "");
      rows += judge(Table.read(file), kinds.computeIfAbsent(kind, k -> Both.empty()));
    }
    Both clean = Both.empty();
    for (Path file : files(folder.resolve("clean"))) {
      rows += judge(Table.read(file), clean);
    }
    List<Figure> figures = new ArrayList<>();
    kinds.forEach((kind, both) -> figures.add(both.figure(kind)));
    figures.add(
        Figure.of(
            "three series without faults: false-alarm rate",
            clean.ours().falseAlarmRate(),
            clean.naive().falseAlarmRate(),
            Figure.Aim.LESS));
    figures.addAll(DyingMotes.figures(folder.resolve("raw")));
    return new Section(
        "Sensor faults",
        rows + " rows of five outdoor and indoor temperature series, period 2 min and 30 s",
        Rules.SENSOR
            + ". The packs' gate for temperature has a floor of 1 °C, and tells of a jump without"
            + " keeping it back: the kind of judging is tried here, not what is shipped",
        "The label of each row. A row counts as called faulty when it is quarantined, unsteady, or"
            + " stuck. Naive: further than three standard deviations from the mean of the whole"
            + " series (which it even knows in advance). The two raw motes ran until their"
            + " batteries died and then showed up to 122 °C in an office: every row above 45 °C is"
            + " faulty, and naive is the range from -40 to 123 °C that the sensor can report.",
        figures);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().contains(".csv")).sorted().toList();
    }
  }

  private static int judge(Table table, Both both) {
    double[] values = table.numbers("temperature");
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = Math.sqrt(square / values.length);
    long[] times = table.times("timestamp");
    Duration period = Duration.ofMillis(times[1] - times[0]);
    PlausibleTerms gate = Rules.gate(ACCURACY, Resolution.of(values), period);
    FlatTerms flat = Rules.flat(period);
    PlausibleMemory gateMemory = new PlausibleMemory(1);
    FlatMemory flatMemory = new FlatMemory(1);
    for (int row = 0; row < values.length; row++) {
      Outcome truth = Outcome.faultyIf(!table.text("has_fault_type", row).equals("0"));
      Verdict verdict = PlausibleJudge.onReading(gateMemory, 0, gate, times[row], values[row]);
      Flatness flatness =
          FlatJudge.onReading(flatMemory, 0, flat, times[row], values[row], Activity.ACTIVE);
      boolean odd = verdict != Verdict.TRUSTED && verdict != Verdict.LEARNING;
      both.ours().add(truth, Outcome.faultyIf(odd || flatness == Flatness.STUCK));
      both.naive().add(truth, Outcome.faultyIf(Math.abs(values[row] - mean) > 3 * deviation));
    }
    return values.length;
  }
}
