package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.DrainRule;
import io.minewatch.domain.plan.LevelRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.PondRule;
import io.minewatch.domain.plan.RainRule;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.TailingsItem;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pumps, sump, rain and ponds through the judge of the mine. */
class WaterWatchTest {
  private static final ZoneId FACE = new ZoneId("face");
  private final List<Finding> told = new ArrayList<>();
  private long number;
  private Bench bench = new Bench(plan(1, drain()));

  /** Working 300, standby 210 m3/h; normal inflow 200. */
  static DrainRule drain() {
    return new DrainRule(
        "drain",
        "排水",
        "drainage",
        "central",
        FACE,
        new PointId("Q"),
        200.0,
        List.of(
            new DrainRule.Pump(new PointId("P1"), 300, DrainRule.Duty.WORKING),
            new DrainRule.Pump(new PointId("P2"), 210, DrainRule.Duty.STANDBY),
            new DrainRule.Pump(new PointId("P3"), 210, DrainRule.Duty.MAINTENANCE)),
        20.0 / 24,
        new DrainRule.Colours(Severity.YELLOW, Severity.ORANGE, Severity.RED),
        List.of(new DrainRule.Grade("SMALL", 30), new DrainRule.Grade("MEDIUM", 60)),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static LevelRule sump() {
    return new LevelRule(
        "sump",
        "水仓",
        "sump",
        FACE,
        new PointId("L"),
        4,
        List.of(
            new LevelRule.Step(4, Severity.YELLOW),
            new LevelRule.Step(1, Severity.ORANGE),
            new LevelRule.Step(0, Severity.RED)),
        Duration.ofMinutes(10),
        0.001,
        3,
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static RainRule rain(RainRule.Report report) {
    return new RainRule(
        "rain",
        "降雨",
        "rain",
        FACE,
        new PointId("R"),
        report,
        50,
        Duration.ofHours(24),
        Severity.RED,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static PondRule pond() {
    return new PondRule(
        "pond",
        "尾矿库",
        "pond",
        "p-1",
        FACE,
        Stream.of("B1", "B2", "B3", "B4")
            .map(
                id ->
                    new PondRule.Levels(
                        new PointId(id), TailingsItem.BEACH_LENGTH, 150, 100, 70, 50))
            .toList(),
        new PondRule.Counts(4, 3, 2, 4),
        Duration.ZERO,
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static Plan plan(long version, Rule... rules) {
    return Plans.plan(version, points(), List.of(rules));
  }

  /** Sensors of which nothing is told but their upper end. */
  private static Plan upTo(double highest, Rule... rules) {
    List<PointPlan> points = points().stream().map(each -> Plans.upTo(highest, each)).toList();
    return Plans.plan(1, points, List.of(rules));
  }

  private static List<PointPlan> points() {
    List<PointPlan> points = new ArrayList<>();
    points.add(Plans.point("Q", Measure.INFLOW));
    points.add(Plans.point("L", Measure.WATER_LEVEL));
    points.add(Plans.point("R", Measure.RAINFALL));
    List.of("P1", "P2", "P3").forEach(id -> points.add(Plans.point(id, Measure.SWITCH)));
    List.of("B1", "B2", "B3", "B4")
        .forEach(id -> points.add(Plans.point(id, Measure.BEACH_LENGTH)));
    return points;
  }

  private void sees(int second, String point, double value) {
    sees(second, point, value, Quality.GOOD);
  }

  private void sees(int second, String point, double value, Quality quality) {
    bench.readings(Bench.batch(point, value, "", Bench.millis(second), quality), second, number++);
    told.addAll(bench.last.findings());
  }

  private void time(int second) {
    bench.timeIs(second);
    told.addAll(bench.last.findings());
  }

  private List<FindingKind> kinds() {
    return told.stream().map(Finding::kind).toList();
  }

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

  @ParameterizedTest(name = "{0} reports of {1} mm: found {2}")
  @CsvSource({
    "50, 1, false", // exactly 50 mm is not more than 50
    "51, 1, true",
    "49, 1, false"
  })
  void rainIsSummedUp(int reports, double each, boolean found) {
    bench = new Bench(plan(1, rain(RainRule.Report.AMOUNT)));
    for (int i = 0; i < reports; i++) {
      sees(10 * i, "R", each);
    }

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void aCounterCountsWhatFellWhileNobodyListenedAndBeginsAgain() {
    bench = new Bench(plan(1, rain(RainRule.Report.TOTAL)));
    sees(0, "R", 700);
    sees(10, "R", 720);
    sees(3_600, "R", 5);
    sees(3_610, "R", 30);
    assertThat(told).isEmpty();
    sees(3_620, "R", 30.5);

    assertThat(told).singleElement().satisfies(f -> assertThat(f.value()).isEqualTo(50.5));
  }

  /** Of a counter that is over its range nobody knows what falls. */
  @ParameterizedTest(name = "counter at {0} mm")
  @ValueSource(doubles = {0, 800, Double.NaN})
  void rainOfACounterBeyondItsRangeIsNotOver(double sent) {
    bench = new Bench(upTo(800, rain(RainRule.Report.TOTAL)));
    sees(0, "R", 700);
    sees(10, "R", 760);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    for (int second = 20; second <= 30 * 3_600; second += 50) {
      sees(second, "R", sent, Quality.OVER_RANGE);
    }
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void rainOfTheLastHourIsNotCountedTwice() {
    bench = new Bench(plan(1, rain(RainRule.Report.HOUR)));
    for (int second = 0; second <= 4 * 3_600; second += 30) {
      sees(second, "R", 10);
    }
    assertThat(told).isEmpty();
    for (int second = 4 * 3_600; second <= 5 * 3_600; second += 30) {
      sees(second + 30, "R", 10);
    }
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
  }

  @Test
  void rainEndsWhenItIsADayOldAndNotWhileADayWasPartlyUnheard() {
    bench = new Bench(plan(1, rain(RainRule.Report.AMOUNT)));
    sees(0, "R", 51);
    for (int second = 600; second <= 25 * 3_600; second += 600) {
      time(second - 1);
      sees(second, "R", 0);
      sees(second + 30, "R", 0);
    }
    assertThat(kinds()).startsWith(FindingKind.OPENED).doesNotContain(FindingKind.CLEARED);

    for (int second = 25 * 3_600 + 40; second <= 50 * 3_600; second += 50) {
      sees(second, "R", 0);
    }
    assertThat(kinds()).endsWith(FindingKind.CLEARED);
  }

  @Test
  void aShortBeachIsFoundAndFourBlueOnesMakeTheItemYellow() {
    bench = new Bench(plan(1, pond()));
    sees(0, "B1", 150);
    sees(1, "B2", 150.1);
    assertThat(told).extracting(Finding::severity).containsExactly(Severity.BLUE);
    assertThat(told.get(0).subject().toString()).isEqualTo("B1");
    assertThat(told.get(0).detail()).containsEntry("item", "BEACH_LENGTH");

    sees(2, "B2", 140);
    sees(2, "B3", 140);
    assertThat(told).hasSize(3);
    sees(3, "B4", 140);
    assertThat(told).hasSize(5);
    Finding item = told.get(4);
    assertThat(item.subject().toString()).isEqualTo("condition/p-1.BEACH_LENGTH");
    assertThat(item.severity()).isEqualTo(Severity.YELLOW);
    assertThat(item.detail()).containsEntry("points", "4 BLUE");
    assertThat(item.check()).isEqualTo(Check.TAILINGS);
  }

  @ParameterizedTest(name = "{0} m at two points, {1} m at two: the item is {2}")
  @CsvSource({"100, 100, ORANGE", "100, 160, NONE", "70, 160, RED", "50, 50, NONE"})
  void coloursOfPointsMakeTheNextOneOfTheirItem(double two, double others, String expected) {
    bench = new Bench(plan(1, pond()));
    sees(0, "B1", two);
    sees(0, "B2", two);
    sees(0, "B3", others);
    sees(0, "B4", others);

    String item =
        told.stream()
            .filter(f -> f.subject().toString().startsWith("condition/"))
            .map(f -> f.severity().name())
            .reduce("NONE", (a, b) -> b);
    assertThat(item).isEqualTo(expected);
  }

  @Test
  void aDarkPointOfAPondKeepsItsColourInTheCount() {
    bench = new Bench(plan(1, pond()));
    for (String id : List.of("B1", "B2", "B3", "B4")) {
      sees(0, id, 140);
    }
    told.clear();
    for (int second = 10; second <= 100; second += 10) {
      for (String id : List.of("B2", "B3", "B4")) {
        sees(second, id, 140);
      }
      time(second + 1);
    }

    assertThat(told)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.kind()).isEqualTo(FindingKind.BLIND);
              assertThat(f.subject().toString()).isEqualTo("B1");
            });
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
