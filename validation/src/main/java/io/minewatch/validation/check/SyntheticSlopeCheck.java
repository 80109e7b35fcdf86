package io.minewatch.validation.check;

import io.minewatch.judge.slope.FailureTime;
import io.minewatch.judge.slope.SlopeEstimate;
import io.minewatch.judge.slope.SlopeJudge;
import io.minewatch.judge.slope.SlopeMemory;
import io.minewatch.judge.slope.SlopeTerms;
import io.minewatch.validation.rule.Rules;
import io.minewatch.validation.score.Figure;
import io.minewatch.validation.score.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up accelerations of known failure time, because no recorded slope of ours failed. */
public final class SyntheticSlopeCheck implements Check {
  private static final long SEED = 7;
  private static final double DAY = 86_400_000;

  /** The exponents of Voight's law; 2 is the straight inverse velocity. */
  private static final double[] EXPONENTS = {1.8, 2.0, 2.2};

  private final int slopes;
  private final List<Double> errors = new ArrayList<>();
  private final List<Double> naiveErrors = new ArrayList<>();
  private int given;
  private int held;
  private int slopesWith;

  /** With so many slopes for each exponent. */
  public SyntheticSlopeCheck(int slopes) {
    this.slopes = slopes;
  }

  @Override
  public String folder() {
    return "";
  }

  @Override
  public Section run(Path recordings) {
    List<Figure> figures = new ArrayList<>();
    for (double exponent : EXPONENTS) {
      errors.clear();
      naiveErrors.clear();
      given = 0;
      held = 0;
      slopesWith = 0;
      Random random = new Random(SEED);
      for (int i = 0; i < slopes; i++) {
        judge(exponent, random);
      }
      String law = "exponent " + exponent + ": ";
      figures.add(Figure.alone(law + "slopes that got a forecast", slopesWith + " of " + slopes));
      figures.add(
          Figure.alone(
              law + "coverage of the interval, stated 0.900",
              Figure.number((double) held / given) + " over " + given + " forecasts"));
      figures.add(
          Figure.of(
              law + "median error of the failure time on the same days, in days",
              median(errors),
              median(naiveErrors),
              Figure.Aim.LESS));
    }
    return new Section(
        "Made-up slopes that fail",
        slopes + " series a law, daily values, noise 0.3 to 1.5 mm, seed " + SEED,
        Rules.SLOPE + "; forecast: 90 % interval, at least 8 values since onset",
        "The series ends at its known failure time: steady for 25 to 45 days, then Voight's law for"
            + " 20 to 60 days. The product does not know the exponent and allows 1.5 to 2.2."
            + " Naive: the straight line through the last 8 raw inverse velocities, on the"
            + " days on which both give a time.",
        figures);
  }

  private void judge(double exponent, Random random) {
    double noise = 0.3 + 1.2 * random.nextDouble();
    double steady = 0.1 + 2 * random.nextDouble();
    int calm = 25 + random.nextInt(20);
    double life = 20 + random.nextInt(40);
    double end = (calm + life) * DAY;
    int days = (int) Math.ceil(calm + life);
    SlopeTerms terms = Rules.slope(noise);
    SlopeMemory memory = new SlopeMemory(1);
    SlopeJudge judge = new SlopeJudge();
    long[] times = new long[days];
    double[] values = new double[days];
    boolean any = false;
    for (int day = 0; day < days; day++) {
      times[day] = (long) (day * DAY);
      values[day] = place(exponent, steady, calm, life, day) + noise * random.nextGaussian();
      SlopeEstimate now = judge.onReading(memory, 0, terms, times[day], values[day]);
      FailureTime failure = now == null ? null : now.failure();
      if (failure != null) {
        any = true;
        given++;
        held += failure.earliest() <= end && end <= failure.latest() ? 1 : 0;
        Double naive = NaiveSlope.forecast(times, values, day);
        if (naive != null) {
          errors.add(Math.abs(failure.likely() - end) / DAY);
          naiveErrors.add(Math.abs(naive - end) / DAY);
        }
      }
    }
    slopesWith += any ? 1 : 0;
  }

  /** Displacement by Voight's law after the calm: v = steady ((1 - s)^(-1 / (exponent - 1))). */
  private static double place(double exponent, double steady, int calm, double life, int day) {
    if (day <= calm) {
      return steady * day;
    }
    double rest = 1 - (day - calm) / life;
    double power = 1 / (exponent - 1);
    double moved = power == 1 ? -Math.log(rest) : (Math.pow(rest, 1 - power) - 1) / (power - 1);
    return steady * calm + steady * life * moved;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
