package io.minewatch.validation.check;

import io.minewatch.judge.slope.AngleBand;
import io.minewatch.judge.slope.SlopeEstimate;
import io.minewatch.judge.slope.SlopeJudge;
import io.minewatch.judge.slope.SlopeMemory;
import io.minewatch.judge.slope.SlopeTerms;
import io.minewatch.judge.slope.Stage;
import io.minewatch.validation.recording.Table;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import io.minewatch.validation.score.Spans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Slopes that really moved: a pit wall by prism, two landslides by GNSS. None of them failed. */
public final class SlopeCheck implements Check {
  /** How far before and after a step, in values, a finding still belongs to it. */
  private static final int NEAR = 5;

  /** Over how many values before and after a step its lasting size is taken. */
  private static final int LASTING = 15;

  private static final double PRISM = 1;
  private static final double GNSS = 3;
  private static final long PRISM_END = Instant.parse("2024-08-31T00:00:00Z").toEpochMilli();

  /** Displacement in mm, in the order of time. */
  @SuppressWarnings("ArrayRecordComponent") // written once, never shared
  private record Series(String name, double accuracy, long[] times, double[] values) {}

  @Override
  public String folder() {
    return "pit-prism";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    List<Series> all = new ArrayList<>();
    Table prism = Table.read(recordings.resolve("pit-prism/displacement_TP07.csv"));
    all.add(series("pit prism TP07", PRISM, prism, "date", "TP07", PRISM_END, ""));
    Table bazimen = Table.read(recordings.resolve("landslide-bazimen/bazimen_gps_monthly.csv"));
    for (String station : List.of("ZG110", "ZG111", "ZG112")) {
      String name = "Bazimen " + station;
      all.add(series(name, GNSS, bazimen, "month", "dF_mm", Long.MAX_VALUE, station));
    }
    Table daily = Table.read(recordings.resolve("landslide-baijiabao/baijiabao_daily.csv"));
    String column = "cumulative_displacement_mm";
    all.add(series("Baijiabao", GNSS, daily, "date", column, Long.MAX_VALUE, ""));
    List<Figure> figures = new ArrayList<>();
    Path table = recordings.resolve("published-tables/tangential_angle_criteria.csv");
    if (Files.exists(table)) {
      figures.add(PublishedAngles.figure(table, Rules.slope(GNSS).angles()));
    }
    StringBuilder sizes = new StringBuilder();
    for (Series series : all) {
      figures.addAll(figures(series));
      sizes.append(sizes.isEmpty() ? "" : "; ");
      sizes.append(series.name()).append(", ").append(series.values().length).append(" values");
    }
    return new Section(
        "Slopes",
        sizes + " (2021 to 2024 every 1 to 14 days; 2006 to 2012 monthly; 2017 to 2018 daily)",
        Rules.SLOPE + "; accuracy 1 mm for a prism, 3 mm for GNSS",
        "A step is where the running median of 5 values moves faster than the median of the whole"
            + " series by 5 robust standard deviations, and ends up higher for good (15 values after"
            + " against 15 before) by more than 5 times the scatter of single values; seen with"
            + " hindsight. A finding is a beginning of the progressive stage; it"
            + " belongs to a step up to 5 values away, and stands until the stage ends. The first 20"
            + " values are learnt from: a step among them cannot be found. Naive: the tangential angle of the raw"
            + " velocity from reading to reading against the mean of the first 20, found at 85"
            + " degrees. No slope of these failed, so every failure time is wrong.",
        figures);
  }

  private static Series series(
      String name,
      double accuracy,
      Table table,
      String time,
      String column,
      long end,
      String station) {
    List<long[]> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      long at = table.time(time, row);
      boolean other = !station.isEmpty() && !table.text("station", row).equals(station);
      boolean again = !times.isEmpty() && times.get(times.size() - 1)[0] >= at;
      if (!other && !again && at < end) {
        times.add(new long[] {at});
        values.add(table.number(column, row));
      }
    }
    return new Series(
        name,
        accuracy,
        times.stream().mapToLong(t -> t[0]).toArray(),
        values.stream().mapToDouble(v -> v).toArray());
  }

  /** What came of one series. */
  private static final class Run {
    private final Spans ours = new Spans(NEAR);
    private final Spans naive = new Spans(NEAR);
    private final Spans stood = new Spans(1);
    private final Spans naiveStood = new Spans(1);
    private final int[] reds = new int[2];
    private final int[] standing = new int[2];
    private final int[] forecasts = new int[2];
    private int quiet;

    void take(int i, Stage before, Stage stage, boolean isNaive) {
      if (stage == Stage.PROGRESSIVE && before != Stage.PROGRESSIVE) {
        ours.add(i);
      }
      if (stage == Stage.PROGRESSIVE) {
        stood.add(i);
      }
      if (isNaive) {
        naive.add(i);
        naiveStood.add(i);
      }
    }

    void quiet(boolean isRed, boolean stands, boolean isNaive) {
      quiet++;
      reds[0] += isRed ? 1 : 0;
      standing[0] += stands ? 1 : 0;
      reds[1] += isNaive ? 1 : 0;
      standing[1] += isNaive ? 1 : 0;
    }
  }

  private static List<Figure> figures(Series series) {
    SlopeTerms terms = Rules.slope(series.accuracy());
    SlopeMemory memory = new SlopeMemory(1);
    SlopeJudge judge = new SlopeJudge();
    Spans steps = stepsOf(series.times(), series.values());
    double[] angles = NaiveSlope.angles(series.times(), series.values());
    Run run = new Run();
    Stage before = Stage.UNKNOWN;
    for (int i = 0; i < series.values().length; i++) {
      SlopeEstimate now = judge.onReading(memory, 0, terms, series.times()[i], series.values()[i]);
      Stage stage = now == null ? before : now.stage();
      boolean isNaive = angles[i] >= 85;
      run.take(i, before, stage, isNaive);
      if (isQuiet(steps, i)) {
        boolean isRed = now != null && now.band() == AngleBand.RED;
        run.quiet(isRed, stage == Stage.PROGRESSIVE, isNaive);
      }
      before = stage;
      run.forecasts[0] += now != null && now.failure() != null ? 1 : 0;
      run.forecasts[1] += NaiveSlope.forecast(series.times(), series.values(), i) != null ? 1 : 0;
    }
    return figures(series.name() + ": ", steps, run);
  }

  private static List<Figure> figures(String name, Spans steps, Run run) {
    return List.of(
        Figure.of(
            name + "steps found, of " + steps.count(),
            steps.metBy(run.ours, NEAR, NEAR),
            steps.metBy(run.naive, NEAR, NEAR),
            Figure.Aim.MORE),
        Figure.of(
            name + "findings away from any step",
            run.ours.count() - run.ours.metBy(steps, NEAR, NEAR),
            run.naive.count() - run.naive.metBy(steps, NEAR, NEAR),
            Figure.Aim.LESS),
        Figure.of(
            name + "steps at which, or up to 5 values after, a finding stood, of " + steps.count(),
            steps.metBy(run.stood, 0, NEAR),
            steps.metBy(run.naiveStood, 0, NEAR),
            Figure.Aim.MORE),
        Figure.of(
            name + "values away from any step on which one stood, of " + run.quiet,
            run.standing[0],
            run.standing[1],
            Figure.Aim.LESS),
        Figure.of(
            name + "red values away from any step", run.reds[0], run.reds[1], Figure.Aim.LESS),
        Figure.of(
            name + "values with a failure time",
            run.forecasts[0],
            run.forecasts[1],
            Figure.Aim.LESS));
  }

  private static boolean isQuiet(Spans steps, int row) {
    return steps.all().stream().noneMatch(s -> s.from() - NEAR <= row && row <= s.to() + NEAR);
  }

  private static Spans stepsOf(long[] times, double[] raw) {
    double[] values = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      int from = Math.max(0, i - NEAR / 2);
      values[i] = median(Arrays.copyOfRange(raw, from, Math.min(raw.length, i + NEAR / 2 + 1)));
    }
    double[] velocities = new double[values.length - 1];
    for (int i = 0; i < velocities.length; i++) {
      velocities[i] = (values[i + 1] - values[i]) / (times[i + 1] - times[i]);
    }
    double middle = median(velocities);
    double scale =
        1.4826 * median(Arrays.stream(velocities).map(v -> Math.abs(v - middle)).toArray());
    Spans steps = new Spans(NEAR);
    for (int i = 0; i < velocities.length; i++) {
      if (velocities[i] > middle + 5 * scale) {
        steps.add(i, i + 1);
      }
    }
    Spans real = new Spans(NEAR);
    for (Spans.Span step : steps.all()) {
      int from = (int) step.from() + 1;
      int to = (int) step.to();
      double before = median(Arrays.copyOfRange(raw, Math.max(0, from - LASTING), from));
      double after = median(Arrays.copyOfRange(raw, to, Math.min(raw.length, to + LASTING)));
      if (after - before > 5 * noise(raw)) {
        real.add(step.from(), step.to());
      }
    }
    return real;
  }

  /** Scatter of single values, from how far each lies off the middle of its neighbours. */
  private static double noise(double[] raw) {
    double[] off = new double[raw.length - 2];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(raw[i + 1] - (raw[i] + raw[i + 2]) / 2);
    }
    return 1.4826 * median(off) / Math.sqrt(1.5);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
