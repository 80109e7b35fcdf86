package io.minewatch.judge.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.LimitRule;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.Side;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GasPointTest {
  private static final Source SOURCE = new Source("p", "c", "2026-01-01", Confidence.HIGH);

  /** Alarm 1.0, cut 1.5; a mine's own restore of 0.7. */
  private final GasPoint methane = point(rule("m", Side.HIGH, 1.0, 1.5, 0.7));

  @ParameterizedTest(name = "{0}, then {1}: alarm {2}, cut {3}")
  @CsvSource({
    "0.5, 0.99, false, false",
    "0.5, 1.00, true, false",
    "0.5, 1.49, true, false",
    "0.5, 1.50, true, true",
    "1.2, 0.71, true, false", // an alarm holds until restored, as its finding does
    "1.2, 0.70, true, false",
    "1.2, 0.69, false, false",
    "1.6, 0.70, true, true",
    "1.6, 0.69, false, false"
  })
  void standsUntilStrictlyOnTheSafeSideOfRestore(
      double before, double now, boolean alarm, boolean cut) {
    methane.see(before);
    methane.see(now);
    assertThat(methane.alarms()).isEqualTo(alarm);
    assertThat(methane.ordersCut()).isEqualTo(cut);
    assertThat(methane.ordersNone()).isEqualTo(!cut);
    methane.lose(Quality.DISCONNECTED);
    assertThat(methane.ordersCut()).as("silence takes nothing back").isEqualTo(cut);
    assertThat(methane.alarms()).isEqualTo(alarm);
    assertThat(methane.ordersNone()).isFalse();
  }

  /** Oxygen that cuts when little, and, by a rule of its own, when much. */
  @ParameterizedTest
  @CsvSource({"17.9, 18", "18.0, 18", "18.1, 18", "23.4, 18", "23.5, 23.5", "24.0, 23.5"})
  void tellsTheLimitThatIsReachedWhicheverSideItIsOn(double oxygen, double cutAt) {
    GasPoint point =
        point(rule("low", Side.LOW, 19.0, 18.0, 19.0), rule("high", Side.HIGH, 23.0, 23.5, 23.0));
    point.see(oxygen);
    assertThat(point.ordersCut()).isEqualTo(oxygen <= 18 || oxygen >= 23.5);
    assertThat(point.cutAt()).isEqualTo(cutAt);
  }

  @Test
  void ofTwoCutsTheOneThatIsReachedFirstIsTheOrder() {
    GasPoint point =
        point(rule("a", Side.HIGH, 0.5, 0.5, 0.5), rule("b", Side.HIGH, 1.0, 1.5, 1.0));
    point.see(0.6);
    assertThat(point.ordersCut()).isTrue();
    point.see(0.5);
    assertThat(point.ordersCut()).isTrue();
    point.see(0.4);
    assertThat(point.ordersCut()).isFalse();
  }

  private static LimitRule rule(String id, Side side, double alarm, double cut, double restore) {
    return new LimitRule(
        id,
        Measure.METHANE,
        side,
        List.of(
            new Step(Step.Act.ALARM, alarm, Severity.ORANGE),
            new Step(Step.Act.CUT, cut, Severity.RED)),
        restore,
        Duration.ZERO,
        Duration.ZERO,
        "",
        SOURCE);
  }

  private static GasPoint point(LimitRule... limits) {
    ZoneId zone = new ZoneId("face");
    PointId id = new PointId("T");
    List<Rule> rules = new ArrayList<>(List.of(limits));
    List<String> ids = rules.stream().map(Rule::id).toList();
    rules.add(new SilenceRule("silence", 3, Duration.ofMinutes(1), SOURCE));
    Plan plan =
        new Plan(
            new MineCode("140921021337"),
            "",
            "",
            1,
            Instant.EPOCH,
            MineStatus.WORKING,
            ShiftPlan.NOT_TOLD,
            Duration.ofSeconds(30),
            List.of(new ZonePlan(zone, "", "", true, 0, List.of(), 0, 0)),
            List.of(
                new PointPlan(id, zone, Measure.METHANE, "", "", "", Duration.ofSeconds(10), ids)),
            rules);
    return new GasPoint(plan, id);
  }
}
