package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.reading.Quality;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pumps and sump, and what holds of all that is about water. */
class WaterWatchTest extends WaterMine {
  @ParameterizedTest(name = "{0} m3/h is {1}, inrush {2}")
  @CsvSource({
    "229, NONE, -",
    "250, NONE, -",
    "250.1, YELLOW, SMALL",
    "259.9, YELLOW, SMALL",
    "260, YELLOW, MEDIUM",
    "425.1, ORANGE, MEDIUM",
    "510, ORANGE, MEDIUM",
    "510.1, RED, MEDIUM"
  })
  void inflowIsHeldAgainstWorkingAndStandbyPumps(double inflow, String colour, String inrush) {
    sees(0, "P1", 1);
    sees(0, "P2", 0);
    sees(0, "P3", 1);
    sees(0, "Q", inflow);
    sees(19, "Q", inflow);
    assertThat(told).isEmpty();
    sees(20, "Q", inflow);

    if (colour.equals("NONE")) {
      assertThat(told).isEmpty();
    } else {
      Finding found = told.get(0);
      assertThat(found.severity()).isEqualTo(Severity.valueOf(colour));
      assertThat(found.check()).isEqualTo(Check.WATER);
      assertThat(found.subject().toString()).isEqualTo("condition/central");
      assertThat(found.detail()).containsEntry("inrush", inrush).containsEntry("running", "510.0");
    }
  }

  @Test
  void aDarkInflowHoldsAndRisesAndClearsOnlyWhenSeenLow() {
    sees(0, "Q", 300);
    time(20);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    assertThat(told.get(0).detail()).containsEntry("running", "UNKNOWN");
    time(61);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(told.get(1).severity()).isEqualTo(Severity.ORANGE);

    sees(70, "Q", 100);
    sees(99, "Q", 100);
    assertThat(kinds()).endsWith(FindingKind.SEEN);
    sees(100, "Q", 100);
    assertThat(kinds()).endsWith(FindingKind.CLEARED);
  }

  @ParameterizedTest(name = "2 m below the mark, rising {0} m an hour: {1}")
  @CsvSource({"0, NONE", "0.4, NONE", "0.55, YELLOW", "1.9, YELLOW", "3, ORANGE", "-1, NONE"})
  void theTimeUntilTheSumpIsFullIsTakenFromItsRise(double rise, String colour) {
    bench = new Bench(plan(1, sump()));
    for (int second = 0; second <= 600; second += 10) {
      sees(second, "L", 2 + rise * (second - 600) / 3600);
    }

    String worst =
        told.stream()
            .map(Finding::severity)
            .max(Severity::compareTo)
            .map(Enum::name)
            .orElse("NONE");
    assertThat(worst).isEqualTo(colour);
    if (!told.isEmpty()) {
      assertThat(told.get(0).detail()).containsKeys("rise", "hoursLeft");
    }
  }

  /** A level that sends the same for ever does not stand still; at the mark it is full. */
  @ParameterizedTest(name = "{0} m over a range up to {1} m: {2}")
  @CsvSource({
    "0, 1e300, OPENED BLIND",
    "2, 1e300, OPENED BLIND",
    "NaN, 1e300, OPENED BLIND",
    "0, 3, OPENED BLIND",
    "3, 3, OPENED BLIND",
    "0, 5, OPENED RAISED",
    "4.2, 3, OPENED RAISED"
  })
  void aLevelBeyondTheRangeOfItsSensorNeitherFallsNorStands(
      double sent, double highest, String expected) {
    bench = new Bench(upTo(highest, sump()));
    for (int second = 0; second <= 600; second += 10) {
      sees(second, "L", 2 + 1.0 * (second - 600) / 3600);
    }
    for (int second = 610; second <= 1_800; second += 10) {
      sees(second, "L", sent, Quality.OVER_RANGE);
    }

    assertThat(kinds())
        .containsExactly(
            Stream.of(expected.split(" ")).map(FindingKind::valueOf).toArray(FindingKind[]::new));
    assertThat(told.get(1).severity())
        .isEqualTo(expected.endsWith("BLIND") ? Severity.ORANGE : Severity.RED);
  }

  @ParameterizedTest(name = "a level of {0} m is at the mark: {1}")
  @CsvSource({"3.999, false", "4, true", "4.001, true"})
  void theMarkItselfIsFoundAtOnce(double level, boolean found) {
    bench = new Bench(plan(1, sump()));
    sees(0, "L", level);

    assertThat(told.stream().map(Finding::severity).toList())
        .isEqualTo(found ? List.of(Severity.RED) : List.of());
  }

  @Test
  void aPlanChangeGoesOnAndWhatIsTakenOutEndsBlind() {
    sees(0, "Q", 300);
    time(20);
    bench.plan(21, plan(2, drain()));
    sees(22, "Q", 300);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    bench.plan(23, plan(3));
    told.addAll(bench.last.findings());

    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void savingAndDoublesChangeNothingAndFactsAreNumbered(long seed) {
    List<Finding> plain = walk(seed, 0);
    assertThat(walk(seed, 1)).isEqualTo(plain);
    assertThat(plain).isNotEmpty();
    plain.stream()
        .collect(java.util.stream.Collectors.groupingBy(Finding::id))
        .values()
        .forEach(
            facts ->
                assertThat(facts.stream().map(Finding::fact).toList())
                    .isEqualTo(IntStream.range(0, facts.size()).boxed().toList()));
  }

  private List<Finding> walk(long seed, int disturbances) {
    Random random = new Random(seed);
    bench = new Bench(plan(1, drain(), sump(), rain(RainRule.Report.AMOUNT), pond()));
    told.clear();
    double inflow = 240;
    double level = 2;
    for (int second = 0; second < 8_000; second += 10) {
      inflow = Math.max(0, inflow + 10 * random.nextGaussian());
      level = Math.max(0, level + (inflow - 240) * 1e-5);
      if (random.nextInt(30) > 0) {
        sees(second, "Q", inflow);
        sees(second, "P1", random.nextInt(2));
        sees(second, "L", level);
        sees(second, "R", random.nextInt(50) == 0 ? 1 : 0);
        sees(second, "B" + (1 + random.nextInt(4)), 40 + random.nextInt(130));
      }
      time(second + 5);
      for (int i = 0; i < disturbances; i++) {
        bench.readings(
            Bench.batch("Q", 900, "", Bench.millis(second - 10), Quality.GOOD), second + 5, 0);
        bench.memory = ListTape.copy(bench.memory);
      }
    }
    return List.copyOf(told);
  }
}
