package io.minewatch.judge.slope;

import java.time.Duration;
import java.util.Random;

/** A made-up slope: steady, then speeding up by Voight's law to a known end. */
record Creep(double steady, int calmDays, double lifeDays, double noise, double exponent) {
  static final long DAY = 86_400_000L;
  static final AngleLevels PUBLISHED = new AngleLevels(45, 2, 80, 85);

  static SlopeTerms terms(double noise, double declared) {
    return new SlopeTerms(
        1,
        5,
        15,
        noise,
        3,
        1,
        2,
        new SlopeTerms.Steady(declared, 1.5, 2),
        PUBLISHED,
        new SlopeTerms.ForecastTerms(0.9, 8, 5, 1.5, 2.2, 2),
        Duration.ofDays(5));
  }

  static Creep random(Random random) {
    double noise = 0.3 + 1.2 * random.nextDouble();
    return new Creep(
        0.1 + 2 * random.nextDouble(),
        25 + random.nextInt(20),
        20 + random.nextInt(40),
        noise,
        1.55 + 0.6 * random.nextDouble());
  }

  double end() {
    return calmDays + lifeDays;
  }

  /** Continuous in place and in velocity at the onset. */
  double at(double day) {
    if (day <= calmDays) {
      return steady * day;
    }
    double rest = (end() - day) / lifeDays;
    double power = 1 - 1 / (exponent - 1);
    double moved = Math.abs(power) < 1e-9 ? -Math.log(rest) : (1 - Math.pow(rest, power)) / power;
    return steady * (calmDays + lifeDays * moved);
  }

  double measured(double day, Random random) {
    return at(day) + noise * random.nextGaussian();
  }
}
