package io.minewatch.judge.slope;

import static io.minewatch.judge.slope.Creep.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlopeForecastPropertyTest {
  private static final int SLOPES = 500;
  private static final long SEED = 20261122;
  private final SlopeJudge judge = new SlopeJudge();

  @Test
  void theIntervalHoldsTheTrueFailureTimeAsOftenAsStated() {
    Random random = new Random(SEED);
    int given = 0;
    int held = 0;
    int slopes = 0;
    int slopesHeldAtLast = 0;
    double errors = 0;
    List<Double> widths = new ArrayList<>();
    for (int i = 0; i < SLOPES; i++) {
      Creep creep = Creep.random(random);
      SlopeTerms terms = Creep.terms(creep.noise(), Double.NaN);
      SlopeMemory memory = new SlopeMemory(1);
      boolean last = false;
      boolean any = false;
      double error = 0;
      for (int day = 0; day < creep.end(); day++) {
        SlopeEstimate now =
            judge.onReading(memory, 0, terms, day * DAY, creep.measured(day, random));
        if (now != null && now.failure() != null) {
          FailureTime failure = now.failure();
          double end = creep.end() * DAY;
          last = failure.earliest() <= end && end <= failure.latest();
          error = Math.abs(failure.likely() - end) / DAY;
          any = true;
          widths.add((failure.latest() - failure.earliest()) / (end - day * DAY));
          given++;
          held += last ? 1 : 0;
        }
      }
      slopes += any ? 1 : 0;
      slopesHeldAtLast += any && last ? 1 : 0;
      errors += any ? error : 0;
    }
    double coverage = (double) held / given;
    Collections.sort(widths);
    double width = widths.get(widths.size() / 2);
    double atLast = (double) slopesHeldAtLast / slopes;
    System.out.printf(
        "seed %d: of %d failing slopes %d got a forecast; stated coverage 0.90, reached %.3f over"
            + " %d forecasts, %.3f by the last one of each slope; its mean error %.2f days; half of"
            + " the intervals are narrower than %.2f of the time left%n",
        SEED, SLOPES, slopes, coverage, given, atLast, errors / slopes, width);
    assertThat(slopes).isGreaterThan(SLOPES / 2);
    assertThat(coverage).isGreaterThan(0.88);
    assertThat(atLast).isGreaterThan(0.88);
    assertThat(width).as("an interval that says nothing is no forecast").isLessThan(2);
  }

  @Test
  void aSlopeAndItsMirrorImageAreJudgedAlike() {
    Random random = new Random(SEED + 2);
    int forecasts = 0;
    for (int i = 0; i < 100; i++) {
      Creep creep = Creep.random(random);
      SlopeTerms terms = Creep.terms(creep.noise(), Double.NaN);
      SlopeMemory memory = new SlopeMemory(1);
      SlopeMemory mirror = new SlopeMemory(1);
      for (int day = 0; day < creep.end(); day++) {
        double place = creep.measured(day, random);
        SlopeEstimate plus = judge.onReading(memory, 0, terms, day * DAY, place);
        SlopeEstimate minus = judge.onReading(mirror, 0, terms, day * DAY, -place);
        String where = "seed %d slope %d day %d".formatted(SEED + 2, i, day);
        assertThat(minus.band()).as(where).isEqualTo(plus.band());
        assertThat(minus.stage()).as(where).isEqualTo(plus.stage());
        assertThat(Double.compare(minus.speed(), plus.speed())).as(where).isZero(); // NaN too
        assertThat(minus.failure()).as(where).isEqualTo(plus.failure());
        forecasts += minus.failure() != null ? 1 : 0;
      }
    }
    assertThat(forecasts).isGreaterThan(100);
  }

  @Test
  void noiseAloneIsNeverOrangeOrRedAndSeldomSeemsToSpeedUp() {
    Random random = new Random(SEED + 1);
    int values = 0;
    int progressive = 0;
    int forecasts = 0;
    for (int i = 0; i < 300; i++) {
      double noise = 0.2 + 5 * random.nextDouble();
      double drift = random.nextBoolean() ? 0 : random.nextDouble();
      SlopeTerms terms = Creep.terms(0.1, Double.NaN);
      SlopeMemory memory = new SlopeMemory(1);
      for (int day = 0; day < 200; day++) {
        SlopeEstimate now =
            judge.onReading(
                memory, 0, terms, day * DAY, drift * day + noise * random.nextGaussian());
        assertThat(now.band())
            .as("seed %d slope %d day %d", SEED + 1, i, day)
            .isNotIn(AngleBand.ORANGE, AngleBand.RED);
        values++;
        progressive += now.stage() == Stage.PROGRESSIVE ? 1 : 0;
        forecasts += now.failure() != null ? 1 : 0;
      }
    }
    System.out.printf(
        "seed %d: of %d values of noise %d seemed to speed up, %d got a failure time%n",
        SEED + 1, values, progressive, forecasts);
    assertThat((double) progressive / values).isLessThan(0.01);
  }
}
