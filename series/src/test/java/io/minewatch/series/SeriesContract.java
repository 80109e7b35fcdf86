package io.minewatch.series;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.store.Answer;
import io.minewatch.series.store.History;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.Span;
import io.minewatch.series.store.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every series server must do for us with readings, and with all that stands beside them. */
public abstract class SeriesContract extends BesideContract {
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
  void aBadLineAmongGoodOnesIsAnsweredSoThatWeSplit() {
    byte[] bad =
        "methane,mine=m,point=p value=oops 1\nmethane,mine=m,point=p value=1 2\n".getBytes(UTF_8);

    Answer answer = writer.write(bad);

    assertThat(answer.verdict(2)).as(answer.text()).isEqualTo(Verdict.SPLIT);
    assertThat(answer.verdict(1)).isEqualTo(Verdict.DROP);
  }
}
