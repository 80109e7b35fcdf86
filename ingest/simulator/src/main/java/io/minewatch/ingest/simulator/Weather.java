package io.minewatch.ingest.simulator;

import io.minewatch.ingest.script.Incident;
import io.minewatch.ingest.script.Script;
import io.minewatch.ingest.world.Noise;
import java.time.Duration;
import java.util.Arrays;

/**
 * The rain on a mine and what the ground keeps of it: light showers by chance, heavy rain by the
 * script. Water in the mine and the pace of slopes follow {@link #wetness}.
 */
final class Weather {
  /** Chance decides anew for each of these whether it rains. */
  private static final double SPELL_SECONDS = 3 * 3_600;

  private static final double SHOWERS = 0.25;

  /** So light that no quiet day ever floods a mine. */
  private static final double HEAVIEST_SHOWER = 2;

  /** How long the ground keeps water on its way down; twice, so that the flow comes after. */
  private static final double SEEP_SECONDS = 1_800;

  private static final int MINUTES = 60;

  private final Noise noise;
  private final Script script;
  private final double[] ofMinute = new double[MINUTES];
  private long minute = -1;
  private double soil;
  private double ground;

  Weather(long seed, Script script) {
    this.noise = new Noise(seed, "weather");
    this.script = script;
  }

  /** Goes on by one step that ends now. */
  void step(Duration elapsed, double seconds) {
    long now = elapsed.toMinutes();
    if (now - minute > MINUTES) {
      Arrays.fill(ofMinute, 0);
      minute = now;
    }
    while (minute < now) {
      ofMinute[Math.floorMod(++minute, MINUTES)] = 0;
    }
    double fallen = rate(elapsed) * seconds / 3_600;
    ofMinute[Math.floorMod(now, MINUTES)] += fallen;
    double seeped = soil * seconds / SEEP_SECONDS;
    soil += fallen - seeped;
    ground += seeped - ground * seconds / SEEP_SECONDS;
  }

  private double rate(Duration elapsed) {
    double rate = 0;
    for (Incident.Rain rain : script.active(Incident.Rain.class, elapsed)) {
      rate += rain.rate();
    }
    long spell = (long) (elapsed.toMillis() / 1_000.0 / SPELL_SECONDS);
    return noise.even(2 * spell) < SHOWERS
        ? rate + HEAVIEST_SHOWER * noise.even(2 * spell + 1)
        : rate;
  }

  /** Rain of the last hour in mm. */
  double lastHour() {
    double sum = 0;
    for (double each : ofMinute) {
      sum += each;
    }
    return sum;
  }

  /** What the ground holds, in mm of rain. */
  double wetness() {
    return ground;
  }
}
