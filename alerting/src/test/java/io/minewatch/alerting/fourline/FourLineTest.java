package io.minewatch.alerting.fourline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import io.minewatch.alerting.fourline.Judged.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FourLineTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  /** Midnight at the mine at which the day begins: 16:00 UTC of the day before. */
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");

  private static final Instant NOW = MIDNIGHT.plus(Duration.ofHours(30));
  private static final FourLineRules RULES = new FourLineRules(Duration.ofMinutes(10), 0.5, 3);

  private int number;

  private static Instant at(int hour, int minute) {
    return MIDNIGHT.plus(Duration.ofMinutes(hour * 60L + minute));
  }

  private Outage line(String mine, String point, Instant from, @Nullable Instant to) {
    return new Outage(
        "f" + ++number, mine, FourLine.LINE, point, List.of(point), 1, from, to, "outage-line");
  }

  private Outage cut(String mine, Instant from, @Nullable Instant to, String... points) {
    return new Outage(
        "f" + ++number,
        mine,
        FourLine.NETWORK,
        "gateway/gw-01",
        List.of(points),
        points.length,
        from,
        to,
        "outage-network");
  }

  private static MinePlace mine(String code, int points) {
    return new MinePlace(code, List.of("14", "1409", "140921", code), CHINA, points);
  }

  private static Question question(By by, LocalDate from, LocalDate to, Spans unwatched) {
    return new Question(
        by, Map.of("a", mine("a", 10), "b", mine("b", 10)), from, to, unwatched, NOW);
  }

  private static List<Row> rows(By by, LocalDate from, LocalDate to, List<Outage> outages) {
    return rows(question(by, from, to, Spans.NONE), outages);
  }

  private static List<Row> rows(Question question, List<Outage> outages) {
    return FourLineIndex.of(judged(outages, 2, question.unwatched()), question);
  }

  private static List<Judged> judged(List<Outage> outages, int registered, Spans unwatched) {
    Map<String, String> counties = new HashMap<>();
    outages.forEach(each -> counties.put(each.mine(), "c"));
    Causes.Ground ground = new Causes.Ground(counties, Map.of("c", registered), unwatched, RULES);
    return Causes.of(outages, ground);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void aDayIsTheMinesOwnAndWhatLiesAcrossMidnightIsCutThere() {
    List<Outage> one = List.of(line("a", "T1", at(-1, 0), at(2, 0)));
    List<Row> days = rows(By.DAY, DAY.minusDays(1), DAY, one);
    assertThat(days).extracting(Row::place).containsExactly("2026-03-02", "2026-03-01");
    assertThat(days.get(0).lines())
        .isEqualTo(Map.of(FourLine.LINE, new Row.Count(1, minutes(120), minutes(120))));
    assertThat(days.get(1).lines().get(FourLine.LINE).time()).isEqualTo(minutes(60));
  }

  @Test
  void whatOverlapsAtOnePointIsOneAndAddsUpOnce() {
    List<Outage> outages =
        List.of(
            line("a", "T1", at(1, 0), at(2, 0)),
            line("a", "T1", at(1, 30), at(3, 0)),
            line("a", "T1", at(5, 0), at(6, 0)),
            line("a", "T2", at(1, 0), at(2, 0)));
    Row mine = rows(By.MINE, DAY, DAY, outages).get(0);
    assertThat(mine.place()).isEqualTo("a");
    assertThat(mine.lines().get(FourLine.LINE))
        .as("three stretches; 3 h in which something was broken; 3 h of T1 and 1 h of T2")
        .isEqualTo(new Row.Count(3, minutes(180), minutes(240)));
    List<Row> points = rows(By.POINT, DAY, DAY, outages);
    assertThat(points).extracting(Row::place).containsExactly("a/T1", "a/T2");
    assertThat(points.get(0).lines().get(FourLine.LINE))
        .isEqualTo(new Row.Count(2, minutes(180), minutes(180)));
  }

  @Test
  void anOpenOneCountsUntilNowAndIsSaidToBeOpen() {
    List<Outage> open = List.of(line("a", "T1", at(29, 0), null));
    Row row = rows(By.MINE, DAY.plusDays(1), DAY.plusDays(1), open).get(0);
    assertThat(row.open()).isEqualTo(1);
    assertThat(row.lines().get(FourLine.LINE).time()).isEqualTo(minutes(60));
    assertThat(row.heard()).as("of 6 h of 10 points").isCloseTo(1 - 1 / 60.0, within(1e-9));
  }

  @Test
  void aCutGatewayTakesAllPointsBehindItAlsoThoseThatAreNotNamed() {
    Outage cut =
        new Outage(
            "f",
            "a",
            FourLine.NETWORK,
            "gateway/gw-01",
            List.of("T1", "T2"),
            5,
            at(0, 0),
            at(1, 0),
            "r");
    Row mine = rows(By.MINE, DAY, DAY, List.of(cut)).get(0);
    assertThat(mine.lines().get(FourLine.NETWORK))
        .isEqualTo(new Row.Count(1, minutes(60), minutes(300)));
    assertThat(mine.heard()).isCloseTo(1 - 5 / 240.0, within(1e-9));
    assertThat(rows(By.POINT, DAY, DAY, List.of(cut)))
        .extracting(Row::place)
        .containsExactlyInAnyOrder("a/T1", "a/T2", "a/gateway/gw-01");
  }

  @Test
  void placesWithoutAnyAreThereAndTheWorstComesFirst() {
    List<Outage> one = List.of(line("b", "T1", at(1, 0), at(1, 1)));
    List<Row> mines = rows(By.MINE, DAY, DAY, one);
    assertThat(mines).extracting(Row::place).containsExactly("b", "a");
    assertThat(mines.get(1).heard()).isEqualTo(1.0);
    assertThat(rows(By.COUNTY, DAY, DAY, one)).singleElement().extracting(Row::mines).isEqualTo(2);
    assertThat(rows(By.NATION, DAY, DAY, one)).extracting(Row::place).containsExactly("");
  }

  @Test
  void halfOfACountysMinesCutOffTogetherIsTheRegions() {
    List<Outage> cuts = new ArrayList<>();
    for (String mine : List.of("a", "b", "c")) {
      cuts.add(cut(mine, at(3, cuts.size() * 5), at(4, 0), "T1"));
    }
    assertThat(judged(cuts, 6, Spans.NONE))
        .allSatisfy(each -> assertThat(each.cause()).isEqualTo(Cause.REGION))
        .allSatisfy(each -> assertThat(each.cut()).isEqualTo(3))
        .allSatisfy(each -> assertThat(each.mines()).isEqualTo(6));
    assertThat(judged(cuts, 7, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.OWN);
    assertThat(judged(cuts.subList(0, 2), 3, Spans.NONE))
        .as("two are too few, however many there are")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
    List<Outage> apart =
        List.of(cut("a", at(3, 0), at(9, 0)), cut("b", at(3, 11), at(9, 0)), cuts.get(2));
    assertThat(judged(apart, 3, Spans.NONE).get(0).cause())
        .as("11 minutes apart did not begin together, and one mine twice is one")
        .isEqualTo(Cause.OWN);
    List<Outage> lines = new ArrayList<>();
    List.of("a", "b", "c").forEach(mine -> lines.add(line(mine, "T1", at(3, 0), at(4, 0))));
    assertThat(judged(lines, 3, Spans.NONE))
        .as("a broken line is at the mine")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
  }

  @Test
  void whatIsTheRegionsIsToldBesideAndNotHeardAllTheSame() {
    List<Outage> cuts = new ArrayList<>();
    List.of("a", "b", "c").forEach(mine -> cuts.add(cut(mine, at(3, 0), at(4, 0), "T1")));
    Question question = question(By.MINE, DAY, DAY, Spans.NONE);
    Row row = FourLineIndex.of(judged(cuts, 3, Spans.NONE), question).get(0);
    assertThat(row.lines()).isEmpty();
    assertThat(row.region()).isEqualTo(new Row.Count(1, minutes(60), minutes(60)));
    assertThat(row.heard()).isCloseTo(1 - 1 / 240.0, within(1e-9));
  }

  @Test
  void whatThePlatformDidNotWatchIsNobodys() {
    Spans gap = Spans.of(List.of(new Span(at(3, 0), at(5, 0))));
    List<Outage> outages =
        List.of(
            line("a", "T1", at(2, 58), at(5, 3)), // came and went with our downtime
            line("a", "T2", at(1, 0), at(6, 0)), // longer: 2 h before and 1 h after are the mine's
            line("a", "T3", at(3, 30), null)); // silent still when we listen again
    assertThat(judged(outages, 2, gap))
        .extracting(Judged::cause)
        .containsExactly(Cause.PLATFORM, Cause.OWN, Cause.OWN);
    Row row = rows(question(By.MINE, DAY, DAY, gap), outages).get(0);
    assertThat(row.platform()).isEqualTo(1);
    assertThat(row.unwatched()).isEqualTo(minutes(120));
    assertThat(row.lines().get(FourLine.LINE).pointTime())
        .isEqualTo(minutes(180).plus(Duration.ofHours(19)));
  }

  @Test
  void spansAreUnitedAndCut() {
    Spans spans =
        Spans.of(
            List.of(
                new Span(at(5, 0), at(6, 0)),
                new Span(at(1, 0), at(2, 0)),
                new Span(at(2, 0), at(3, 0)),
                new Span(at(1, 30), at(1, 40)),
                new Span(at(9, 0), at(9, 0))));
    assertThat(spans.parts())
        .containsExactly(new Span(at(1, 0), at(3, 0)), new Span(at(5, 0), at(6, 0)));
    assertThat(spans.without(new Span(at(2, 0), at(7, 0))))
        .containsExactly(new Span(at(3, 0), at(5, 0)), new Span(at(6, 0), at(7, 0)));
    assertThat(spans.without(new Span(at(1, 0), at(2, 0)))).isEmpty();
    assertThat(spans.within(new Span(at(2, 0), at(5, 30))).total()).isEqualTo(minutes(90));
  }
}
