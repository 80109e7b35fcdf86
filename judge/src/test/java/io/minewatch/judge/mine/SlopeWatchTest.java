package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.UnknownPoint;
import io.minewatch.domain.feed.UnknownPoint.Why;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.AppraisalRule;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.plan.VelocityRule;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slope points through the judge of the mine: one reading a day, steady at 1 mm a day. */
class SlopeWatchTest {
  private static final int DAY = 86_400;
  private static final double NOISE = 0.05;

  private final List<Finding> told = new ArrayList<>();
  private Bench bench = new Bench(plan(1, 1.0));

  private static SlopeRule rule(@Nullable Double steady) {
    return new SlopeRule(
        "slope",
        "边坡",
        "slope",
        new SlopeRule.Smoothing(1, 5, 15, NOISE, 3, 1, 2),
        steady,
        new SlopeRule.Learning(1.5, 2),
        new SlopeRule.Angles(45, 2, 80, 85),
        new SlopeRule.Forecast(0.9, 8, 5, 1.5, 2.2, 2),
        new SlopeRule.Colours(Severity.YELLOW, Severity.ORANGE, Duration.ofDays(5), Severity.RED),
        Duration.ofDays(30),
        Duration.ofDays(2),
        Plans.SOURCE);
  }

  private static PointPlan point(String... rules) {
    return new PointPlan(
        new PointId("GP-01"),
        new ZoneId("surface"),
        Measure.DISPLACEMENT,
        "位移",
        "displacement",
        "",
        Duration.ofDays(1),
        List.of(rules));
  }

  static Plan plan(long version, @Nullable Double steady, Rule... more) {
    List<Rule> rules = new ArrayList<>(List.of(more));
    rules.add(rule(steady));
    List<String> ids = new ArrayList<>(List.of("slope"));
    for (Rule each : more) {
      if (each instanceof VelocityRule) {
        ids.add(each.id());
      }
    }
    return Plans.plan(version, List.of(point(ids.toArray(String[]::new))), rules);
  }

  private void reading(int day, double millimetres) {
    reading(day, millimetres, Quality.GOOD);
  }

  private void reading(int day, double millimetres, Quality quality) {
    int second = day * DAY;
    bench.readings(
        Bench.batch("GP-01", millimetres, "mm", Bench.millis(second), quality), second, day);
    told.addAll(bench.last.findings());
    time(second + 60);
  }

  private void time(int second) {
    bench.timeIs(second);
    told.addAll(bench.last.findings());
  }

  private void course(int from, int to, IntToDoubleFunction millimetres) {
    for (int day = from; day < to; day++) {
      reading(day, millimetres.applyAsDouble(day));
    }
  }

  private List<Finding> ofPoint() {
    return told.stream().filter(f -> f.subject().kind() == Subject.Kind.POINT).toList();
  }

  private List<FindingKind> kinds() {
    return ofPoint().stream().map(Finding::kind).toList();
  }

  @ParameterizedTest(name = "{0} mm a day against a steady 1 mm is {1}")
  @CsvSource({
    "0.0, NONE",
    "0.90, NONE",
    "0.94, BLUE",
    "0.99, BLUE",
    "1.01, YELLOW",
    "-0.99, BLUE",
    "-1.10, YELLOW",
    "-11.5, RED",
    "1.10, YELLOW",
    "5.60, YELLOW",
    "5.70, ORANGE",
    "11.3, ORANGE",
    "11.5, RED"
  })
  void theColourIsThatOfTheTangentialAngle(double velocity, String expected) {
    course(0, 30, day -> velocity * day);

    if (expected.equals("NONE")) {
      assertThat(ofPoint()).isEmpty();
    } else {
      Finding opened = ofPoint().get(0);
      assertThat(opened.severity()).isEqualTo(Severity.valueOf(expected));
      assertThat(opened.check()).isEqualTo(Check.SLOPE);
      assertThat(opened.value())
          .isCloseTo(Math.abs(velocity), org.assertj.core.data.Offset.offset(1e-6));
      assertThat(opened.unit()).isEqualTo("mm/d");
      assertThat(opened.detail()).containsKeys("stage", "band", "angle", "signedVelocity");
    }
  }

  /** Steady at 0.5 mm a day for 30 days, then by Voight's law with the exponent 2 to fail. */
  private static double failing(int day, int failsAfter) {
    double since = day - 30.0;
    return since < 0 ? 0.5 * day : 15 - 0.5 * failsAfter * Math.log(1 - since / failsAfter);
  }

  @Test
  void aFailureTimeIsToldWithItsIntervalAndToldAgainAsItNears() {
    course(0, 68, day -> failing(day, 40));

    List<Finding> with =
        ofPoint().stream().filter(f -> f.detail().containsKey("failureLikely")).toList();
    assertThat(with).hasSizeGreaterThan(1);
    Instant fails = Bench.instant(70 * DAY);
    for (Finding each : with) {
      assertThat(each.detail()).containsEntry("outlook", "FORECAST");
      assertThat(Instant.parse(each.detail().get("failureEarliest"))).isBeforeOrEqualTo(fails);
      assertThat(Instant.parse(each.detail().get("failureLatest"))).isAfterOrEqualTo(fails);
      assertThat(each.detail()).containsEntry("coverage", "0.90");
    }
    assertThat(with.get(with.size() - 1).severity()).isEqualTo(Severity.RED);
    assertThat(kinds()).doesNotContain(FindingKind.LOWERED, FindingKind.CLEARED);
  }

  @Test
  void aForecastIsTakenBackWhenTheSlopeSlowsAndTheRecordSaysSo() {
    course(0, 60, day -> failing(day, 40));
    assertThat(ofPoint()).anyMatch(f -> "FORECAST".equals(f.detail().get("outlook")));
    double reached = failing(59, 40);
    course(60, 100, day -> reached + 0.3 * (day - 59));

    Finding lowered =
        ofPoint().stream().filter(f -> f.kind() == FindingKind.LOWERED).findFirst().orElseThrow();
    assertThat(lowered.detail())
        .containsEntry("outlook", "WITHDRAWN")
        .doesNotContainKey("failureLikely");
    List<FindingKind> kinds = kinds();
    assertThat(kinds.get(kinds.size() - 1)).isEqualTo(FindingKind.CLEARED);
    assertThat(kinds.indexOf(FindingKind.LOWERED)).isLessThan(kinds.size() - 1);
    assertThat(ofPoint()).extracting(Finding::id).containsOnly(ofPoint().get(0).id());
    assertThat(ofPoint().stream().map(Finding::fact).toList())
        .isEqualTo(java.util.stream.IntStream.range(0, kinds.size()).boxed().toList());
  }

  @Test
  void whatIsNotKnownIsAFindingOfItsOwnAndNeverGreen() {
    bench = new Bench(plan(1, null));
    time(0);
    time(30 * DAY - 1);
    assertThat(told).isEmpty();

    time(30 * DAY);
    Finding unknown = told.get(0);
    assertThat(unknown.subject().toString()).isEqualTo("condition/GP-01");
    assertThat(unknown.severity()).isEqualTo(Severity.BLUE);
    assertThat(unknown.value()).isNull();
    assertThat(unknown.detail()).containsEntry("stage", "UNKNOWN");

    course(31, 70, day -> 0.1 * day);
    assertThat(told).extracting(Finding::kind).endsWith(FindingKind.CLEARED);
    assertThat(ofPoint()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsToldInTheSummaryOfTheMineFromTheFirstDay() {
    bench = new Bench(plan(1, null));
    reading(0, 0);
    assertThat(unknown()).containsExactly(why(Why.WARM_UP));
    course(1, 20, day -> 0.2 * day);
    assertThat(unknown()).containsExactly(why(Why.WARM_UP));

    course(20, 25, day -> 0.2 * day);
    assertThat(unknown()).isEmpty();
    bench.memory = ListTape.copy(bench.memory);
    assertThat(unknown()).isEmpty();

    reading(25, 5, Quality.SENSOR_FAULT);
    assertThat(unknown()).containsExactly(why(Why.UNSEEN));
    bench.memory = ListTape.copy(bench.memory);
    assertThat(unknown()).containsExactly(why(Why.UNSEEN));
  }

  @Test
  void aSlopeWhoseHighAngleNoiseAloneCouldMakeIsUnclear() {
    bench = new Bench(plan(1, 1.0));
    Random random = new Random(5);
    List<UnknownPoint> all = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      reading(day, 8.0 * day + 40 * random.nextGaussian());
      all.addAll(unknown());
    }

    assertThat(all).contains(why(Why.UNCLEAR));
  }

  @Test
  void aSettlementThatFailsTowardsMinusGetsTheSameForecasts() {
    course(0, 68, day -> -failing(day, 40));

    assertThat(ofPoint()).anyMatch(f -> f.detail().containsKey("failureLikely"));
    assertThat(ofPoint().get(ofPoint().size() - 1).severity()).isEqualTo(Severity.RED);
  }

  /** Three axes, none of which moves as fast as what they make together. */
  @ParameterizedTest(name = "{0}, {1} and {2} mm a day: {3}")
  @CsvSource({
    "0.7, 0.7, 0.7, YELLOW",
    "-0.7, 0.7, -0.7, YELLOW",
    "0.55, 0.55, 0.55, BLUE",
    "0, 0, -0.95, BLUE",
    "-8, 8, 4, RED",
    "0.2, 0.2, 0.2, NONE"
  })
  void theAxesOfAnInstrumentAreJudgedTogether(double x, double y, double z, String expected) {
    bench = new Bench(ofThreeAxes());
    for (int day = 0; day < 30; day++) {
      axes(day, new double[] {x * day, y * day, z * day});
      bench.memory = ListTape.copy(bench.memory);
    }
    List<Finding> its = resultant();
    assertThat(its.isEmpty() ? "NONE" : its.get(0).severity().name()).isEqualTo(expected);
  }

  @Test
  void anInstantOfWhichAnAxisSaysNothingDoesNotCountAndADarkAxisIsUnknown() {
    bench = new Bench(ofThreeAxes());
    for (int day = 0; day < 30; day++) {
      axes(day, new double[] {0.7 * day, 0.7 * day, 0.7 * day});
    }
    told.clear();
    for (int day = 30; day < 40; day++) {
      axes(day, new double[] {0.7 * day, 0.7 * day});
    }
    assertThat(resultant()).extracting(Finding::kind).containsExactly(FindingKind.BLIND);
  }

  private static Plan ofThreeAxes() {
    SlopeRule one = rule(1.0);
    SlopeRule rule =
        new SlopeRule(
            one.id(),
            one.name(),
            one.nameEnglish(),
            one.smoothing(),
            one.steady(),
            one.learning(),
            one.angles(),
            one.forecast(),
            one.colours(),
            one.unknownAfter(),
            one.clearAfter(),
            List.of(
                new SlopeRule.Resultant(
                    "G1", List.of(new PointId("GP-0"), new PointId("GP-1"), new PointId("GP-2")))),
            one.source());
    List<PointPlan> points = new ArrayList<>();
    for (int axis = 0; axis < 3; axis++) {
      points.add(
          new PointPlan(
              new PointId("GP-" + axis),
              new ZoneId("surface"),
              Measure.DISPLACEMENT,
              "位移",
              "displacement",
              "",
              Duration.ofDays(1),
              List.of("slope")));
    }
    return Plans.plan(1, points, List.of(rule));
  }

  private void axes(int day, double[] millimetres) {
    int second = day * DAY;
    ReadingBatch batch = new ReadingBatch();
    for (int axis = 0; axis < millimetres.length; axis++) {
      batch.add("GP-" + axis, millimetres[axis], "mm", Bench.millis(second), Quality.GOOD);
    }
    bench.readings(batch, second, day);
    told.addAll(bench.last.findings());
    time(second + 60);
  }

  private List<Finding> resultant() {
    return told.stream()
        .filter(f -> f.subject().toString().equals("condition/G1.resultant"))
        .toList();
  }

  private List<UnknownPoint> unknown() {
    return bench.last.summary().unknown();
  }

  private static UnknownPoint why(Why why) {
    return new UnknownPoint(new PointId("GP-01"), why);
  }

  @Test
  void aDarkPointHoldsItsColourAndRisesOneLevel() {
    course(0, 30, day -> 2.0 * day);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);
    assertThat(ofPoint().get(0).severity()).isEqualTo(Severity.YELLOW);

    time(33 * DAY);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(ofPoint().get(1).severity()).isEqualTo(Severity.ORANGE);

    reading(34, 68);
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND, FindingKind.SEEN);
    assertThat(ofPoint().get(2).severity()).isEqualTo(Severity.YELLOW);
  }

  @ParameterizedTest
  @CsvSource({"SENSOR_FAULT, BLIND", "CALIBRATION, OPENED", "SUSPECT, OPENED", "OVER_RANGE, BLIND"})
  void aReadingThatIsNoMeasurementNeverClears(Quality quality, FindingKind last) {
    course(0, 30, day -> 2.0 * day);
    reading(30, 0, quality);

    assertThat(kinds()).last().isEqualTo(last);
  }

  /** What sends the same number for ever does not stand still: how fast it moves nobody knows. */
  @ParameterizedTest(name = "{0} mm, of a sensor up to {1} mm")
  @CsvSource({"0, 1e300", "58, 1e300", "NaN, 1e300", "9999, 1e300", "0, 60", "60, 60", "61, 60"})
  void aSlopeBeyondTheRangeOfItsSensorIsNeverCalm(double sent, double highest) {
    bench =
        new Bench(Plans.plan(1, List.of(Plans.upTo(highest, point("slope"))), List.of(rule(1.0))));
    course(0, 30, day -> 2.0 * day);
    assertThat(kinds()).containsExactly(FindingKind.OPENED);

    for (int day = 30; day < 90; day++) {
      reading(day, sent, Quality.OVER_RANGE);
    }
    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
    assertThat(ofPoint().get(1).value()).isNull();
    assertThat(told)
        .filteredOn(f -> f.subject().toString().equals("condition/GP-01"))
        .extracting(Finding::kind)
        .as("that nothing is known is itself told")
        .containsExactly(FindingKind.OPENED);
  }

  @Test
  void velocitiesOfTheAppraisalHaveColoursOfTheirOwn() {
    VelocityRule appraised =
        new VelocityRule(
            "appraised",
            "鉴定",
            "appraised",
            List.of(
                new VelocityRule.Step(3, Severity.YELLOW), new VelocityRule.Step(9, Severity.RED)),
            Duration.ofDays(2),
            Plans.SOURCE);
    bench = new Bench(plan(1, 1000.0, appraised));
    course(0, 30, day -> 2.9 * day);
    assertThat(ofPoint()).isEmpty();

    course(30, 60, day -> 87 + 3.1 * (day - 30));
    List<Finding> its = ofPoint().stream().filter(f -> f.rule().equals("appraised")).toList();
    assertThat(its).singleElement().satisfies(f -> assertThat(f.limit()).isEqualTo(3));

    course(60, 80, day -> 180 + 10.0 * (day - 60));
    its = ofPoint().stream().filter(f -> f.rule().equals("appraised")).toList();
    assertThat(its).extracting(Finding::severity).containsExactly(Severity.YELLOW, Severity.RED);
  }

  @Test
  void anAppraisalThatGrowsTooOldIsFoundAndANewOneEndsIt() {
    bench = new Bench(plan(1, 1.0, appraisal(Bench.instant(0))));
    time(182 * DAY - 1);
    assertThat(told).noneMatch(f -> f.rule().equals("appraisal"));
    time(182 * DAY);
    assertThat(told)
        .filteredOn(f -> f.rule().equals("appraisal"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.onset()).isEqualTo(Bench.instant(182 * DAY));
              assertThat(f.value()).isEqualTo(182);
              assertThat(f.detail()).containsEntry("appraisedBy", "institute");
            });

    bench.plan(183 * DAY, plan(2, 1.0, appraisal(Bench.instant(183 * DAY))));
    time(183 * DAY);
    assertThat(told)
        .filteredOn(f -> f.rule().equals("appraisal"))
        .extracting(Finding::kind)
        .containsExactly(FindingKind.OPENED, FindingKind.CLEARED);
  }

  @Test
  void aSlopeThatNobodyAppraisedIsFoundAtOnce() {
    bench = new Bench(plan(1, 1.0, appraisal(null)));
    time(0);

    assertThat(told).extracting(Finding::rule).contains("appraisal");
    assertThat(told.get(0).value()).isNull();
  }

  static AppraisalRule appraisal(@Nullable Instant at) {
    return new AppraisalRule(
        "appraisal",
        "鉴定",
        "appraisal",
        "portal",
        new ZoneId("surface"),
        at,
        "institute",
        Duration.ofDays(182),
        Severity.BLUE,
        Plans.SOURCE);
  }

  @Test
  void aNewPlanGoesOnWhereTheOldOneWasAndANewAppraisalCountsAtOnce() {
    course(0, 30, day -> 2.0 * day);
    bench.plan(29 * DAY + 100, plan(2, 0.3));
    reading(30, 60);

    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.RAISED);
    assertThat(ofPoint().get(1).planVersion()).isEqualTo(2);
  }

  @Test
  void whatAPlanNoLongerWatchesEndsBlind() {
    course(0, 30, day -> 2.0 * day);
    bench.plan(29 * DAY + 100, Plans.plan(2, List.of(point()), List.of()));
    told.addAll(bench.last.findings());

    assertThat(kinds()).containsExactly(FindingKind.OPENED, FindingKind.BLIND);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void savingAndDoublesChangeNothing(long seed) {
    List<Finding> plain = walk(seed, false);
    assertThat(walk(seed, true)).isEqualTo(plain);
    assertThat(plain).isNotEmpty();
  }

  private List<Finding> walk(long seed, boolean disturbed) {
    Random random = new Random(seed);
    bench = new Bench(plan(1, 1.0));
    told.clear();
    double place = 0;
    double velocity = 1;
    for (int day = 0; day < 200; day++) {
      velocity = Math.max(0, velocity + 0.4 * random.nextGaussian());
      place += velocity;
      if (random.nextInt(10) > 0) {
        reading(day, place + NOISE * random.nextGaussian());
        if (disturbed) {
          int second = day * DAY + 61;
          bench.readings(
              Bench.batch("GP-01", 0, "mm", Bench.millis(day * DAY), Quality.GOOD), second, day);
          bench.memory = ListTape.copy(bench.memory);
        }
      } else {
        time(day * DAY + 60);
      }
    }
    return List.copyOf(told);
  }
}
