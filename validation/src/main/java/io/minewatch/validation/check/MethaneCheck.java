package io.minewatch.validation.check;

import io.minewatch.domain.plan.Side;
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

/** Methane at a real longwall: early warnings, the trend, and standing still, each alone. */
public final class MethaneCheck implements Check {
  static final long STEP = 30_000;
  private static final Duration JOINED = Duration.ofMinutes(10);
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
      figures.addAll(EarlyWarnings.figures(sensor, values, events));
      figures.add(TrendFigure.of(sensor, times(values), values, Side.HIGH));
      figures.addAll(Liveliness.figures(sensor, values, production));
    }
    return new Section(
        "Methane at a longwall",
        table.size()
            + " rows of 30 s of methane-train.arff.gz (111 hours; no time stamps, so shifts are counted from"
            + " the first row), sensors MM31 and MM116, production flag",
        "change: "
            + (Rules.METHANE_CHANGE + "; trend: " + Rules.TREND + "; " + Rules.SENSOR)
            + ". Each kind of judging alone; how the shipped rows differ: their trend goes by steps"
            + " of 2 minutes, their gate keeps no gas from judging",
        "An event is every stretch at or above 1.0 %, joined over gaps of up to 10 minutes (the"
            + " counting rule of the mines). Naive: for early warnings"
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

  /** Stretches at or above the alarm, joined as the mines count them. */
  static Spans eventsOf(double[] values) {
    Spans events = new Spans(JOINED.toMillis());
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= ALARM) {
        events.add(i * STEP);
      }
    }
    return events;
  }

  /** How often a value goes from below the alarm to it or above. */
  static int crossings(double[] values) {
    int crossings = 0;
    for (int i = 0; i < values.length; i++) {
      crossings += values[i] >= ALARM && (i == 0 || values[i - 1] < ALARM) ? 1 : 0;
    }
    return crossings;
  }
}
