package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.InterlockRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.Sensor;
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

/** Interlocks through the judge of the mine: grace 40 s, over after 30 s. */
class InterlockWatchTest {
  private final List<Finding> told = new ArrayList<>();
  private long number;
  private Bench bench = new Bench(plan(1, InterlockRule.Type.FEED_LIVE));

  private static InterlockRule rule(InterlockRule.Type type) {
    boolean feed = type == InterlockRule.Type.FEED_LIVE || type == InterlockRule.Type.FEED_DEAD;
    boolean fan = type == InterlockRule.Type.FAN_STOPPED;
    String[] points =
        type == InterlockRule.Type.WIND_REVERSED ? new String[] {"V"} : new String[] {"A", "B"};
    return new InterlockRule(
        "lock",
        type,
        "闭锁",
        "lock",
        "l-1",
        new ZoneId("face"),
        Stream.of(points)
            .limit(feed ? 1 : 2)
            .map(point -> new InterlockRule.Switch(new PointId(point), 1))
            .toList(),
        feed || fan ? List.of(new PointId("T")) : List.of(),
        fan ? List.of(new ZoneId("face")) : List.of(),
        Severity.ORANGE,
        Severity.RED,
        Duration.ofSeconds(40),
        Duration.ofSeconds(30),
        Plans.SOURCE);
  }

  static Plan plan(long version, InterlockRule.Type... types) {
    List<Rule> rules = new ArrayList<>(List.of(Plans.rule("r", 0, 0)));
    Stream.of(types).map(InterlockWatchTest::rule).forEach(rules::add);
    PointPlan wind =
        new PointPlan(
            new PointId("V"),
            new ZoneId("face"),
            Measure.AIR_SPEED,
            "风速",
            "wind",
            "",
            Duration.ofSeconds(10),
            List.of(),
            new Sensor("", Sensor.Reporting.PERIODIC, 0.1, -15, 15));
    return Plans.plan(
        version,
        List.of(
            Plans.point("T", Measure.METHANE, "r"),
            Plans.point("A", Measure.SWITCH),
            Plans.point("B", Measure.SWITCH),
            wind),
        rules);
  }

  private void start(InterlockRule.Type type) {
    bench = new Bench(plan(1, type));
  }

  private void sees(int second, String point, double value) {
    sees(second, point, value, Quality.GOOD);
  }

  private void sees(int second, String point, double value, Quality quality) {
    bench.readings(Bench.batch(point, value, "", Bench.millis(second), quality), second, number++);
    keep();
  }

  private void time(int second) {
    bench.timeIs(second);
    keep();
  }

  private void keep() {
    bench.last.findings().stream().filter(f -> f.check() == Check.INTERLOCK).forEach(told::add);
  }

  private List<FindingKind> kinds() {
    return told.stream().map(Finding::kind).toList();
  }

  @Test
  void aFeedThatStaysLiveAfterACutIsOfTheFirstRankWhenItsGraceIsOver() {
    sees(0, "A", 1);
    sees(0, "T", 1.49);
    time(60);
    assertThat(told).isEmpty();

    sees(61, "T", 1.5);
    sees(71, "A", 1);
    time(100);
    assertThat(told).isEmpty();
    time(101);

    Finding found = told.get(0);
    assertThat(found.kind()).isEqualTo(FindingKind.OPENED);
    assertThat(found.subject().toString()).isEqualTo("condition/l-1");
    assertThat(found.onset()).isEqualTo(Bench.instant(61));
    assertThat(found.value()).isEqualTo(1.5);
    assertThat(found.limit()).isEqualTo(1.5);
    assertThat(found.detail()).containsEntry("rank", "FIRST").containsEntry("live", "A");
    assertThat(found.hazard()).isEqualTo(Hazard.GAS);
  }

  @ParameterizedTest(name = "methane {0} after a cut, feed {1}: found {2}")
  @CsvSource({"1.01, 1, true", "1.00, 1, true", "0.99, 1, false", "1.01, 0, false"})
  void aCutIsInForceUntilStrictlyBelowRestore(double methane, double feed, boolean found) {
    sees(0, "A", 0);
    sees(0, "T", 1.6);
    sees(10, "T", methane);
    sees(11, "A", feed);
    sees(52, "A", feed);

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void aCutThatWorksIsNoFindingAndOneThatComesLateEndsIt() {
    sees(0, "A", 1);
    sees(0, "T", 1.6);
    sees(39, "A", 0);
    sees(60, "T", 1.6);
    assertThat(told).isEmpty();

    sees(100, "A", 1);
    sees(140, "A", 1);
    sees(150, "A", 0);
    sees(179, "A", 0);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    sees(180, "A", 0);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void aDarkFeedInACutIsBlindAndADarkSensorTakesNoCutBack() {
    sees(0, "A", 1);
    sees(0, "T", 1.6);
    sees(45, "A", 1);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    time(106);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(told.get(1).severity()).isEqualTo(Severity.RED);

    sees(110, "A", 1);
    assertThat(kinds()).endsWith(FindingKind.SEEN);
  }

  @ParameterizedTest(name = "methane {0} {1}, feed dead: found {2}")
  @CsvSource({
    "0.5, GOOD, true",
    "1.5, GOOD, false",
    "1.2, CALIBRATION, false",
    "0.5, SENSOR_FAULT, false"
  })
  void aDeadFeedWantsACause(double methane, Quality quality, boolean found) {
    start(InterlockRule.Type.FEED_DEAD);
    sees(0, "A", 0);
    sees(1, "T", methane, quality);
    sees(41, "A", 0);

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void aFanThatStopsIsWorseWithGasOrPeopleBehindIt() {
    start(InterlockRule.Type.FAN_STOPPED);
    sees(0, "A", 0);
    sees(0, "B", 1);
    sees(0, "T", 0.3);
    time(60);
    assertThat(told).isEmpty();

    sees(61, "B", 0);
    sees(101, "B", 0);
    assertThat(told).extracting(Finding::severity).containsExactly(Severity.ORANGE);
    assertThat(told.get(0).hazard()).isEqualTo(Hazard.VENTILATION);

    bench.fix(105, "c-1", "face");
    keep();
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.RAISED);
    assertThat(told.get(1).detail()).containsEntry("peopleBehind", "1");
    assertThat(told.get(1).severity()).isEqualTo(Severity.RED);
  }

  @Test
  void gasBehindAStandingFanMakesItWorse() {
    start(InterlockRule.Type.FAN_STOPPED);
    sees(0, "A", 0);
    sees(0, "B", 0);
    sees(40, "T", 0.99);
    sees(50, "T", 1.0);

    assertThat(told).extracting(Finding::severity).containsExactly(Severity.ORANGE, Severity.RED);
    assertThat(told.get(1).detail()).containsEntry("gasBehind", "YES");
  }

  @ParameterizedTest(name = "{0} with {1} and {2} is {3}")
  @CsvSource({
    "DOORS_OPEN, 1, 1, ORANGE",
    "DOORS_OPEN, 1, 0, NONE",
    "DOORS_OPEN, 0, 0, NONE",
    "SUPPLY_LOST, 1, 1, NONE",
    "SUPPLY_LOST, 1, 0, ORANGE",
    "SUPPLY_LOST, 0, 0, RED",
    "MAIN_FAN_STOPPED, 0, 0, ORANGE",
    "MAIN_FAN_STOPPED, 1, 0, NONE",
    "DUCT_WITHOUT_AIR, 0, 0, ORANGE"
  })
  void twoSwitchesMakeAnInterlock(InterlockRule.Type type, double a, double b, String expected) {
    start(type);
    sees(0, "A", a);
    sees(0, "B", b);
    sees(39, "A", a);
    sees(39, "B", b);
    assertThat(told).isEmpty();
    sees(40, "A", a);
    sees(40, "B", b);

    assertThat(told.stream().map(f -> f.severity().name()).toList())
        .isEqualTo(expected.equals("NONE") ? List.of() : List.of(expected));
  }

  @ParameterizedTest(name = "air at {0} m/s is found: {1}")
  @CsvSource({"0.5, false", "0, false", "-0.1, false", "-0.11, true"})
  void airThatFlowsBackwardsIsFoundBeyondTheNoiseFloor(double speed, boolean found) {
    start(InterlockRule.Type.WIND_REVERSED);
    sees(0, "V", speed);
    sees(40, "V", speed);

    assertThat(!told.isEmpty()).isEqualTo(found);
  }

  @Test
  void aSwitchWiredTheOtherWayRoundIsReadSo() {
    InterlockRule doors = rule(InterlockRule.Type.DOORS_OPEN);
    List<InterlockRule.Switch> inverted =
        doors.switches().stream().map(s -> new InterlockRule.Switch(s.point(), 0)).toList();
    InterlockRule rule =
        new InterlockRule(
            doors.id(),
            doors.type(),
            "",
            "",
            doors.subject(),
            doors.zone(),
            inverted,
            List.of(),
            List.of(),
            Severity.ORANGE,
            Severity.ORANGE,
            Duration.ZERO,
            Duration.ZERO,
            Plans.SOURCE);
    Plan plan =
        Plans.plan(
            1,
            List.of(Plans.point("A", Measure.SWITCH), Plans.point("B", Measure.SWITCH)),
            List.of(rule));
    bench = new Bench(plan);
    sees(0, "A", 0);
    sees(0, "B", 0);

    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    sees(1, "A", 1);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void anInterlockThatIsTakenOutOfThePlanEndsBlindAndOneThatStaysGoesOn() {
    sees(0, "A", 1);
    sees(0, "T", 1.6);
    sees(40, "A", 1);
    bench.plan(50, plan(2, InterlockRule.Type.FEED_LIVE));
    sees(51, "A", 1);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);

    bench.plan(60, plan(3));
    keep();
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
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

  /** Some of the times. */
  private static boolean sometimes(int second) {
    return second % 7 == 0 && second > 0;
  }

  private List<Finding> walk(long seed, int disturbances) {
    Random random = new Random(seed);
    start(InterlockRule.Type.FEED_LIVE);
    told.clear();
    double methane = 1;
    for (int second = 0; second < 6_000; second += 10) {
      methane = Math.max(0, Math.min(3, methane + 0.2 * random.nextGaussian()));
      double feed = random.nextInt(4) > 0 ? 1 : 0;
      if (random.nextInt(20) > 0) {
        sees(second, "T", methane);
        sees(second, "A", feed);
      }
      time(second + 5);
      for (int i = 0; i < disturbances; i++) {
        if (sometimes(second)) {
          bench.readings(
              Bench.batch("T", 5, "", Bench.millis(second - 10), Quality.GOOD), second + 5, 0);
        }
        bench.memory = ListTape.copy(bench.memory);
      }
    }
    return List.copyOf(told);
  }
}
