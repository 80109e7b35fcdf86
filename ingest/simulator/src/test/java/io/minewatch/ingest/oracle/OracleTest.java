package io.minewatch.ingest.oracle;

import static io.minewatch.domain.finding.FindingKind.BLIND;
import static io.minewatch.domain.finding.FindingKind.CLEARED;
import static io.minewatch.domain.finding.FindingKind.OPENED;
import static io.minewatch.domain.finding.FindingKind.RAISED;
import static io.minewatch.domain.finding.FindingKind.SEEN;
import static io.minewatch.ingest.ModelPlan.PLAN;
import static io.minewatch.ingest.ModelPlan.START;
import static io.minewatch.ingest.ModelPlan.TRIPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.ingest.ModelPlan;
import io.minewatch.ingest.script.ScriptText;
import io.minewatch.ingest.simulator.MineModel;
import io.minewatch.ingest.simulator.Reading;
import io.minewatch.ingest.world.ModelSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final PointId T1 = new PointId("T1-0101");

  private final List<Reading> series = new ArrayList<>();

  private void at(int second, double value, Quality quality) {
    series.add(new Reading(T1, Measure.METHANE, value, quality, START.plusSeconds(second)));
  }

  private List<Expected> findings(int until) {
    return new Oracle(PLAN).findings(series, START.plusSeconds(until));
  }

  private static Expected expected(
      int onset, double peak, int peakAt, Instant end, FindingKind... kinds) {
    return new Expected(
        T1, TRIPLE, START.plusSeconds(onset), List.of(kinds), peak, START.plusSeconds(peakAt), end);
  }

  @Test
  void aRiseThroughBothStepsIsOpenedRaisedAndCleared() {
    at(0, 0.4, Quality.GOOD);
    at(5, 1.0, Quality.GOOD);
    at(10, 1.6, Quality.GOOD);
    at(15, 1.0, Quality.GOOD);
    at(20, 0.99, Quality.GOOD);

    assertThat(findings(25))
        .containsExactly(expected(5, 1.6, 10, START.plusSeconds(20), OPENED, RAISED, CLEARED));
  }

  @Test
  void aReadingThatReachesBothStepsGivesBothFacts() {
    at(0, 1.7, Quality.GOOD);

    assertThat(findings(5)).containsExactly(expected(0, 1.7, 0, null, OPENED, RAISED));
  }

  @Test
  void aCutCableBlindsAndANewReadingIsSeen() {
    at(0, 1.2, Quality.GOOD);
    at(5, 0, Quality.DISCONNECTED);
    at(10, 0, Quality.DISCONNECTED);
    at(15, 1.3, Quality.GOOD);
    at(20, 0.5, Quality.GOOD);

    assertThat(findings(25))
        .containsExactly(expected(0, 1.3, 15, START.plusSeconds(20), OPENED, BLIND, SEEN, CLEARED));
  }

  @Test
  void silenceLongerThanTheRuleAllowsBlinds() {
    at(0, 1.2, Quality.GOOD);

    assertThat(findings(60)).containsExactly(expected(0, 1.2, 0, null, OPENED));
    assertThat(findings(61)).containsExactly(expected(0, 1.2, 0, null, OPENED, BLIND));
  }

  @Test
  void aHoldIsCountedOnReadingsAndBeginsAgainAfterARiseAndAfterAGap() {
    Plan held = ModelPlan.plan(1, Duration.ofSeconds(10));
    at(0, 1.2, Quality.GOOD);
    at(5, 0.5, Quality.GOOD);
    at(10, 1.0, Quality.GOOD); // not restored
    at(15, 0.5, Quality.GOOD);
    at(76, 0.5, Quality.GOOD); // 60 s are the longest silence
    at(81, 0.5, Quality.GOOD);
    at(85, 0.1, Quality.GOOD);
    at(86, 0.1, Quality.GOOD);

    assertThat(new Oracle(held).findings(series, START.plusSeconds(90)))
        .containsExactly(expected(0, 1.2, 0, START.plusSeconds(86), OPENED, BLIND, SEEN, CLEARED));
  }

  @Test
  void calibrationNeitherOpensNorClears() {
    at(0, 2.0, Quality.CALIBRATION);
    at(5, 1.2, Quality.GOOD);
    at(10, 0.1, Quality.CALIBRATION);

    assertThat(findings(11)).containsExactly(expected(5, 1.2, 5, null, OPENED));
  }

  @Test
  void findsExactlyTheScriptedExcursionsOfASimulatedMine() {
    MineModel model =
        new MineModel(
            PLAN,
            ModelSettings.modelColliery(11),
            ScriptText.parse(
                List.of(
                    "round 20m",
                    "after 45s drive T1-0101 to 1.8 within 40s hold 4m fall 60s",
                    "after 2m drive T2-0101 to 0.8 within 40s hold 4m fall 60s",
                    "after 11m drive T1-0201 to 1.3 within 60s hold 4m fall 60s",
                    "after 11m55s cut T1-0201 for 2m as DISCONNECTED")),
            START);
    for (int i = 0; i < 40 * 60; i++) {
      series.addAll(model.next(null).readings());
    }
    List<Expected> found = findings(40 * 60);

    assertThat(found)
        .extracting(Expected::point)
        .containsExactly(T1, T1, new PointId("T1-0201"), new PointId("T1-0201"));
    assertThat(found.get(0).kinds()).containsExactly(OPENED, RAISED, CLEARED);
    assertThat(found.get(0).onset()).isBetween(START.plusSeconds(55), START.plusSeconds(80));
    assertThat(found.get(0).peak()).isBetween(1.7, 2.0);
    assertThat(found.get(2).kinds()).containsExactly(OPENED, BLIND, SEEN, CLEARED);
    assertThat(found).allMatch(e -> e.end() != null);
  }
}
