package io.minewatch.alerting.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.reading.MineCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration TAGS = Duration.ofSeconds(30);
  private static final Freshness TERMS =
      new Freshness(Duration.ofSeconds(20), Duration.ofSeconds(60));

  private static Summary summary(String mine, Instant at) {
    return new Summary(
        new MineCode(mine),
        at,
        1,
        40,
        38,
        2,
        1,
        1,
        100,
        at,
        0,
        List.of(),
        List.of(),
        new Summary.Readings(0, 0, 0),
        List.of(),
        List.of());
  }

  private static MineNow mine(int number, @Nullable Instant said, @Nullable Instant lastFix) {
    String code = "14092102%04d".formatted(number);
    List<String> path =
        List.of("14", "14%02d".formatted(number % 11), "14%02d21".formatted(number % 11), code);
    Summary summary = said == null ? null : summary(code, said);
    return new MineNow(path, "矿", "Mine", TAGS, summary, lastFix, MineNow.Open.NONE);
  }

  @Test
  void twelveMinesThatAreHeardAreTwelveMinesWithAllTheirPointsAndPeople() {
    List<MineNow> mines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      mines.add(mine(i, NOW.minusSeconds(5), NOW.minusSeconds(10)));
    }
    AreaRow.Known known = Overview.of(mines, List.of(), TERMS, NOW).sum().known();
    assertThat(known).isEqualTo(new AreaRow.Known(12, 0, 0, 480, 456, 24, 12, 0, 1200));
  }

  @ParameterizedTest(name = "judging heard {0} s ago, positions {1} s old")
  @CsvSource({
    "5,10,0,0,100",
    "20,60,0,0,100",
    "21,10,1,1,0",
    "5,61,0,1,0",
    ",10,1,1,0",
    "5,,0,1,0",
    ",,1,1,0",
  })
  void whatIsNotKnownOfAMineIsCountedAndNeverAddedUp(
      @Nullable Integer said, @Nullable Integer fix, int notHeard, int unknown, int people) {
    MineNow mine =
        mine(
            1,
            said == null ? null : NOW.minusSeconds(said),
            fix == null ? null : NOW.minusSeconds(fix));
    AreaRow.Known known = Overview.of(List.of(mine), List.of(), TERMS, NOW).sum().known();
    assertThat(known.notHeard()).isEqualTo(notHeard);
    assertThat(known.peopleUnknown()).isEqualTo(unknown);
    assertThat(known.underground()).isEqualTo(people);
    assertThat(known.points()).isEqualTo(notHeard == 1 ? 0 : 40);
  }

  @Test
  void cardsThatReportSeldomAreOldOnlyAfterTwoReports() {
    Instant fix = NOW.minusSeconds(200);
    assertThat(TERMS.isPlaced(fix, Duration.ofSeconds(100), NOW)).isTrue();
    assertThat(TERMS.isPlaced(fix, Duration.ofSeconds(99), NOW)).isFalse();
  }

  @Test
  void anAreaHasARowForEachAreaRightBelowAndACountyForEachMine() {
    List<MineNow> mines = List.of(mine(1, NOW, NOW), mine(12, NOW, NOW), mine(2, NOW, NOW));
    Overview province = Overview.of(mines, List.of("14"), TERMS, NOW);
    assertThat(province.rows()).extracting(AreaRow::code).containsExactly("1401", "1402");
    assertThat(province.rows().get(0).known().mines()).isEqualTo(2);
    assertThat(province.rows().get(0).name()).isEmpty();
    Overview county = Overview.of(mines, List.of("14", "1401", "140121"), TERMS, NOW);
    assertThat(county.sum().known().mines()).isEqualTo(2);
    assertThat(county.rows())
        .extracting(AreaRow::kind, AreaRow::name)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(AreaRow.Kind.MINE, "矿"));
    assertThat(Overview.of(mines, List.of("15"), TERMS, NOW).rows()).isEmpty();
  }

  @Test
  void openIncidentsAreAddedUpBySeverityEvenOfAMineThatIsNotHeard() {
    MineNow dead = mine(1, null, null);
    MineNow loud =
        new MineNow(
            dead.path(),
            "",
            "",
            TAGS,
            null,
            null,
            new MineNow.Open(Map.of("RED", 2, "BLUE", 1), 1));
    MineNow other =
        new MineNow(
            mine(12, NOW, NOW).path(),
            "",
            "",
            TAGS,
            null,
            null,
            new MineNow.Open(Map.of("RED", 1), 0));
    AreaRow sum = Overview.of(List.of(loud, other), List.of(), TERMS, NOW).sum();
    assertThat(sum.incidents()).isEqualTo(new MineNow.Open(Map.of("RED", 3, "BLUE", 1), 1));
  }

  @Test
  void allTheMinesOfTheNationTakeLessThanTwoSeconds() {
    List<MineNow> mines = new ArrayList<>();
    for (int i = 0; i < 3338; i++) {
      mines.add(mine(i, NOW, NOW));
    }
    Overview all =
        assertTimeout(Duration.ofSeconds(2), () -> Overview.of(mines, List.of("14"), TERMS, NOW));
    assertThat(all.sum().known().mines()).isEqualTo(3338);
    assertThat(all.rows()).hasSize(11);
  }
}
