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
    return outage(mine, FourLine.LINE, point, List.of(point), 1, from, to);
  }

  private Outage cut(String mine, Instant from, @Nullable Instant to, String... points) {
    return outage(
        mine, FourLine.NETWORK, "gateway/gw-01", List.of(points), points.length, from, to);
  }

  /** Told half a minute after it began, and at once when it ended. */
  private Outage outage(
      String mine,
      FourLine line,
      String subject,
      List<String> points,
      int behind,
      Instant from,
      @Nullable Instant to) {
    Outage.End end = to == null ? Outage.End.LASTS : Outage.End.CLEARED;
    Outage.Told told = new Outage.Told(from.plusSeconds(30), to, end);
    return new Outage(
        "f" + ++number, mine, line, subject, points, behind, from, to, "r", told, null);
  }

  private static Outage told(Outage outage, Instant found, @Nullable Instant ended) {
    return new Outage(
        outage.finding(),
        outage.mine(),
        outage.line(),
        outage.subject(),
        outage.points(),
        outage.behind(),
        outage.onset(),
        outage.ended(),
        outage.rule(),
        new Outage.Told(found, ended, outage.told().end()),
        outage.county());
  }

  private static MinePlace mine(String code, int points) {
    List<String> path = List.of("14", "1409", "140921", code);
    return new MinePlace(code, path, CHINA, points, Instant.EPOCH);
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
    Map<String, Outage.County> counties = new HashMap<>();
    outages.forEach(each -> counties.put(each.mine(), new Outage.County("c", registered)));
    return Causes.of(outages, new Causes.Ground(counties, unwatched, RULES, NOW));
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
        outage("a", FourLine.NETWORK, "gateway/gw-01", List.of("T1", "T2"), 5, at(0, 0), at(1, 0));
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
      cuts.add(cut(mine, at(3, cuts.size() * 8), at(4, 0), "T1"));
    }
    List<Judged> six = judged(cuts, 6, Spans.NONE);
    assertThat(six)
        .as("cuts that follow one another within the window are one event")
        .allSatisfy(each -> assertThat(each.cut()).isEqualTo(3))
        .allSatisfy(each -> assertThat(each.mines()).isEqualTo(6))
        .allSatisfy(each -> assertThat(each.cause()).isEqualTo(Cause.REGION))
        .allSatisfy(each -> assertThat(each.own().isEmpty()).isTrue());
    assertThat(judged(cuts, 7, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.OWN);
    assertThat(judged(cuts.subList(0, 2), 3, Spans.NONE))
        .as("two are too few, however many there are")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
    List<Outage> lines = new ArrayList<>();
    List.of("a", "b", "c").forEach(mine -> lines.add(line(mine, "T1", at(3, 0), at(4, 0))));
    assertThat(judged(lines, 3, Spans.NONE))
        .as("a broken line is at the mine")
        .extracting(Judged::cause)
        .containsOnly(Cause.OWN);
  }

  private static Span span(int hour, int minute, int toHour, int toMinute) {
    return new Span(at(hour, minute), at(toHour, toMinute));
  }

  @Test
  void whoStaysDarkAfterTheOthersAreBackIsDarkByItself() {
    List<Outage> cuts =
        List.of(
            cut("a", at(3, 0), at(3, 20), "T1"),
            cut("b", at(3, 0), at(3, 20), "T1"),
            cut("c", at(3, 0), null, "T1"));
    Judged last = judged(cuts, 6, Spans.NONE).get(2);
    assertThat(last.cause()).isEqualTo(Cause.OWN);
    assertThat(last.region().parts()).containsExactly(span(3, 0, 3, 20));
    assertThat(last.own().parts()).containsExactly(new Span(at(3, 20), NOW));
  }

  @Test
  void cutsThatDidNotBeginTogetherAreNoRegionHoweverLongTheyLast() {
    List<Outage> apart =
        List.of(
            cut("a", at(3, 0), at(9, 0)), cut("b", at(3, 11), at(9, 0)), cut("c", at(3, 22), null));
    assertThat(judged(apart, 3, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.OWN);
    List<Outage> twice =
        List.of(
            cut("a", at(3, 0), at(4, 0)), cut("a", at(3, 1), at(4, 0)), cut("b", at(3, 2), null));
    assertThat(judged(twice, 3, Spans.NONE))
        .as("one mine with two gateways is one")
        .extracting(Judged::cut)
        .containsOnly(2);
  }

  @Test
  void whatAMineHadMendedBeforeOthersWereCutIsItsOwn() {
    List<Outage> cuts = new ArrayList<>();
    for (int minute = 0; minute < 120; minute += 9) {
      cuts.add(cut("a", at(3, minute), at(3, minute + 1), "T1"));
    }
    int before = cuts.size();
    for (String mine : List.of("a", "b", "c")) {
      cuts.add(cut(mine, at(5, cuts.size() - before), at(5, 7), "T1"));
    }
    List<Judged> judged = judged(cuts, 4, Spans.NONE);
    assertThat(judged.subList(0, before)).extracting(Judged::cause).containsOnly(Cause.OWN);
    assertThat(judged.subList(before, cuts.size()))
        .as("these lasted still when it became a region's")
        .allSatisfy(each -> assertThat(each.cause()).isEqualTo(Cause.REGION))
        .allSatisfy(each -> assertThat(each.own().isEmpty()).isTrue());
  }

  @Test
  void whatIsNotedOfThenCountsAndNotWhatIsSoNow() {
    List<Outage> cuts = new ArrayList<>();
    for (String mine : List.of("a", "b", "c")) {
      Outage cut = cut(mine, at(3, 0), at(4, 0), "T1");
      cuts.add(
          new Outage(
              cut.finding(),
              mine,
              cut.line(),
              cut.subject(),
              cut.points(),
              1,
              cut.onset(),
              cut.ended(),
              "r",
              cut.told(),
              new Outage.County("then", 6)));
    }
    assertThat(judged(cuts, 99, Spans.NONE)).extracting(Judged::cause).containsOnly(Cause.REGION);
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
    Spans gap = Spans.of(List.of(span(3, 0, 5, 0)));
    Outage within = line("a", "T1", at(3, 1), at(4, 59)); // told when we listened again
    List<Outage> outages =
        List.of(
            told(within, at(5, 1), at(5, 1)),
            line("a", "T2", at(1, 0), at(6, 0)), // 2 h before and 1 h after are the mine's
            told(line("a", "T3", at(3, 30), null), at(5, 2), null)); // silent still
    List<Judged> judged = judged(outages, 2, gap);
    assertThat(judged)
        .extracting(Judged::cause)
        .containsExactly(Cause.PLATFORM, Cause.OWN, Cause.OWN);
    assertThat(judged.get(1).own().parts()).containsExactly(span(1, 0, 3, 0), span(5, 0, 6, 0));
    Row row = rows(question(By.MINE, DAY, DAY, gap), outages).get(0);
    assertThat(row.platform()).isEqualTo(1);
    assertThat(row.unwatched()).isEqualTo(minutes(120));
    assertThat(row.lines().get(FourLine.LINE))
        .as("two stretches, cut by us and not by the mine")
        .isEqualTo(new Row.Count(2, minutes(180 + 18 * 60), minutes(180 + 19 * 60)));
  }

  @Test
  void whatJudgingSaidMeanwhileWasWatchedThoughWeHeardOfItLater() {
    Spans gap = Spans.of(List.of(span(3, 0, 3, 20)));
    Outage pulled = line("a", "T1", at(3, 3), at(3, 18));
    Judged judged = judged(List.of(pulled), 2, gap).get(0);
    assertThat(judged.cause()).isEqualTo(Cause.OWN);
    assertThat(judged.own().total()).isEqualTo(minutes(15));
  }

  @Test
  void whatWasNeverWatchedIsNotCalledHeard() {
    Spans never = Spans.of(List.of(new Span(Instant.EPOCH, NOW)));
    assertThat(rows(question(By.MINE, DAY, DAY, never), List.of()))
        .extracting(Row::heard)
        .containsOnlyNulls();
    MinePlace young = new MinePlace("a", List.of("14", "a"), CHINA, 10, at(18, 0));
    Question question =
        new Question(By.MINE, Map.of("a", young), DAY.minusDays(1), DAY, Spans.NONE, NOW);
    Row row = rows(question, List.of(line("a", "T1", at(18, 0), at(19, 0)))).get(0);
    assertThat(row.heard()).as("1 h of 6 h of 10 points").isCloseTo(1 - 1 / 60.0, within(1e-9));
  }

  @Test
  void unnamedPointsAreUnitedAndTheirUnwatchedTimeIsNobodysToo() {
    Spans gap = Spans.of(List.of(span(0, 0, 12, 0)));
    List<String> named = List.of("T1");
    List<Outage> outages =
        List.of(
            told(
                outage("a", FourLine.NETWORK, "gateway/g", named, 10, at(0, 0), at(24, 0)),
                at(-1, 0),
                at(24, 1)),
            told(
                outage("a", FourLine.NETWORK, "gateway/g", named, 10, at(1, 0), at(23, 0)),
                at(-1, 0),
                at(24, 1)));
    Row row = rows(question(By.MINE, DAY, DAY, gap), outages).get(0);
    assertThat(row.lines().get(FourLine.NETWORK).pointTime()).isEqualTo(minutes(10 * 12 * 60));
    assertThat(row.heard()).isEqualTo(0.0);
  }

  @Test
  void aMomentOfAPointIsLostOnceInWhateverLines() {
    List<Outage> outages =
        List.of(line("a", "T1", at(1, 0), at(3, 0)), cut("a", at(2, 0), at(4, 0), "T1", "T2"));
    Row row = rows(By.MINE, DAY, DAY, outages).get(0);
    assertThat(row.lost()).isEqualTo(minutes(180 + 120));
  }

  @Test
  void aDayHasTheHoursThatItHasThere() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    MinePlace place = new MinePlace("a", List.of("a"), berlin, 1, Instant.EPOCH);
    LocalDate spring = LocalDate.parse("2026-03-29");
    assertThat(place.day(spring).length()).isEqualTo(Duration.ofHours(23));
    Question question =
        new Question(
            By.DAY,
            Map.of("a", place),
            spring,
            spring.plusDays(1),
            Spans.NONE,
            Instant.parse("2026-04-09T00:00:00Z"));
    Outage all =
        line(
            "a",
            "T1",
            Instant.parse("2026-03-28T12:00:00Z"),
            Instant.parse("2026-03-31T12:00:00Z"));
    assertThat(rows(question, List.of(all)))
        .extracting(row -> row.lines().get(FourLine.LINE).time())
        .containsExactly(Duration.ofHours(24), Duration.ofHours(23));
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
