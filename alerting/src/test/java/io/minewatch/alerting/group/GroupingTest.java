package io.minewatch.alerting.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.chain.Due;
import io.minewatch.alerting.chain.Event;
import io.minewatch.alerting.chain.Fold;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.plan.Sensor;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes one incident, and what must not. */
class GroupingTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");
  private static final GroupRules RULES =
      new GroupRules(
          Duration.ofMinutes(10),
          List.of(Set.of(Hazard.GAS, Hazard.VENTILATION)),
          Set.of(Hazard.PEOPLE));
  private static final Plan PLAN = plan();
  private int number;

  private static ZonePlan zone(String id, String... neighbours) {
    List<ZoneId> near = List.of(neighbours).stream().map(ZoneId::new).toList();
    return new ZonePlan(new ZoneId(id), id, id, true, 0, near, 0, 0);
  }

  private static PointPlan point(String id, String substation) {
    return new PointPlan(
        new PointId(id),
        new ZoneId("far"),
        Measure.METHANE,
        id,
        id,
        "",
        Duration.ofSeconds(5),
        List.of(),
        new Sensor(substation, Sensor.Reporting.NOT_TOLD, 0, -1, 1));
  }

  private static Plan plan() {
    Source source = new Source("test", "c", "d", Confidence.PROPOSAL);
    return new Plan(
        MINE,
        "矿",
        "mine",
        1,
        T,
        MineStatus.WORKING,
        ShiftPlan.NOT_TOLD,
        Duration.ofSeconds(30),
        List.of(zone("face", "return"), zone("return"), zone("far")),
        List.of(point("p-1", "s-1"), point("p-2", "s-1"), point("p-3", "s-2")),
        List.of(new SilenceRule("silence", 3, Duration.ofMinutes(1), source)));
  }

  private Finding finding(
      Subject subject, @Nullable String zone, Check check, @Nullable Measure measure, int minute) {
    Instant at = T.plus(Duration.ofMinutes(minute));
    return new Finding(
        new FindingId("f-" + ++number),
        0,
        FindingKind.OPENED,
        MINE,
        subject,
        zone == null ? null : new ZoneId(zone),
        measure,
        "",
        check,
        "rule-" + check,
        Severity.ORANGE,
        at,
        at,
        at,
        at,
        null,
        Quality.GOOD,
        0,
        0,
        at,
        1,
        Map.of());
  }

  private Finding gas(String zone, int minute) {
    Subject point = Subject.of(new PointId("g-" + zone + number));
    return finding(point, zone, Check.LIMIT, Measure.METHANE, minute);
  }

  private Finding people(String card) {
    return finding(new Subject(Subject.Kind.CARD, card), "face", Check.PEOPLE, null, 0);
  }

  private static Incident with(String id, Finding... findings) {
    Incident incident = Incident.of(new Event.Opened(T, id, MINE, false, T));
    for (Finding each : findings) {
      incident = Fold.evolve(incident, new Event.FindingNoted(T, each, Event.Ground.UNDERGROUND));
    }
    return incident;
  }

  private static Incident answered(Incident incident) {
    Due due = new Due(Due.What.RESPOND, T.plusSeconds(60), 1);
    return Fold.evolve(incident, new Event.Acknowledged(T, "ann", due, null));
  }

  private static @Nullable String joins(Finding finding, Incident... open) {
    Incident found = Grouping.join(List.of(open), finding, Grouping.Occasion.REAL, PLAN, RULES);
    return found == null ? null : found.id();
  }

  /** The mine's own system, its clock two hours ahead, and our judging by a right one. */
  @Test
  void whatHappenedAtTheSameTimeIsCloseWhateverTheClockThatToldIt() {
    Finding right = gas("far", 0);
    Finding ahead = gas("face", 120).byClock(Duration.ofHours(2).toMillis());
    Finding later = gas("return", 120);

    assertThat(joins(ahead, with("i-1", right))).isEqualTo("i-1");
    assertThat(joins(right, with("i-1", ahead))).isEqualTo("i-1");
    assertThat(joins(later, with("i-1", ahead))).isNull();
  }

  @Test
  void theSamePlaceAndARelatedHazardAreOneCauseHoweverMuchLater() {
    Incident gas = with("gas", gas("face", 0));
    assertThat(joins(gas("face", 500), gas)).isEqualTo("gas");
    Finding air =
        finding(new Subject(Subject.Kind.POINT, "v"), "face", Check.LIMIT, Measure.AIR_SPEED, 500);
    assertThat(joins(air, gas)).isEqualTo("gas");
    Finding water =
        finding(new Subject(Subject.Kind.POINT, "w"), "face", Check.LIMIT, Measure.INFLOW, 0);
    assertThat(joins(water, gas)).as("water is another danger").isNull();
  }

  @Test
  void neighboursAndTheSameHazardElsewhereAreOneCauseWithinTheStatedTimeOnly() {
    Incident gas = with("gas", gas("face", 0));
    assertThat(joins(gas("return", 10), gas)).isEqualTo("gas");
    assertThat(joins(gas("return", 11), gas)).isNull();
    assertThat(joins(gas("far", 10), gas)).isEqualTo("gas");
    assertThat(joins(gas("far", 11), gas)).isNull();
    Finding air =
        finding(new Subject(Subject.Kind.POINT, "v"), "far", Check.LIMIT, Measure.AIR_SPEED, 1);
    assertThat(joins(air, gas)).as("a related hazard far away").isNull();
  }

  @Test
  void theNearestCauseCountsBeforeTheLongestOpen() {
    Incident far = with("far", gas("far", 0));
    Incident face = with("face", gas("face", 0));
    assertThat(joins(gas("face", 1), far, face)).isEqualTo("face");
    assertThat(joins(gas("return", 1), far, face)).isEqualTo("face");
  }

  @Test
  void whatHangsOnOneCutLineIsOneIncident() {
    Finding cut =
        finding(new Subject(Subject.Kind.SUBSTATION, "s-1"), null, Check.SILENCE, null, 0);
    Incident line = with("line", cut);
    Finding blinded =
        finding(Subject.of(new PointId("p-1")), "far", Check.SILENCE, Measure.METHANE, 60);
    assertThat(joins(blinded, line)).isEqualTo("line");
    Finding other =
        finding(Subject.of(new PointId("p-3")), "far", Check.SILENCE, Measure.METHANE, 60);
    assertThat(joins(other, line)).as("another line, an hour later").isNull();
    Incident two = with("two", blinded);
    Finding second =
        finding(Subject.of(new PointId("p-2")), "face", Check.SILENCE, Measure.METHANE, 120);
    assertThat(joins(second, two)).as("the substation itself was never found").isEqualTo("two");
  }

  @Test
  void peopleInDangerStandAloneAndNoAnswerToSomethingElseCoversThem() {
    Incident gas = with("gas", gas("face", 0));
    Finding distress = people("c-1");
    assertThat(joins(distress, gas)).isNull();
    Incident own = with("own", distress);
    assertThat(joins(gas("face", 0), own)).as("nor does it cover anything else").isNull();
    assertThat(joins(people("c-2"), own)).as("another person").isNull();
    assertThat(joins(people("c-1"), own)).as("the same, nobody has answered yet").isEqualTo("own");
    assertThat(joins(people("c-1"), answered(own))).as("the same again, after an answer").isNull();
  }

  @Test
  void aDrillNeverMixesWithReal() {
    Incident gas = with("gas", gas("face", 0));
    assertThat(Grouping.join(List.of(gas), gas("face", 0), Grouping.Occasion.DRILL, PLAN, RULES))
        .isNull();
  }
}
