package io.minewatch.judge.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.Delays;
import io.minewatch.domain.plan.MineStatus;
import io.minewatch.domain.plan.PeopleRule;
import io.minewatch.domain.plan.PeopleRule.Asks;
import io.minewatch.domain.plan.ShiftPlan;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.ZoneKind;
import io.minewatch.domain.plan.ZonePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadCountsTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final ShiftPlan THREE =
      new ShiftPlan(
          "Asia/Shanghai", List.of(LocalTime.MIN, LocalTime.of(8, 0), LocalTime.of(16, 0)));

  private static PeopleRule rule(Asks asks, double limit, double tolerance) {
    return new PeopleRule(
        "r",
        asks,
        "",
        "",
        Severity.RED,
        new PeopleRule.Numbers(limit, tolerance, Duration.ofMinutes(30), 1),
        Delays.NONE,
        PeopleRule.Named.NOBODY,
        new Source("test.yaml", "art. 1", "2026-01-01", Confidence.PROPOSAL));
  }

  private static ZonePlan zone(ZoneKind kind, boolean underground, int limit) {
    return new ZonePlan(
        new ZoneId("z"), "", "", underground, limit, List.of(), 0, 0, kind, null, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "CROWDED,           100, WORKPLACE, 16, false, 16",
    "CROWDED,           100, WORKPLACE, 16, true,  32",
    "CROWDED,           100, ROADWAY,   9,  false, 9",
    "CROWDED_WORKPLACE, 120, WORKPLACE, 16, false, 19.2",
    "CROWDED_WORKPLACE, 120, WORKPLACE, 25, false, 30",
    "CROWDED_WORKPLACE, 120, WORKPLACE, 25, true,  60",
    "CROWDED_WORKPLACE, 120, ROADWAY,   9,  false, Infinity",
    "CROWDED,           100, WORKPLACE, 0,  false, Infinity",
    "IDLE_MINE,         9,   WORKPLACE, 16, false, Infinity",
  })
  void saysHowManyMayBeInAZoneOfAWorkingMine(
      Asks asks, double limit, ZoneKind kind, int allowed, boolean handover, double most) {
    assertThat(
            HeadCounts.most(
                rule(asks, limit, 0), zone(kind, true, allowed), MineStatus.WORKING, handover))
        .isEqualTo(most);
  }

  @Test
  void nineMayBeInOnePlaceOfAMineThatIsSuspendedOrStoppedAndNobodyCountsOnTheSurface() {
    PeopleRule idle = rule(Asks.IDLE_MINE, 9, 0);
    ZonePlan face = zone(ZoneKind.WORKPLACE, true, 0);
    assertThat(HeadCounts.most(idle, face, MineStatus.SUSPENDED, true)).isEqualTo(9);
    assertThat(HeadCounts.most(idle, face, MineStatus.STOPPED, false)).isEqualTo(9);
    ZonePlan surface = zone(ZoneKind.SURFACE, false, 5);
    assertThat(HeadCounts.most(idle, surface, MineStatus.STOPPED, false)).isEqualTo(NONE);
    assertThat(HeadCounts.most(rule(Asks.CROWDED, 100, 0), surface, MineStatus.WORKING, false))
        .isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T07:29:59.999+08:00, false",
    "2026-01-01T07:30:00+08:00,     true",
    "2026-01-01T08:00:00+08:00,     true",
    "2026-01-01T08:30:00+08:00,     true",
    "2026-01-01T08:30:00.001+08:00, false",
    "2026-01-01T23:30:00+08:00,     true",
    "2026-01-01T00:30:00+08:00,     true",
    "2026-01-01T12:00:00+08:00,     false",
  })
  void shiftsRelieveEachOtherByTheMinesOwnClock(String at, boolean near) {
    long millis = java.time.OffsetDateTime.parse(at).toInstant().toEpochMilli();
    assertThat(new Handover(THREE).isNear(millis, 1_800_000)).isEqualTo(near);
  }

  @Test
  void theLongestShiftMayGoOverMidnight() {
    assertThat(new Handover(THREE).longest()).isEqualTo(8 * 3_600_000L);
    ShiftPlan uneven = new ShiftPlan("UTC", List.of(LocalTime.of(6, 0), LocalTime.of(18, 30)));
    assertThat(new Handover(uneven).longest()).isEqualTo(45_000_000L);
    ShiftPlan one = new ShiftPlan("UTC", List.of(LocalTime.of(6, 0)));
    assertThat(new Handover(one).longest()).isEqualTo(86_400_000L);
    assertThat(new Handover(one).isNear(Instant.parse("2026-01-01T06:00:00Z").toEpochMilli(), 0))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0,      false", // neighbours, at once
    "1, 19999,  true",
    "1, 20000,  false",
    "1, -19999, true", // found late
    "2, 39999,  true",
    "2, 40000,  false",
  })
  void nobodyCrossesAZoneInLessThanItsTime(int zones, long apart, boolean impossible) {
    assertThat(Jumps.isImpossible(zones, apart, 20)).isEqualTo(impossible);
  }

  @Test
  void jumpsLongerAgoThanTheWindowAreForgotten() {
    Jumps jumps = new Jumps();
    jumps.add(0, 600);
    jumps.add(600, 600);
    assertThat(jumps.lately(1_200, 600)).isEqualTo(2);
    assertThat(jumps.lately(1_201, 600)).isZero();
    jumps.add(1_201, 600);
    assertThat(jumps.lately(1_201, 600)).isEqualTo(1);
  }

  @Test
  void aPairPartsWhenItIsSeenApartForLongerThanOnePeriod() {
    Company company = new Company();
    company.begin("b", "s1", 0);
    company.compare(true, "s1", 30, 30);
    company.compare(false, "s2", 60, 30);
    company.compare(true, "s2", 90, 30);
    assertThat(company.moves()).isEqualTo(2);
    company.compare(false, "s3", 120, 30);
    company.compare(false, "s3", 150, 30);
    assertThat(company.partner()).isEqualTo("b");
    company.compare(false, "s3", 151, 30);
    assertThat(company.partner()).isEmpty();
    assertThat(company.moves()).isZero();
  }
}
