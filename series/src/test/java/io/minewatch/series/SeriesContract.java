package io.minewatch.series;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.connect.SeriesServers;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.server.SeriesServer;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.LineWriter;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import io.minewatch.series.store.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every series server must do for us. Each test has a point of its own. */
public abstract class SeriesContract {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Span ALL = new Span(START.minusSeconds(1), START.plusSeconds(1_000_000));

  private LineWriter writer;
  private SeriesStore store;

  /** The server, started. */
  protected abstract SeriesServer server();

  /** The numbers that a query for {@code ended} gives, in its own words for the server. */
  protected abstract List<Long> endsOfOwnAlarms(String query);

  @BeforeEach
  void open() {
    writer = SeriesServers.writer(server());
    store = SeriesServers.store(server());
  }

  @AfterEach
  void close() {
    writer.close();
    store.close();
  }

  @Test
  void whatWasWrittenIsReadBackEqual() {
    Series series = series("equal");
    double[] values = {0.42, -0.1, 1e-5, 99.99, 1.0 / 3};
    Lines lines = new Lines();
    for (int i = 0; i < values.length; i++) {
      add(lines, series, values[i], Quality.GOOD, START.plusMillis(i * 1_001L));
    }
    write(lines);

    History history = awaitHistory(series, values.length);

    assertThat(history.values()).containsExactly(values);
    assertThat(history.times()).containsExactly(ms(0), ms(1_001), ms(2_002), ms(3_003), ms(4_004));
    assertThat(history.stepMillis()).isZero();
    assertThat(store.last(series))
        .isEqualTo(new Sample(START.plusMillis(4_004), 1.0 / 3, Quality.GOOD));
  }

  /** What was written is held against what is read back: a rounding would be an alteration. */
  @Test
  void everyBitOfAValueComesBack() {
    Series series = series("bits");
    Random random = new Random(1);
    Lines lines = new Lines();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      values.add(random.nextGaussian() * Math.pow(10, random.nextInt(16) - 9));
      add(lines, series, values.get(i), Quality.GOOD, START.plusSeconds(i));
    }
    write(lines);

    awaitHistory(series, 300);
    assertThat(store.recorded(series, ALL)).extracting(Recorded::value).isEqualTo(values);
  }

  @Test
  void theSameWrittenTwiceIsThereOnce() {
    Series series = series("twice");
    Lines lines = new Lines();
    for (int i = 0; i < 100; i++) {
      add(lines, series, i, Quality.GOOD, START.plusSeconds(i));
    }
    byte[] bytes = lines.take();
    assertThat(writer.write(bytes).status()).isEqualTo(204);
    assertThat(writer.write(bytes).status()).isEqualTo(204);
    Series after = series("twice-after");
    add(lines, after, 1, Quality.GOOD, START);
    write(lines);
    awaitHistory(after, 1);

    assertThat(awaitHistory(series, 100).size()).isEqualTo(100);
  }

  @Test
  void whatAClockPutBackTellsAgainIsKeptBesideWhatItToldBefore() {
    Lines lines = new Lines();
    String head = Lines.head(Measure.HUMIDITY, MINE.value(), "again", "face-0101");
    lines.add(head, 40, Quality.GOOD, ms(0));
    lines.add(head, 50, Quality.GOOD, ms(1_000));
    write(lines);
    for (int times = 0; times < 2; times++) {
      lines.add(head, 60, Quality.GOOD, ms(0), Lines.Place.AGAIN);
      lines.add(head, Double.NaN, Quality.DISCONNECTED, ms(1_000), Lines.Place.AGAIN);
      write(lines);
    }

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(store.recorded(MINE, Measure.HUMIDITY, ALL))
                    .containsExactly(
                        new Recorded("again", START, 40, Quality.GOOD),
                        new Recorded("again", START, 60, Quality.GOOD),
                        new Recorded("again", START.plusSeconds(1), 50, Quality.GOOD),
                        new Recorded(
                            "again", START.plusSeconds(1), Double.NaN, Quality.DISCONNECTED)));
    Series series = new Series(MINE, Measure.HUMIDITY, new PointId("again"));
    History history = store.history(series, ALL, 100);
    assertThat(history.values()).containsExactly(40, 60, 50);
    assertThat(history.times()).containsExactly(ms(0), ms(0), ms(1_000));
  }

  @Test
  void whatWasNotMeasuredIsKeptButIsNoValueOfTheHistory() {
    Series series = series("cut");
    Lines lines = new Lines();
    add(lines, series, 1.2, Quality.GOOD, START);
    add(lines, series, 0, Quality.DISCONNECTED, START.plusSeconds(1));
    add(lines, series, 2.0, Quality.CALIBRATION, START.plusSeconds(2));
    add(lines, series, 4.0, Quality.OVER_RANGE, START.plusSeconds(3));
    add(lines, series, 0, Quality.DISCONNECTED, START.plusSeconds(4));
    write(lines);

    assertThat(awaitHistory(series, 2).values()).containsExactly(1.2, 4.0);
    assertThat(store.last(series))
        .isEqualTo(new Sample(START.plusSeconds(4), 0, Quality.DISCONNECTED));
  }

  @Test
  void allReadingsOfAMineComeBackAsTheyCameWhateverTheirQuality() {
    Lines lines = new Lines();
    String head = Lines.head(Measure.WATER_LEVEL, MINE.value(), "L-1", "sump");
    lines.add(head, 1.25, Quality.GOOD, START.toEpochMilli());
    lines.add(head, Double.NaN, Quality.DISCONNECTED, START.plusSeconds(1).toEpochMilli());
    lines.add(
        Lines.head(Measure.WATER_LEVEL, MINE.value(), "L-2", "sump"),
        2.5,
        Quality.CALIBRATION,
        START.plusSeconds(2).toEpochMilli());
    write(lines);

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(store.recorded(MINE, Measure.WATER_LEVEL, ALL))
                    .containsExactly(
                        new Recorded("L-1", START, 1.25, Quality.GOOD),
                        new Recorded("L-1", START.plusSeconds(1), Double.NaN, Quality.DISCONNECTED),
                        new Recorded("L-2", START.plusSeconds(2), 2.5, Quality.CALIBRATION)));
    assertThat(store.recorded(new MineCode("150921021337"), Measure.WATER_LEVEL, ALL)).isEmpty();
    Series first = new Series(MINE, Measure.WATER_LEVEL, new PointId("L-1"));
    assertThat(store.recorded(first, ALL))
        .containsExactly(
            new Recorded("L-1", START, 1.25, Quality.GOOD),
            new Recorded("L-1", START.plusSeconds(1), Double.NaN, Quality.DISCONNECTED));
  }

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
  void aSpanHoldsItsBeginAndNotItsEnd() {
    Series series = series("span");
    Lines lines = new Lines();
    for (int i = 0; i < 10; i++) {
      add(lines, series, i, Quality.GOOD, START.plusSeconds(i));
    }
    write(lines);
    awaitHistory(series, 10);

    Span middle = new Span(START.plusSeconds(3), START.plusSeconds(5));
    assertThat(store.history(series, middle, 100).values()).containsExactly(3, 4);
    Span later = new Span(START.plusSeconds(50), START.plusSeconds(60));
    assertThat(store.history(series, later, 100).size()).isZero();
  }

  @Test
  void aSeriesThatNeverWasIsEmpty() {
    assertThat(store.history(series("never"), ALL, 100).size()).isZero();
    assertThat(store.last(series("never"))).isNull();
  }

  /** Who may write to the store may write anything; it must not hide the rows beside it. */
  @Test
  void aRowWithAnotherWordForItsQualityIsToldAsItIs() {
    Series series = series("planted");
    Lines lines = new Lines();
    add(lines, series, 1, Quality.GOOD, START);
    byte[] planted =
        (Lines.head(Measure.METHANE, MINE.value(), "planted", "face-0101")
                + "value=2.0,quality=\"GOOOD\" "
                + ms(1_000)
                + "000000\n")
            .getBytes(UTF_8);
    assertThat(writer.write(planted)).isEqualTo(Answer.STORED);
    add(lines, series, 3, Quality.GOOD, START.plusSeconds(2));
    write(lines);
    awaitHistory(series, 2);

    List<Recorded> recorded = store.recorded(series, ALL);

    assertThat(recorded).extracting(Recorded::word).containsExactly("GOOD", "GOOOD", "GOOD");
    assertThat(recorded).extracting(Recorded::isOurs).containsExactly(true, false, true);
    assertThat(recorded.get(1).quality()).isEqualTo(Quality.SUSPECT);
  }

  @Test
  void aLongHistoryIsThinnedAndKeepsItsPeak() {
    Series series = series("long");
    Lines lines = new Lines();
    for (int i = 0; i < 2_000; i++) {
      double value = i == 1_234 ? 4.5 : i == 777 ? -1 : 0.4;
      add(lines, series, value, Quality.GOOD, START.plusSeconds(i));
    }
    write(lines);
    awaitHistory(series, 2_000);

    Span span = new Span(START, START.plusSeconds(2_000));
    History thin = store.history(series, span, 100);

    assertThat(thin.size()).isBetween(50, 104);
    assertThat(thin.stepMillis()).isPositive();
    assertThat(thin.values()).contains(4.5).contains(-1.0);
    assertThat(thin.times()).isSorted();
  }

  @Test
  void aReadingWithoutValueIsNoValue() {
    Series series = series("no-value");
    Lines lines = new Lines();
    add(lines, series, 1, Quality.GOOD, START);
    add(lines, series, Double.NaN, Quality.DISCONNECTED, START.plusSeconds(1));
    add(lines, series, 2, Quality.OVER_RANGE, START.plusSeconds(2));
    write(lines);

    assertThat(awaitHistory(series, 2).values()).containsExactly(1, 2);
    assertThat(store.last(series))
        .isEqualTo(new Sample(START.plusSeconds(2), 2, Quality.OVER_RANGE));
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
    store.settle(Set.of(Measure.values()));

    List<Statistic> read = store.statistics(series, new Span(START, next.plusMillis(1)));

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
    store.settle(Set.of(Measure.values()));

    assertThat(store.rewrites(mine, ALL)).containsExactlyInAnyOrder(first, second, third);
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

  @Test
  void aBadLineAmongGoodOnesIsAnsweredSoThatWeSplit() {
    byte[] bad =
        "methane,mine=m,point=p value=oops 1\nmethane,mine=m,point=p value=1 2\n".getBytes(UTF_8);

    Answer answer = writer.write(bad);

    assertThat(answer.verdict(2)).as(answer.text()).isEqualTo(Verdict.SPLIT);
    assertThat(answer.verdict(1)).isEqualTo(Verdict.DROP);
  }

  private static Series series(String point) {
    return new Series(MINE, Measure.METHANE, new PointId(point));
  }

  private static long ms(long after) {
    return START.toEpochMilli() + after;
  }

  private static void add(Lines to, Series series, double value, Quality quality, Instant at) {
    String head = Lines.head(series.measure(), MINE.value(), series.point().value(), "face-0101");
    to.add(head, value, quality, at.toEpochMilli());
  }

  private void write(Lines lines) {
    assertThat(writer.write(lines.take())).isEqualTo(Answer.STORED);
  }

  private History awaitHistory(Series series, int size) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> store.history(series, ALL, 10_000), h -> h.size() >= size);
  }
}
