package io.minewatch.jobs.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.Quality;
import io.minewatch.jobs.state.PointsSerializer;
import io.minewatch.series.note.Statistic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;

  private final Points points = new Points();

  @Test
  void aWindowSaysWhatItsReadingsSaid() {
    take("T1", 0.4, Quality.GOOD, 0);
    take("T1", 0, Quality.OVER_RANGE, MINUTE);
    take("T1", Double.NaN, Quality.DISCONNECTED, 2 * MINUTE);
    take("T1", 9.0, Quality.CALIBRATION, 3 * MINUTE);
    take("T1", 0.5, Quality.GOOD, 4 * MINUTE);
    assertThat(points.due(Long.MAX_VALUE)).as("still open").isEmpty();
    take("T1", 0.6, Quality.GOOD, 5 * MINUTE);

    Statistic said = onlyPiece();

    assertThat(said.window()).isEqualTo(Instant.ofEpochMilli(START));
    assertThat(said.count()).isEqualTo(5);
    assertThat(said.measured()).isEqualTo(2);
    assertThat(said.min()).isEqualTo(0.4);
    assertThat(said.max()).isEqualTo(0.5);
    assertThat(said.mean()).isEqualTo((0.4 + 0.5) / 2);
    assertThat(said.last()).isEqualTo(0.5);
    assertThat(said.lastAt()).isEqualTo(Instant.ofEpochMilli(START + 4 * MINUTE));
    assertThat(said.byQuality())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Quality.GOOD, 2L,
                Quality.OVER_RANGE, 1L,
                Quality.DISCONNECTED, 1L,
                Quality.CALIBRATION, 1L));
  }

  @ParameterizedTest(name = "{0} over range")
  @ValueSource(doubles = {0, 4, 9_999, Double.NaN})
  void aWindowBeyondTheRangeHasItsQualityAndNoNumber(double sent) {
    take("T1", sent, Quality.OVER_RANGE, 0);
    take("T1", 0.6, Quality.GOOD, 5 * MINUTE);

    Statistic said = onlyPiece();

    assertThat(said.count()).isEqualTo(1);
    assertThat(said.measured()).isZero();
    assertThat(List.of(said.min(), said.max(), said.mean(), said.last())).containsOnly(Double.NaN);
    assertThat(said.byQuality()).containsExactly(Map.entry(Quality.OVER_RANGE, 1L));
  }

  @Test
  void whatComesLateIsAnotherPieceOfItsWindow() {
    take("T1", 0.4, Quality.GOOD, 0);
    take("T1", 0.5, Quality.GOOD, 5 * MINUTE);
    take("T1", 0.6, Quality.GOOD, 10 * MINUTE);
    take("T1", 0.7, Quality.GOOD, 6 * MINUTE);
    take("T1", 0.8, Quality.GOOD, 7 * MINUTE);
    take("T1", 0.9, Quality.GOOD, MINUTE);

    List<Closed> due = points.due(Long.MAX_VALUE);

    assertThat(due).extracting(piece -> piece.statistic().count()).containsExactly(1L, 1L, 2L);
    assertThat(due.get(1).number()).isZero();
    assertThat(due.get(2).number()).isPositive();
    assertThat(due.get(2).statistic().window()).isEqualTo(due.get(1).statistic().window());
  }

  @Test
  void aPointThatFallsSilentHasItsWindowWritten() {
    take("T1", 0.4, Quality.GOOD, 0);
    points.closeIdle(START + 5 * MINUTE - 1, 0);
    assertThat(points.due(1)).isEmpty();

    points.closeIdle(START + 5 * MINUTE, 0);

    assertThat(onlyPiece().count()).isEqualTo(1);
  }

  @Test
  void theSameOnceMoreIsCountedOnceAndAnotherIsInDoubt() {
    assertThat(take("T1", 0.4, Quality.GOOD, 0)).isEqualTo(Points.Place.OWN);
    assertThat(take("T1", 0.4, Quality.GOOD, 0)).isEqualTo(Points.Place.SAME);
    assertThat(take("T1", 0.5, Quality.GOOD, 0)).isEqualTo(Points.Place.BESIDE);
    assertThat(take("T1", 0.4, Quality.SUSPECT, 0)).isEqualTo(Points.Place.BESIDE);
    assertThat(take("T1", 0.4, Quality.GOOD, -MINUTE)).isEqualTo(Points.Place.BESIDE);
    take("T1", 0.6, Quality.GOOD, 5 * MINUTE);

    assertThat(points.due(1).get(0).statistic().count()).as("each but the double").isEqualTo(3);
  }

  /** It is there already, but among the strangers: as that of a measure it is written anew. */
  @Test
  void theNewestOnceMoreIsNewToThePlanThatNowKnowsItsPoint() {
    Points.Told told = new Points.Told(3, Quality.GOOD, START, START);
    assertThat(points.take("X", null, told, 0)).isEqualTo(Points.Place.OWN);
    assertThat(points.take("X", Measure.METHANE, told, 0)).isEqualTo(Points.Place.OWN);
    assertThat(points.take("X", Measure.METHANE, told, 0)).isEqualTo(Points.Place.SAME);
    assertThat(points.take("X", Measure.OXYGEN, told, 0)).isEqualTo(Points.Place.OWN);
  }

  /** The late one is the first of its measure, and says nothing of where the newest is kept. */
  @Test
  void theNewestOfAStrangerIsNewToItsPlanAfterALateReadingToo() {
    Points.Told newest = new Points.Told(3, Quality.GOOD, START + MINUTE, START + MINUTE);
    assertThat(points.take("X", null, newest, 0)).isEqualTo(Points.Place.OWN);
    Points.Told late = new Points.Told(2, Quality.GOOD, START, START + 2 * MINUTE);
    assertThat(points.take("X", Measure.METHANE, late, 0)).isEqualTo(Points.Place.BESIDE);
    assertThat(points.take("X", Measure.METHANE, newest, 0)).isEqualTo(Points.Place.OWN);
    assertThat(points.take("X", Measure.METHANE, newest, 0)).isEqualTo(Points.Place.SAME);
    points.closeIdle(Long.MAX_VALUE, 0);
    assertThat(onlyPiece().count()).isEqualTo(2);
  }

  @Test
  void ofAPointThatIsCountedNowhereTheNewestIsKnownAllTheSame() {
    Points.Told told = new Points.Told(3, Quality.GOOD, START, START);
    assertThat(points.take("X", null, told, 0)).isEqualTo(Points.Place.OWN);
    Points.Told other = new Points.Told(4, Quality.GOOD, START, START);
    assertThat(points.take("X", null, other, 0)).isEqualTo(Points.Place.BESIDE);
    assertThat(points.newest()).isEqualTo(START);
    points.closeIdle(Long.MAX_VALUE, 0);
    assertThat(points.due(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void anotherMeasureOfAPointIsNotAddedToTheOneBefore() {
    take("T1", 0.4, Quality.GOOD, 0);
    Points.Told told = new Points.Told(20.9, Quality.GOOD, START + MINUTE, START + MINUTE);
    points.take("T1", Measure.OXYGEN, told, 0);
    points.closeIdle(Long.MAX_VALUE, 0);

    assertThat(points.due(1))
        .extracting(Closed::measure)
        .containsExactly(Measure.METHANE, Measure.OXYGEN);
  }

  @Test
  void noMoreThanALimitIsRemembered() {
    for (int i = 0; i <= Points.MOST; i++) {
      take("p" + i, 1, Quality.GOOD, 0);
    }
    assertThat(take("p0", 2, Quality.GOOD, MINUTE)).isEqualTo(Points.Place.OWN);
    assertThat(take("p" + Points.MOST, 2, Quality.GOOD, MINUTE)).isEqualTo(Points.Place.BESIDE);
    points.closeIdle(Long.MAX_VALUE, 5);
    points.due(6);
    points.forget(point -> point.equals("p0"));
    assertThat(take("p1", 2, Quality.GOOD, 0)).as("forgotten").isEqualTo(Points.Place.OWN);
  }

  @Test
  void aCopySharesNothing() throws Exception {
    take("T1", 0.4, Quality.GOOD, 0);
    take("T1", 0.4, Quality.DISCONNECTED, 1);
    Points copy = points.copy();
    byte[] before = bytes(copy);
    take("T1", 0.5, Quality.DISCONNECTED, MINUTE);
    take("T1", 0.6, Quality.GOOD, 5 * MINUTE);
    take("T2", 0.6, Quality.GOOD, 0);

    assertThat(bytes(copy)).isEqualTo(before).isNotEqualTo(bytes(points));
  }

  /** Said in decision 36. */
  @Test
  void aPointCostsInACheckpointWhatIsWrittenDown() throws Exception {
    int none = bytes(points).length;
    take("T1-0101", 0.4, Quality.GOOD, 0);
    int one = bytes(points).length;
    take("T1-0101", 0.4, Quality.DISCONNECTED, 1);
    int odd = bytes(points).length;

    assertThat(one - none).isEqualTo(35 + "T1-0101".length() + 65);
    assertThat(odd - one).isEqualTo(113 - 65);
  }

  private Points.Place take(String point, double value, Quality quality, long after) {
    Points.Told told = new Points.Told(value, quality, START + after, START + after);
    return points.take(point, Measure.METHANE, told, 0);
  }

  private Statistic onlyPiece() {
    assertThat(points.due(0)).as("before a checkpoint").isEmpty();
    List<Closed> due = points.due(1);
    assertThat(due).hasSize(1);
    return due.get(0).statistic();
  }

  static byte[] bytes(Points points) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(256);
    new PointsSerializer().serialize(points, out);
    return out.getCopyOfBuffer();
  }
}
