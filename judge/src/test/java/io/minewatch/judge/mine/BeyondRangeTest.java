package io.minewatch.judge.mine;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.CompoundRule;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reading from beyond an end of its sensor's range is judged by what it says, not its number. */
class BeyondRangeTest {
  private static final Sensor UP_TO_4 =
      new Sensor("", Sensor.Reporting.NOT_TOLD, 0, -Sensor.WIDEST, 4);

  private final Bench methane = new Bench(Plans.methane(1, 0, 0));

  private static LimitRule limit(String id, Measure measure, Side side, double... steps) {
    Severity[] colours = {Severity.YELLOW, Severity.RED};
    List<Step> ladder =
        Arrays.stream(steps)
            .mapToObj(at -> new Step(Step.Act.ALARM, at, colours[at == steps[0] ? 0 : 1]))
            .toList();
    return new LimitRule(
        id, measure, side, ladder, steps[0], Duration.ZERO, Duration.ZERO, "", Plans.SOURCE);
  }

  /** The point P under these limits. */
  private static Bench judged(Measure measure, Sensor sensor, LimitRule... limits) {
    String[] ids = Arrays.stream(limits).map(LimitRule::id).toArray(String[]::new);
    PointPlan plain = Plans.point("P", measure, ids);
    PointPlan point =
        new PointPlan(
            new PointId("P"),
            new ZoneId("face"),
            measure,
            plain.name(),
            plain.nameEnglish(),
            "",
            plain.period(),
            plain.rules(),
            sensor);
    return new Bench(Plans.plan(1, List.of(point), List.of(limits)));
  }

  private static List<FindingKind> says(Bench mine, int second, double value, Quality quality) {
    ReadingBatch batch = Bench.batch("P", value, "", Bench.millis(second), quality);
    return mine.readings(batch, second, second);
  }

  @ParameterizedTest(name = "{0} over range")
  @ValueSource(doubles = {0, -0.1, 1.6, 4, 9_999, Double.NaN, Double.POSITIVE_INFINITY})
  void methaneOverRangeReachesTheWorstStepWhateverNumberComesWithIt(double sent) {
    assertThat(methane.reading(0, "T0", sent, Quality.OVER_RANGE)).containsExactly(OPENED, RAISED);

    assertThat(methane.last.rejections()).isEmpty();
    Finding worst = methane.last.findings().get(1);
    assertThat(worst.severity()).isEqualTo(Severity.RED);
    assertThat(worst.quality()).isEqualTo(Quality.OVER_RANGE);
    assertThat(worst.value()).isGreaterThanOrEqualTo(1.5);
    assertThat(worst.peak()).isGreaterThanOrEqualTo(1.5);
  }

  @ParameterizedTest(name = "{0} over range")
  @ValueSource(doubles = {0, Double.NaN})
  void methaneOverRangeNeverClearsWhatIsOpen(double sent) {
    methane.reading(0, "T0", 1.7);
    for (int second = 10; second <= 100; second += 10) {
      assertThat(methane.reading(second, "T0", sent, Quality.OVER_RANGE)).isEmpty();
    }
    assertThat(methane.reading(110, "T0", 0.4)).containsExactly(CLEARED);
    assertThat(methane.last.findings().get(0).peak()).isEqualTo(1.7);
  }

  @Test
  void theUpperEndOfItsRangeIsTheLeastThatAnOverRangeReadingSays() {
    Bench mine = judged(Measure.METHANE, UP_TO_4, limit("r", Measure.METHANE, Side.HIGH, 1.0, 1.5));

    says(mine, 0, 0, Quality.OVER_RANGE);
    assertThat(mine.last.findings().get(1).value()).isEqualTo(4);
    says(mine, 10, 0.2, Quality.GOOD);
    says(mine, 20, 5.2, Quality.OVER_RANGE);
    assertThat(mine.last.findings().get(1).value()).isEqualTo(5.2);
  }

  @Test
  void theBacklogJudgesItAlike() {
    ReadingBatch batch =
        Bench.batch("T0", Double.NaN, "%CH4", Bench.millis(10), Quality.OVER_RANGE);
    MineJudge.onReadings(
        methane.memory,
        batch,
        methane.origin(3_600, 1, Lane.BACKFILL),
        new Moment(Bench.millis(3_600), Bench.START),
        methane.last);

    assertThat(methane.kinds()).containsExactly(OPENED, RAISED);
    assertThat(methane.last.rejections()).isEmpty();
  }

  @ParameterizedTest(name = "{0} over range")
  @ValueSource(doubles = {0, 10, 25, Double.NaN})
  void oxygenOverRangeNeitherOpensNorClears(double sent) {
    Bench mine = judged(Measure.OXYGEN, Sensor.NOT_TOLD, limit("o2", Measure.OXYGEN, Side.LOW, 20));
    says(mine, 0, 20.9, Quality.GOOD);
    assertThat(says(mine, 10, sent, Quality.OVER_RANGE)).isEmpty();
    assertThat(mine.last.rejections()).isEmpty();

    assertThat(says(mine, 20, 19, Quality.GOOD)).containsExactly(OPENED);
    for (int second = 30; second <= 60; second += 10) {
      assertThat(says(mine, second, sent, Quality.OVER_RANGE)).isEmpty();
    }
    assertThat(says(mine, 70, 20.9, Quality.GOOD)).containsExactly(CLEARED);
  }

  @ParameterizedTest(name = "{0} under range")
  @ValueSource(doubles = {-0.5, 0, 20.9, Double.NaN})
  void oxygenUnderRangeReachesTheWorstStepAndMethaneUnderRangeNone(double sent) {
    Bench mine =
        judged(Measure.OXYGEN, Sensor.NOT_TOLD, limit("o2", Measure.OXYGEN, Side.LOW, 20, 18));
    assertThat(says(mine, 0, sent, Quality.UNDER_RANGE)).containsExactly(OPENED, RAISED);
    assertThat(mine.last.findings().get(1).peak()).isLessThanOrEqualTo(18);

    assertThat(methane.reading(0, "T0", sent, Quality.UNDER_RANGE)).isEmpty();
    methane.reading(10, "T0", 1.2);
    assertThat(methane.reading(20, "T0", sent, Quality.UNDER_RANGE)).isEmpty();
    assertThat(methane.reading(30, "T0", Double.NaN, Quality.SENSOR_FAULT)).containsExactly(BLIND);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({"OVER_RANGE, 0, fast", "UNDER_RANGE, 3, slow"})
  void ofTwoLimitsOnlyTheOneOnTheSideOfThatEndIsReached(
      Quality quality, double sent, String reached) {
    Bench mine =
        judged(
            Measure.AIR_SPEED,
            Sensor.NOT_TOLD,
            limit("fast", Measure.AIR_SPEED, Side.HIGH, 4),
            limit("slow", Measure.AIR_SPEED, Side.LOW, 0.25));
    says(mine, 0, 1, Quality.GOOD);
    says(mine, 10, sent, quality);

    assertThat(mine.last.findings())
        .extracting(f -> f.rule() + " " + f.kind())
        .containsExactly(reached + " OPENED");
    assertThat(says(mine, 20, 1, Quality.GOOD)).containsExactly(CLEARED);
  }

  @ParameterizedTest(name = "{0} after {1} says {2}")
  @CsvSource({
    "0, NaN, NaN",
    "NaN, NaN, NaN",
    "3, NaN, 3",
    "0, 2.5, NaN",
    "NaN, 2.5, NaN",
    "2.5, 2.5, NaN",
    "3, 2.5, 3"
  })
  void whereNothingIsKnownOnlyANumberBeyondWhatWasMeasuredLastIsOne(
      double sent, double last, double says) {
    PlanIndex index = judged(Measure.METHANE, Sensor.NOT_TOLD).memory.index;
    assertThat(Beyond.seen(index, 0, sent, Quality.OVER_RANGE, last))
        .isEqualTo(Double.valueOf(says)); // as equals says of two that are no number
    assertThat(Beyond.seen(index, 0, sent, Quality.UNDER_RANGE, last)).isNaN();
    assertThat(Beyond.seen(index, 0, sent, Quality.CALIBRATION, last)).isNaN();

    PlanIndex ends = judged(Measure.METHANE, UP_TO_4).memory.index;
    assertThat(Beyond.seen(ends, 0, sent, Quality.OVER_RANGE, last)).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0} over range")
  @ValueSource(doubles = {0, 2.5, Double.NaN})
  void whereNothingIsKnownItIsNoMeasurementAndBlindsWhatIsJudgedByIt(double sent) {
    CompoundRule own =
        new CompoundRule(
            "own",
            "综合",
            "own",
            "heading",
            new ZoneId("face"),
            List.of(new CompoundRule.Operand("gas", new PointId("P"), "")),
            "gas >= 2 && gas < 3",
            Severity.ORANGE,
            Duration.ZERO,
            Duration.ZERO,
            Plans.SOURCE);
    PointPlan point = Plans.point("P", Measure.METHANE);
    Bench mine = new Bench(Plans.plan(1, List.of(point), List.of(own)));
    assertThat(says(mine, 0, 2.5, Quality.GOOD)).containsExactly(OPENED);

    assertThat(says(mine, 10, sent, Quality.OVER_RANGE)).containsExactly(BLIND);
    assertThat(mine.last.rejections()).isEmpty();
    assertThat(says(mine, 20, sent, Quality.OVER_RANGE)).isEmpty();
    assertThat(says(mine, 30, 1, Quality.GOOD)).contains(CLEARED);
  }
}
