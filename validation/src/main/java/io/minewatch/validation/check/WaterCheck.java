package io.minewatch.validation.check;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Side;
import io.minewatch.judge.change.Against;
import io.minewatch.judge.change.ChangeFact;
import io.minewatch.judge.change.ChangeJudge;
import io.minewatch.judge.change.ChangeMemory;
import io.minewatch.judge.change.ChangeTerms;
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

/** A tailings pond that rises with the rain, groundwater heads, and pumping that is switched. */
public final class WaterCheck implements Check {
  private static final long DAY = 86_400_000;

  /** What a pond may rise in a day before somebody looks, in metres; ten steps of its sensor. */
  private static final double RISE = 0.10;

  @Override
  public String folder() {
    return "tailings-pond";
  }

  @Override
  public Section run(Path recordings) throws IOException {
    List<Figure> figures = new ArrayList<>();
    Table pond = Table.read(recordings.resolve("tailings-pond/pond_2020-06_07.csv.gz"));
    long[] times = pond.times("Time");
    double[] level = pond.numbers("Primary Pond Level[m]");
    figures.addAll(rises(times, level));
    figures.add(TrendFigure.of("pond level", times, level, Side.HIGH));
    Path ground = recordings.resolve("groundwater");
    head(figures, ground, "PB_1_001_10min.csv.gz", "index", "PB_1_001_04P001442_F-2224");
    head(figures, ground, "riverside_head_3h.csv.gz", "Date", "Head");
    head(figures, ground, "wellfield_head.csv", "Date", "Head");
    Table well = Table.read(ground.resolve("wellfield_well.csv"));
    figures.addAll(steps(well.times("Date"), well.numbers("Well")));
    return new Section(
        "Tailings pond and groundwater",
        pond.size()
            + " pond levels of 5 min (June and July 2020); three groundwater heads (2014 to 2020, 2000 to"
            + " 2020, 1995 to 2018); daily pumping of a well field since 1985",
        "rise: at least 0.10 m (ten steps of the sensor) within 24 hours or against the same shift"
            + " of the day before; pumping: 20 % either way within 10 days; trend: "
            + Rules.TREND
            + ". No pack has a row like the first (a pond has its designer's levels), and the rows of"
            + " inflow look back 10 minutes, not 10 days: the kind of judging is tried here, not"
            + " what is shipped",
        "A rise of the pond is when it stands 0.10 m or more higher than 24 hours before; it counts"
            + " as found if a finding opens within a day of it. A step of pumping"
            + " is a change by 20 % or more of the mean of 10 days against the 10 before."
            + " Naive: the same amount from reading to reading; for the trend standing still.",
        figures);
  }

  private static void head(
      List<Figure> figures, Path folder, String file, String time, String column)
      throws IOException {
    Table table = Table.read(folder.resolve(file));
    figures.add(TrendFigure.of(file, table.times(time), table.numbers(column), Side.HIGH));
  }

  private static List<Figure> rises(long[] times, double[] level) {
    Spans truth = new Spans(DAY / 4);
    int before = 0;
    for (int i = 0; i < level.length; i++) {
      while (times[i] - times[before + 1] >= DAY) {
        before++;
      }
      if (times[i] - times[before] >= DAY && level[i] - level[before] >= RISE - 1e-9) {
        truth.add(times[i]);
      }
    }
    Spans ours = openings(times, level, Rules.levelRise(RISE, 0.01, Duration.ofHours(24)));
    Spans naive = new Spans(0);
    for (int i = 1; i < level.length; i++) {
      if (level[i] - level[i - 1] >= RISE - 1e-9) {
        naive.add(times[i]);
      }
    }
    return compare("pond: rises", truth, ours, naive, DAY);
  }

  private static List<Figure> steps(long[] times, double[] pumped) {
    Spans truth = new Spans(5 * DAY);
    Spans naive = new Spans(0);
    for (int i = 10; i + 10 <= pumped.length; i++) {
      double before = mean(pumped, i - 10, i);
      if (Math.abs(mean(pumped, i, i + 10) - before) >= 0.2 * before) {
        truth.add(times[i]);
      }
    }
    for (int i = 1; i < pumped.length; i++) {
      if (Math.abs(pumped[i] - pumped[i - 1]) >= 0.2 * pumped[i - 1]) {
        naive.add(times[i]);
      }
    }
    Spans ours = openings(times, pumped, Rules.inflowChange(1, Duration.ofDays(10)));
    return compare("pumping: steps", truth, ours, naive, 10 * DAY);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] / (to - from);
    }
    return sum;
  }

  private static Spans openings(long[] times, double[] values, ChangeTerms terms) {
    ChangeJudge judge = new ChangeJudge();
    ChangeMemory memory = new ChangeMemory(1);
    List<ChangeFact> facts = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      judge.onReading(memory, 0, terms, times[i], values[i], facts);
    }
    Spans openings = new Spans(0);
    facts.stream()
        .filter(f -> f.kind() == FindingKind.OPENED && f.against() != Against.LEVEL)
        .mapToLong(ChangeFact::onset)
        .sorted()
        .forEach(openings::add);
    return openings;
  }

  private static List<Figure> compare(
      String what, Spans truth, Spans ours, Spans naive, long near) {
    return List.of(
        Figure.of(
            what + " found, of " + truth.count(),
            truth.metBy(ours, near, near),
            truth.metBy(naive, near, near),
            Figure.Aim.MORE),
        Figure.of(
            what + ", findings away from any",
            ours.count() - ours.metBy(truth, near, near),
            naive.count() - naive.metBy(truth, near, near),
            Figure.Aim.LESS));
  }
}
