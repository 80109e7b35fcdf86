package io.minewatch.judge.trend;

import io.minewatch.domain.plan.Side;
import io.minewatch.judge.fit.Quantiles;
import io.minewatch.judge.fit.RobustLine;
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
  private final RobustLine line = new RobustLine(TrendMemory.MOST);

  /**
   * Takes in a reading whose quality measures.
   *
   * @return whether a step was closed by it, so that the line is a new one
   */
  public boolean onReading(TrendMemory m, int slot, TrendTerms terms, long measured, double value) {
    if (measured <= m.last[slot] || !Double.isFinite(value)) {
      return false;
    }
    m.last[slot] = measured;
    long step = Math.floorDiv(measured, terms.step().toMillis());
    boolean closes = step != m.step[slot];
    if (closes) {
      close(m, slot, terms, step);
    }
    m.sum[slot] += value;
    m.sumOfTimes[slot] += measured - step * terms.step().toMillis();
    m.count[slot]++;
    return closes;
  }

  /** Takes note that the point is not seen any more: where it was heading is no forecast now. */
  public void onNoMeasurement(TrendMemory m, int slot) {
    m.noLine(slot);
  }

  /** Whether the line clearly heads for danger and, drawn out so far, meets the level. */
  public boolean isRising(TrendMemory m, int slot, TrendTerms terms, double level, long ahead) {
    if (!headsForDanger(m, slot, terms)) {
      return false;
    }
    double way = Math.abs(level - m.level[slot]) / Math.abs(m.slope[slot]);
    return way * terms.step().toMillis() <= ahead; // false where there is no level
  }

  private void close(TrendMemory m, int slot, TrendTerms terms, long next) {
    long step = m.step[slot];
    if (m.count[slot] > 0) {
      int place = m.place(slot, step);
      m.average[place] = (float) (m.sum[slot] / m.count[slot]);
      score(m, slot, terms, step);
      lay(m, slot, terms, step);
      remember(m, slot, terms, step);
    }
    long empty = step == TrendMemory.NEVER ? next - m.kept : step + 1;
    for (long s = Math.max(empty, next - m.kept); s < next; s++) {
      m.average[m.place(slot, s)] = Float.NaN;
      m.foretold[m.place(slot, s)] = Float.NaN;
      m.noLine(slot);
    }
    m.average[m.place(slot, next)] = Float.NaN;
    m.step[slot] = next;
    m.sum[slot] = 0;
    m.sumOfTimes[slot] = 0;
    m.count[slot] = 0;
  }

  private static void score(TrendMemory m, int slot, TrendTerms terms, long step) {
    int place = m.place(slot, step);
    float before = m.average[m.place(slot, step - terms.horizon())];
    float said = m.foretold[place];
    m.foretold[place] = Float.NaN;
    if (Float.isNaN(said) || Float.isNaN(before)) {
      return;
    }
    float came = m.average[place];
    m.scored[slot]++;
    double share = Math.max(terms.fade(), 1.0 / m.scored[slot]);
    m.error[slot] += (float) (share * (Math.abs(said - came) - m.error[slot]));
    m.naiveError[slot] += (float) (share * (Math.abs(before - came) - m.naiveError[slot]));
  }

  private void lay(TrendMemory m, int slot, TrendTerms terms, long step) {
    line.clear();
    int filled = 0;
    for (long s = step - terms.window() + 1; s <= step; s++) {
      float value = m.average[m.place(slot, s)];
      if (!Float.isNaN(value)) {
        line.add((double) (s - step), value);
        filled++;
      }
    }
    if (filled < Math.max(4, (terms.window() + 1) / 2)) {
      m.noLine(slot);
      return;
    }
    line.lay();
    long into = (long) (m.sumOfTimes[slot] / m.count[slot]);
    m.at[slot] = step * terms.step().toMillis() + into;
    double margin = line.slopeMargin(terms.coverage());
    m.level[slot] = (float) line.level();
    m.slope[slot] = (float) line.slope();
    m.lowest[slot] = (float) line.slopeQuantile(0.5 - margin);
    m.highest[slot] = (float) line.slopeQuantile(0.5 + margin);
    double atEnd = Math.sqrt((4.0 * filled - 2) / (filled * (filled + 1.0)));
    double few = Math.sqrt(filled / (filled - 2.0)); // the line has bent towards its few values
    m.levelError[slot] =
        (float) (Quantiles.student(terms.coverage(), filled - 2) * line.scatter() * few * atEnd);
  }

  /** Only what would be shown is scored: a line that clearly heads for danger. */
  private static void remember(TrendMemory m, int slot, TrendTerms terms, long step) {
    int place = m.place(slot, step + terms.horizon());
    m.foretold[place] =
        headsForDanger(m, slot, terms)
            ? m.level[slot] + m.slope[slot] * terms.horizon()
            : Float.NaN;
  }

  private static boolean headsForDanger(TrendMemory m, int slot, TrendTerms terms) {
    return terms.side() == Side.HIGH ? m.lowest[slot] > 0 : m.highest[slot] < 0;
  }

  /** Whether this point's forecasts have earned to be shown. */
  public boolean isShown(TrendMemory m, int slot, TrendTerms terms) {
    return m.scored[slot] >= terms.least() && m.skill(slot) >= terms.skill();
  }

  /**
   * When the point reaches {@code level}, whether that is shown or not.
   *
   * @return null if it does not clearly head there, is there already, or would not get there within
   *     the horizon
   */
  public @Nullable TimeToLevel reaches(TrendMemory m, int slot, TrendTerms terms, double level) {
    if (!headsForDanger(m, slot, terms)) {
      return null; // also when there is no line
    }
    double sign = terms.side() == Side.HIGH ? 1 : -1;
    double way = sign * (level - m.level[slot]);
    double slope = sign * m.slope[slot];
    double steep = terms.side() == Side.HIGH ? m.highest[slot] : -m.lowest[slot];
    double flat = terms.side() == Side.HIGH ? m.lowest[slot] : -m.highest[slot];
    if (!(way > 0) || way / slope > terms.horizon()) { // NaN: no level is left
      return null;
    }
    long at = m.at[slot];
    return new TimeToLevel(
        level,
        after(at, Math.max(0, way - m.levelError[slot]) / steep, terms),
        after(at, way / slope, terms),
        after(at, (way + m.levelError[slot]) / flat, terms),
        m.skill(slot),
        m.scored[slot]);
  }

  private static long after(long at, double steps, TrendTerms terms) {
    double ahead = steps * terms.step().toMillis();
    return ahead > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE : at + (long) ahead;
  }
}
