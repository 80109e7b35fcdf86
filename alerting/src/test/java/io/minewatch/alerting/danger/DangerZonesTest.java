package io.minewatch.alerting.danger;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.danger.ZoneInDanger.Why;
import io.minewatch.domain.feed.Outlook;
import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingId;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DangerZonesTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final MineCode MINE = new MineCode("140921021337");

  /** Air goes shaft, intake, face, return, surface; the pump room lies lowest. */
  static final Plan PLAN =
      plan(
          zone("surface", 900.0, List.of("shaft"), List.of()),
          zone("shaft", 400.0, List.of("surface", "intake", "pump"), List.of("intake")),
          zone("intake", 380.0, List.of("shaft", "face"), List.of("face")),
          zone("face", 370.0, List.of("intake", "return"), List.of("return")),
          zone("return", 390.0, List.of("face"), List.of("surface")),
          zone("pump", 300.0, List.of("shaft"), List.of()),
          zone("old", null, List.of("pump"), List.of()));

  private static ZonePlan zone(
      String id, @Nullable Double elevation, List<String> near, List<String> downwind) {
    boolean underground = !id.equals("surface");
    return new ZonePlan(
        new ZoneId(id),
        id,
        id,
        underground,
        0,
        near.stream().map(ZoneId::new).toList(),
        0,
        0,
        underground ? ZoneKind.OTHER : ZoneKind.SURFACE,
        elevation,
        downwind.stream().map(ZoneId::new).toList());
  }

  private static Outlook outlook(String point, Instant earliest) {
    return new Outlook(
        new PointId(point), Measure.METHANE, 1.0, T, 0.8, earliest, earliest, null, 0.9, 0.2, 40);
  }

  private static Plan plan(ZonePlan... zones) {
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
        List.of(zones),
        List.of(),
        List.of(new SilenceRule("silence", 3, Duration.ofMinutes(1), source)));
  }

  private static Finding found(String zone, Check check, @Nullable Measure measure) {
    return new Finding(
        new FindingId("f-1"),
        0,
        FindingKind.OPENED,
        MINE,
        Subject.of(new PointId("p-1")),
        new ZoneId(zone),
        measure,
        "",
        check,
        "rule",
        Severity.RED,
        T,
        T,
        T,
        T,
        null,
        Quality.GOOD,
        0,
        0,
        T,
        1,
        Map.of());
  }

  private static List<String> zones(Finding... findings) {
    return DangerZones.of(PLAN, List.of(findings)).stream().map(z -> z.zone().value()).toList();
  }

  @Test
  void gasGoesWithTheAirAndNotAgainstIt() {
    assertThat(DangerZones.of(PLAN, List.of(found("intake", Check.LIMIT, Measure.METHANE))))
        .containsExactly(
            new ZoneInDanger(new ZoneId("intake"), Why.HERE, 0),
            new ZoneInDanger(new ZoneId("face"), Why.DOWNWIND, 1),
            new ZoneInDanger(new ZoneId("return"), Why.DOWNWIND, 2));
  }

  @Test
  void whereTheAirIsNotToldTheNextZonesCountAsReached() {
    assertThat(DangerZones.of(PLAN, List.of(found("pump", Check.LIMIT, Measure.METHANE))))
        .containsExactly(
            new ZoneInDanger(new ZoneId("pump"), Why.HERE, 0),
            new ZoneInDanger(new ZoneId("shaft"), Why.NEXT, 1));
  }

  @Test
  void whereFurtherOnTheAirIsNotToldTheNextZonesCountAsReachedButNotThoseItComesFrom() {
    Plan plan =
        plan(
            zone("shaft", 400.0, List.of("intake"), List.of("intake")),
            zone("intake", 380.0, List.of("shaft", "face", "return"), List.of("face")),
            zone("face", 370.0, List.of("intake", "return"), List.of("return")),
            zone("return", 390.0, List.of("face", "intake", "old", "surface"), List.of()),
            zone("old", 395.0, List.of("return", "pump"), List.of()),
            zone("pump", 300.0, List.of("old"), List.of()),
            zone("surface", 900.0, List.of("return"), List.of()));
    assertThat(DangerZones.of(plan, List.of(found("face", Check.LIMIT, Measure.METHANE))))
        .containsExactly(
            new ZoneInDanger(new ZoneId("face"), Why.HERE, 0),
            new ZoneInDanger(new ZoneId("return"), Why.DOWNWIND, 1),
            new ZoneInDanger(new ZoneId("old"), Why.NEXT, 2));
  }

  @Test
  void airThatIsOutOfTheMineReachesNoZoneNextToItsMouth() {
    assertThat(zones(found("return", Check.LIMIT, Measure.METHANE))).containsExactly("return");
  }

  @Test
  void waterReachesWhatLiesLowerFirstWhatNobodyKnowsTheHeightOf() {
    assertThat(zones(found("face", Check.WATER, null))).containsExactly("face", "old", "pump");
  }

  @Test
  void whatSlidesComesDownToTheZonesBelow() {
    assertThat(zones(found("return", Check.SLOPE, null))).containsExactly("return", "face");
  }

  @Test
  void twoFindingsReachTheirZonesTogether() {
    assertThat(
            zones(found("face", Check.LIMIT, Measure.METHANE), found("pump", Check.PEOPLE, null)))
        .containsExactly("pump", "face", "return");
  }

  @Test
  void aMarginIsAsGoodAsWhatIsKnownOfTheMine() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Outlook soon = outlook("p-face", now.plus(Duration.ofMinutes(20)));
    assertThat(Margin.of(soon, List.of(), now).left()).isNull();
    List<Duration> took = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes).toList();
    Margin margin = Margin.of(soon, took, now);
    assertThat(margin.toDanger()).isEqualTo(Duration.ofMinutes(20));
    assertThat(margin.toEmptyMedian()).isEqualTo(Duration.ofMinutes(5));
    assertThat(margin.toEmptyNinetieth()).isEqualTo(Duration.ofMinutes(9));
    assertThat(margin.left()).isEqualTo(Duration.ofMinutes(11));
    assertThat(Margin.of(null, took, now).left()).isNull();
    assertThat(Margin.of(soon, took, now.plus(Duration.ofHours(1))).left())
        .as("danger may be there, nine minutes are missing")
        .isEqualTo(Duration.ofMinutes(-9));
  }
}
