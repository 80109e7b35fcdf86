package io.minewatch.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.Hole;
import io.minewatch.domain.finding.OwnAlarm;
import io.minewatch.domain.finding.Subject;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.place.Fix;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What every series server must keep beside readings: people, alarms, statistics, what is missing.
 */
public abstract class BesideContract extends ServedSeries {
  /** The numbers that a query for {@code ended} gives, in its own words for the server. */
  protected abstract List<Long> endsOfOwnAlarms(String query);

  @Test
  void positionsComeBackAsTheyWere() {
    Fix inside =
        new Fix(
            new CardId("c-1"),
            START,
            true,
            new ZoneId("face-0101"),
            START.minusSeconds(60),
            "s-7",
            -12.5,
            true,
            false);
    Fix outside =
        new Fix(new CardId("c-2"), START.plusSeconds(1), false, null, null, "", 0, false, true);
    Lines lines = new Lines();
    lines.addPosition(MINE.value(), inside, Lines.Place.OWN);
    lines.addPosition(MINE.value(), outside, Lines.Place.AGAIN);
    write(lines);

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(store.positions(MINE, ALL)).containsExactly(inside, outside));
  }

  @Test
  void oddTextsOfUnregisteredPointsAreTaken() {
    Lines lines = new Lines();
    lines.addUnregistered("m", "p", 3, "m3/h \"x\" \\ 瓦斯", Quality.GOOD, ms(0), Lines.Place.OWN);
    lines.addUnregistered("m", "a b,c=d瓦斯", 3, "", Quality.GOOD, ms(0), Lines.Place.AGAIN);

    write(lines);
  }

  @Test
  void theEndOfAnOwnAlarmIsKeptWhicheverComesFirst() {
    Instant end = START.plusSeconds(9);
    write(own("c-1", null));
    write(own("c-1", end));
    write(own("c-2", end));
    write(own("c-2", null));
    write(own("c-3", end)); // when this is there, all before it are

    Awaitility.await().untilAsserted(() -> assertThat(ends("c-3")).isNotEmpty());
    assertThat(ends("c-1")).containsExactly(end.toEpochMilli());
    assertThat(ends("c-2")).containsExactly(end.toEpochMilli());
  }

  private static Lines own(String card, Instant end) {
    Subject subject = new Subject(Subject.Kind.CARD, card);
    Lines lines = new Lines();
    lines.addOwnAlarm(
        MINE.value(),
        new OwnAlarm(
            OwnAlarm.Kind.DISTRESS, subject, new ZoneId("z"), START, end, Map.of("max", "1")));
    return lines;
  }

  private List<Long> ends(String card) {
    return endsOfOwnAlarms(
        "SELECT ended FROM own_alarm WHERE about = 'DISTRESS/card/" + card + "'");
  }

  @Test
  void thePiecesOfAWindowAreAddedUp() {
    Series series = series("pieces");
    String head = Lines.statisticHead(series.measure(), MINE.value(), "pieces");
    Lines lines = new Lines();
    lines.addStatistic(head, statistic(START, 9, 0.5, Quality.GOOD), 0);
    lines.addStatistic(head, statistic(START, 8, 1.0, Quality.OVER_RANGE), Lines.PIECES);
    lines.addStatistic(head, cut(START), 7);
    Instant next = START.plus(Statistic.WINDOW);
    lines.addStatistic(head, cut(next), 0);
    byte[] bytes = lines.take();
    for (int times = 0; times < 2; times++) {
      assertThat(writer.write(bytes)).isEqualTo(Answer.STORED);
    }
    Span both = new Span(START, next.plusMillis(1));
    List<Statistic> read =
        Awaitility.await()
            .until(
                () -> store.statistics(series, both),
                all -> all.size() == 2 && all.get(0).count() == 7);

    Map<Quality, Long> qualities =
        Map.of(Quality.GOOD, 2L, Quality.OVER_RANGE, 2L, Quality.DISCONNECTED, 3L);
    assertThat(read)
        .containsExactly(
            new Statistic(START, 7, 4, 0.25, 1.25, 0.75, 0.5, START.plusSeconds(9), qualities),
            cut(next));
    assertThat(read.get(0).share(Quality.DISCONNECTED)).isEqualTo(3.0 / 7);
    assertThat(store.statistics(series, new Span(next, next.plus(Statistic.WINDOW)))).hasSize(1);
    Series other = new Series(MINE, Measure.OXYGEN, series.point());
    assertThat(store.statistics(other, ALL)).isEmpty();
  }

  private static Statistic statistic(Instant at, int second, double mean, Quality quality) {
    Instant last = at.plusSeconds(second);
    Map<Quality, Long> two = Map.of(quality, 2L);
    return new Statistic(at, 2, 2, mean - 0.25, mean + 0.25, mean, mean, last, two);
  }

  private static Statistic cut(Instant at) {
    double none = Double.NaN;
    return new Statistic(at, 3, 0, none, none, none, none, at, Map.of(Quality.DISCONNECTED, 3L));
  }

  @Test
  void whatWasToldTwiceIsReadBackAndCounted() {
    MineCode mine = new MineCode("160921021337");
    Rewrite first = rewrite("T1", 0.4, 0.2, Rewrite.Cause.UNEXPLAINED);
    Rewrite second = rewrite("T1", Double.NaN, 0.3, Rewrite.Cause.UNEXPLAINED);
    Rewrite third = rewrite("T2", 0.4, Double.NaN, Rewrite.Cause.CLOCK_PUT_BACK);
    Lines lines = new Lines();
    List.of(first, second, third).forEach(each -> lines.addRewrite(mine.value(), each));
    byte[] bytes = lines.take();
    for (int times = 0; times < 2; times++) {
      assertThat(writer.write(bytes)).isEqualTo(Answer.STORED);
    }
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(store.rewrites(mine, ALL))
                    .containsExactlyInAnyOrder(first, second, third));
    assertThat(store.rewrites(MINE, ALL)).isEmpty();
    GatewayId gateway = first.gateway();
    assertThat(store.rewriteCounts(ALL))
        .containsExactlyInAnyOrder(
            new RewriteCount(mine, gateway, "T1", Rewrite.Cause.UNEXPLAINED, 2),
            new RewriteCount(mine, gateway, "T2", Rewrite.Cause.CLOCK_PUT_BACK, 1));
    assertThat(store.rewriteCounts(new Span(START.plusSeconds(60), ALL.to()))).isEmpty();
  }

  private static Rewrite rewrite(String point, double was, double value, Rewrite.Cause cause) {
    return new Rewrite(
        new GatewayId("gw-1"),
        point,
        Measure.METHANE,
        START.minusSeconds(60),
        was,
        Double.isNaN(was) ? Quality.DISCONNECTED : Quality.GOOD,
        value,
        Double.isNaN(value) ? Quality.SENSOR_FAULT : Quality.GOOD,
        cause,
        START,
        "s-1",
        41);
  }

  @Test
  void whatIsMissingIsTaken() {
    Lines lines = new Lines();
    for (Long readings : new Long[] {null, 63L}) {
      lines.addHole(
          MINE.value(),
          new GatewayId("gw-1"),
          new Hole("s1", 1, 4, START, START.plusSeconds(9), 1, 1, 0, readings, readings));
    }

    write(lines);
  }
}
