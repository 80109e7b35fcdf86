package io.minewatch.judge.slope;

import io.minewatch.judge.fit.Rings;
import io.minewatch.judge.fit.RobustLine;
import org.jspecify.annotations.Nullable;

/**
 * Judges the displacement of one slope point: velocity and acceleration after smoothing, the
 * improved tangential angle, the stage, and a failure time while it speeds up.
 *
 * <p>What counts is how fast the point moves, not which way: axes of instruments have whatever sign
 * they were set up with, and settlement is told as less than nothing. A course and its mirror image
 * are judged alike.
 *
 * <p>The present velocity is compared with the one before it, each with its error; a stage is taken
 * on only when several values in a row say so. A forecast stands only in the progressive stage and
 * is withdrawn when the slope slows down, whatever the stage says. Whatever is unknown says so and
 * is never green.
 *
 * <p>Late, missing, double: a reading that is not newer than the last is left out, so a doubled one
 * changes nothing and a late one does not bend the curve. Missing readings leave a gap that the
 * lines bridge, because displacement adds up; after {@code staleAfter} without any, the point is
 * unknown, and a forecast that stood is neither renewed nor taken back by silence.
 *
 * <p>One estimate is allocated for each averaged value; not for each reading. Not thread-safe: it
 * holds scratch space, no memory of points.
 */
public final class SlopeJudge {
  private static final double DAY = 86_400_000;

  private final RobustLine recent = new RobustLine(SlopeMemory.KEPT);
  private final RobustLine before = new RobustLine(SlopeMemory.KEPT);
  private final InverseVelocity inverseVelocity = new InverseVelocity();

  /**
   * Takes in a displacement whose quality measures.
   *
   * @param measured milliseconds since 1970 UTC
   * @param displacement cumulative, in mm, along an axis of any sign
   * @return null while a bucket fills, or when the reading was left out
   */
  public @Nullable SlopeEstimate onReading(
      SlopeMemory m, int slot, SlopeTerms terms, long measured, double displacement) {
    if (measured <= m.last[slot] || !Double.isFinite(displacement)) {
      return null;
    }
    m.last[slot] = measured;
    if (m.filled[slot] == 0) {
      m.first[slot] = measured;
      m.sum[slot] = 0;
      m.sumOfTimes[slot] = 0;
    }
    m.filled[slot]++;
    m.sum[slot] += displacement;
    m.sumOfTimes[slot] += measured - m.first[slot];
    if (m.filled[slot] < terms.bucket()) {
      return null;
    }
    long middle = m.first[slot] + (long) (m.sumOfTimes[slot] / m.filled[slot]);
    m.values.add(slot, middle, m.sum[slot] / m.filled[slot]);
    m.filled[slot] = 0;
    return evaluate(m, slot, terms);
  }

  /** What is known at {@code now} if nothing came since; null where the last estimate holds. */
  public @Nullable SlopeEstimate onTime(SlopeMemory m, int slot, SlopeTerms terms, long now) {
    if (m.last[slot] != SlopeMemory.NEVER && now - m.last[slot] <= terms.staleAfter().toMillis()) {
      return null;
    }
    return SlopeEstimate.unknown(m.last[slot], m.steady[slot], m.outlook[slot]);
  }

  private SlopeEstimate evaluate(SlopeMemory m, int slot, SlopeTerms terms) {
    Rings values = m.values;
    int size = values.size(slot);
    int split = size - terms.recent();
    int start = split - terms.before();
    long newest = values.at(slot, size - 1);
    if (start < 0) {
      return SlopeEstimate.unknown(newest, m.steady[slot], m.outlook[slot]);
    }
    double noise = Math.max(terms.noise(), recent.noise(values, slot, 0, size));
    recent.lay(values, slot, split, size);
    before.lay(values, slot, start, split);
    double velocity = recent.slope() * DAY;
    double error = recent.slopeError(noise) * DAY;
    double speed = Math.abs(velocity);
    double change = speed - Math.abs(before.slope() * DAY);
    double changeError = Math.hypot(error, before.slopeError(noise) * DAY);
    double apart = (middle(values, slot, split, size) - middle(values, slot, start, split)) / DAY;
    lean(m, slot, terms, change / changeError, speed / error);
    learnSteady(m, slot, terms, noise);
    Angle angle = angle(m.steady[slot], speed, error, terms);
    FailureTime failure = forecast(m, slot, terms, speed, error, noise);
    return new SlopeEstimate(
        newest,
        velocity,
        error,
        change / apart,
        m.steady[slot],
        angle.degrees,
        angle.band,
        m.stage[slot],
        m.onset[slot],
        m.outlook[slot],
        failure);
  }

  private static double middle(Rings values, int slot, int from, int to) {
    return values.at(slot, from) + (values.at(slot, to - 1) - values.at(slot, from)) / 2.0;
  }

  /** Takes on a stage that enough values in a row point to. */
  private static void lean(
      SlopeMemory m, int slot, SlopeTerms terms, double changeScore, double speedScore) {
    Stage now = m.stage[slot];
    Stage points = now == Stage.UNKNOWN ? Stage.STEADY : now;
    if (changeScore >= terms.significance() && speedScore >= terms.significance()) {
      points = Stage.PROGRESSIVE;
    } else if (changeScore <= -terms.significance()) {
      points = Stage.REGRESSIVE;
    } else if (Math.abs(changeScore) < terms.settled()) {
      points = Stage.STEADY;
    } else if (now == Stage.PROGRESSIVE && changeScore < 0) {
      points = Stage.STEADY;
    }
    m.streak[slot] = points == m.leaning[slot] ? m.streak[slot] + 1 : 1;
    m.leaning[slot] = points;
    if (m.streak[slot] < terms.confirm() || points == now) {
      return;
    }
    m.stage[slot] = points;
    int size = m.values.size(slot);
    m.onset[slot] =
        points == Stage.PROGRESSIVE
            ? m.values.at(slot, size - terms.recent() - terms.confirm() + 1)
            : SlopeMemory.NEVER;
    m.reached[slot] = 0;
    if (points == Stage.PROGRESSIVE) {
      m.outlook[slot] = Outlook.OPEN;
    }
  }

  /** Freezes the steady velocity in the first confirmed steady stage. */
  private void learnSteady(SlopeMemory m, int slot, SlopeTerms terms, double noise) {
    if (!Double.isNaN(m.steady[slot])) {
      return;
    }
    SlopeTerms.Steady steady = terms.steady();
    if (!Double.isNaN(steady.declared())) {
      m.steady[slot] = steady.declared();
    } else if (m.stage[slot] == Stage.STEADY) {
      int size = m.values.size(slot);
      before.lay(m.values, slot, size - terms.recent() - terms.before(), size);
      double calm = Math.abs(before.slope() * DAY);
      double error = recent.slopeError(noise) * DAY;
      m.steady[slot] = Math.max(steady.factor() * calm, calm + steady.sigmas() * error);
    }
  }

  private record Angle(double degrees, AngleBand band) {
    static final Angle WARM_UP = new Angle(Double.NaN, AngleBand.WARM_UP);
    static final Angle INVALID = new Angle(Double.NaN, AngleBand.INVALID);
  }

  private static Angle angle(double steady, double speed, double error, SlopeTerms terms) {
    if (Double.isNaN(steady)) {
      return Angle.WARM_UP;
    }
    double degrees = Math.toDegrees(Math.atan(speed / steady));
    boolean byNoise = speed / error < terms.significance();
    return byNoise && degrees >= terms.angles().orange()
        ? Angle.INVALID
        : new Angle(degrees, terms.angles().band(degrees));
  }

  private @Nullable FailureTime forecast(
      SlopeMemory m, int slot, SlopeTerms terms, double speed, double error, double noise) {
    boolean slower = speed + terms.significance() * error < m.reached[slot];
    m.reached[slot] = Math.max(m.reached[slot], speed);
    boolean stood = m.outlook[slot] == Outlook.FORECAST;
    if (m.stage[slot] != Stage.PROGRESSIVE || slower) {
      if (stood) {
        m.outlook[slot] = Outlook.WITHDRAWN;
      } else if (m.outlook[slot] == Outlook.OPEN && m.stage[slot] != Stage.PROGRESSIVE) {
        m.outlook[slot] = Outlook.NONE;
      }
      return null;
    }
    int from = 0;
    while (m.values.at(slot, from) < m.onset[slot]) {
      from++;
    }
    FailureTime failure =
        m.values.size(slot) - from < terms.forecast().least()
            ? null
            : inverseVelocity.fit(m.values, slot, from, noise, terms.forecast());
    Outlook next =
        failure == null ? (stood ? Outlook.WITHDRAWN : m.outlook[slot]) : Outlook.FORECAST;
    m.outlook[slot] = next;
    return failure;
  }
}
