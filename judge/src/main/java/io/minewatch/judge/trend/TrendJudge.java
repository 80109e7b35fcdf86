package io.minewatch.judge.trend;

import io.minewatch.domain.plan.Side;
import io.minewatch.judge.fit.Quantiles;
import io.minewatch.judge.fit.RobustLine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws out the robust line through the last minutes of one point. Every line that clearly heads
 * for danger is remembered and scored against what came, beside the forecast "stays as it is"; a
 * forecast is shown only by a point whose lines have beaten that.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is left out. Missing readings
 * leave steps empty; with less than half of the window filled, or the newest step empty, there is
 * no line and no forecast. A step is judged when the first reading after it comes. No allocation.
 * Not thread-safe: it holds scratch space, no memory of points.
 */
public final class TrendJudge {
  private final RobustLine line;

  private final Step step = new Step();

  /** Of how many values the line is, and how far its slopes reach by their number. */
  private int filled;

  private double covered = Double.NaN;
  private final double[] margins;

  /** The line last laid: its time, value, error of that, slopes per step. */
  private long at;

  private double level;
  private double levelError;
  private double slope;
  private double lowest;
  private double highest;

  /** For lines of any length. */
  public TrendJudge() {
    this(TrendMemory.MOST);
  }

  /** For lines through so many values at most. */
  TrendJudge(int most) {
    line = new RobustLine(most);
    margins = new double[most + 1];
  }

  /**
   * Takes in a reading whose quality measures.
   *
   * @return whether a step was closed by it, so that the line is a new one
   */
  public boolean onReading(TrendMemory m, int slot, TrendTerms terms, long measured, double value) {
    long last = m.last.get(slot);
    if (measured <= last || !Double.isFinite(value)) {
      return false;
    }
    long begin = step.begin(terms, measured);
    boolean closes = last < begin;
    if (closes) {
      close(m, slot, terms, filling(m, slot, terms), begin / terms.step().toMillis());
    }
    m.last.set(slot, measured);
    if (m.count[slot] < Character.MAX_VALUE) { // so many say what the average is
      m.sum[slot] += value;
      m.sumOfTimes.add(slot, measured - begin);
      m.count[slot]++;
    }
    return closes;
  }

  /** The step that is filling, since 1970. */
  private static long filling(TrendMemory m, int slot, TrendTerms terms) {
    long last = m.last.get(slot);
    return last == TrendMemory.NEVER
        ? TrendMemory.NEVER
        : Math.floorDiv(last, terms.step().toMillis());
  }

  /** Takes note that the point is not seen any more: where it was heading is no forecast now. */
  public void onNoMeasurement(TrendMemory m, int slot) {
    m.noLine(slot);
  }

  /** Whether the line clearly heads for danger and, drawn out so far, meets a level. */
  public boolean isRising(
      TrendMemory m, int slot, TrendTerms terms, List<Double> levels, long ahead) {
    if (!headsForDanger(m, slot, terms)) {
      return false;
    }
    double way = Math.abs(next(terms, levels) - level) / Math.abs(slope);
    return way * terms.step().toMillis() <= ahead; // false where there is no level
  }

  /** The first of the levels that the line has not reached, NaN when there is none. */
  private double next(TrendTerms terms, List<Double> levels) {
    for (double each : levels) {
      if (!terms.side().reached(level, each)) {
        return each;
      }
    }
    return Double.NaN;
  }

  private void close(TrendMemory m, int slot, TrendTerms terms, long step, long next) {
    if (m.count[slot] > 0) {
      m.average[m.place(slot, step)] = (float) (m.sum[slot] / m.count[slot]);
      score(m, slot, terms, step);
      m.into[slot] = (float) ((double) m.sumOfTimes.get(slot) / m.count[slot]);
      m.noLine(slot);
      if (gather(m, slot, terms, step)) {
        m.line(slot);
      }
      if (m.hasLine(slot) && headsForDanger(m, slot, terms, step)) {
        // Only what would be shown is scored: a line that clearly heads for danger.
        m.foretell(slot, step + terms.horizon(), (float) (level + slope * terms.horizon()));
      }
    }
    long empty = step == TrendMemory.NEVER ? next - m.kept : step + 1;
    for (long s = Math.max(empty, next - m.kept); s < next; s++) {
      m.average[m.place(slot, s)] = Float.NaN;
      m.foretold(slot, s);
      m.noLine(slot);
    }
    m.settle(slot);
    m.average[m.place(slot, next)] = Float.NaN;
    m.sum[slot] = 0;
    m.sumOfTimes.set(slot, 0);
    m.count[slot] = 0;
  }

  private static void score(TrendMemory m, int slot, TrendTerms terms, long step) {
    float before = m.average[m.place(slot, step - terms.horizon())];
    float said = m.foretold(slot, step);
    if (Float.isNaN(said) || Float.isNaN(before)) {
      return;
    }
    float came = m.average[m.place(slot, step)];
    m.scored[slot]++;
    double share = Math.max(terms.fade(), 1.0 / m.scored[slot]);
    m.error[slot] += (float) (share * (Math.abs(said - came) - m.error[slot]));
    m.naiveError[slot] += (float) (share * (Math.abs(before - came) - m.naiveError[slot]));
  }

  /** Lays the line through the last closed steps again; false where none heads for danger. */
  private boolean headsForDanger(TrendMemory m, int slot, TrendTerms terms) {
    long step = filling(m, slot, terms) - 1;
    return m.hasLine(slot) && gather(m, slot, terms, step) && headsForDanger(m, slot, terms, step);
  }

  /** Takes the values of the last closed steps; false where they are too few for a line. */
  private boolean gather(TrendMemory m, int slot, TrendTerms terms, long step) {
    line.clear();
    filled = 0;
    int at = m.place(slot, step - terms.window() + 1);
    for (int back = terms.window() - 1; back >= 0; back--) {
      float value = m.average[at];
      if (!Float.isNaN(value)) {
        line.add(-back, value);
        filled++;
      }
      at = at + 1 == (slot + 1) * m.kept ? slot * m.kept : at + 1;
    }
    return filled >= Math.max(4, (terms.window() + 1) / 2);
  }

  /** Whether the line through what was gathered clearly heads for danger; only then it is laid. */
  private boolean headsForDanger(TrendMemory m, int slot, TrendTerms terms, long step) {
    double margin = margin(terms.coverage());
    if (!line.mayHead(terms.side(), margin)) {
      return false; // as nearly always
    }
    line.lay();
    at = step * terms.step().toMillis() + (long) m.into[slot];
    level = line.level();
    slope = line.slope();
    lowest = line.slopeQuantile(0.5 - margin);
    highest = line.slopeQuantile(0.5 + margin);
    double atEnd = Math.sqrt((4.0 * filled - 2) / (filled * (filled + 1.0)));
    double few = Math.sqrt(filled / (filled - 2.0)); // the line has bent towards its few values
    levelError = Quantiles.student(terms.coverage(), filled - 2) * line.scatter() * few * atEnd;
    return terms.side() == Side.HIGH ? lowest > 0 : highest < 0;
  }

  /** The same for all lines of so many values. */
  private double margin(double coverage) {
    if (coverage != covered) {
      covered = coverage;
      Arrays.fill(margins, Double.NaN);
    }
    if (Double.isNaN(margins[filled])) {
      margins[filled] = line.slopeMargin(coverage);
    }
    return margins[filled];
  }

  /** Whether this point's forecasts have earned to be shown. */
  public boolean isShown(TrendMemory m, int slot, TrendTerms terms) {
    return m.scored[slot] >= terms.least() && m.skill(slot) >= terms.skill();
  }

  /**
   * When the point reaches the first of the levels that lie before it, in the order in which they
   * are reached, whether that is shown or not.
   *
   * @return null if it does not clearly head there, is past all of them, or would not get there
   *     within the horizon
   */
  public @Nullable TimeToLevel reaches(
      TrendMemory m, int slot, TrendTerms terms, List<Double> levels) {
    if (!headsForDanger(m, slot, terms)) {
      return null;
    }
    double next = next(terms, levels);
    double sign = terms.side() == Side.HIGH ? 1 : -1;
    double way = sign * (next - level);
    double steep = terms.side() == Side.HIGH ? highest : -lowest;
    double flat = terms.side() == Side.HIGH ? lowest : -highest;
    if (!(way > 0) || way / (sign * slope) > terms.horizon()) { // NaN: no level is left
      return null;
    }
    return new TimeToLevel(
        at,
        level,
        next,
        after(at, Math.max(0, way - levelError) / steep, terms),
        after(at, way / (sign * slope), terms),
        after(at, (way + levelError) / flat, terms),
        m.skill(slot),
        m.scored[slot]);
  }

  private static long after(long at, double steps, TrendTerms terms) {
    double ahead = steps * terms.step().toMillis();
    return ahead > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE : at + (long) ahead;
  }
}
