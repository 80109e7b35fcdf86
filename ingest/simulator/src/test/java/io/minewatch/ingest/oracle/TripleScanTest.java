package io.minewatch.ingest.oracle;

import static io.minewatch.ingest.oracle.Excursion.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.house.Recordings;
import io.minewatch.ingest.replay.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TripleScanTest {
  private static final TripleScan FACE = new TripleScan(1.0, 1.5, 1.0);

  static Stream<Arguments> table() {
    double gap = Double.NaN;
    return Stream.of(
        row("nothing comes of nothing", column()),
        row("just below the alarm is nothing", column(0.99, 0.4)),
        row("the alarm itself counts", column(0.4, 1.0, 0.99), new Excursion(1, 1.0, 1, NONE, 2)),
        row(
            "restore itself is not restored",
            column(1.2, 1.0, 0.9),
            new Excursion(0, 1.2, 0, NONE, 2)),
        row("the cut itself counts", column(1.1, 1.5, 0.9), new Excursion(0, 1.5, 1, 1, 2)),
        row(
            "the first of equal peaks is told",
            column(1.3, 1.3, 0.9),
            new Excursion(0, 1.3, 0, NONE, 2)),
        row(
            "an excursion at the end is open",
            column(0.4, 1.1, 1.6),
            new Excursion(1, 1.6, 2, 2, NONE)),
        row(
            "a missing row changes nothing",
            column(1.1, gap, 1.2, gap, 0.9),
            new Excursion(0, 1.2, 2, NONE, 4)),
        row(
            "one after the other",
            column(1.1, 0.9, 0.8, 1.7, 0.5),
            new Excursion(0, 1.1, 0, NONE, 1),
            new Excursion(3, 1.7, 3, 3, 4)));
  }

  private static Arguments row(String sentence, double[] column, Excursion... found) {
    return Arguments.of(sentence, column, List.of(found));
  }

  private static double[] column(double... values) {
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void findsTheExcursions(String sentence, double[] column, List<Excursion> expected) {
    assertThat(FACE.scan(column)).as(sentence).isEqualTo(expected);
  }

  @Test
  void aLowerRestoreHoldsTheExcursion() {
    assertThat(new TripleScan(1.0, 1.5, 0.8).scan(column(1.1, 0.9, 1.2, 0.8, 0.79)))
        .containsExactly(new Excursion(0, 1.2, 2, NONE, 4));
  }

  @Test
  void aTripleThatDoesNotAscendIsRefused() {
    assertThatThrownBy(() -> new TripleScan(1.0, 0.5, 1.0)).hasMessageContaining("ascend");
  }

  @Test
  void theRecordedLongwallBeginsInExcursionAndItsIdleStretchIsQuiet() throws IOException {
    Path file = Recordings.longwall();
    double[] column = column(file, "MM116");
    List<Excursion> found = FACE.scan(column);

    assertThat(column).hasSize(13_368);
    assertThat(found.get(0).onsetRow()).isZero();
    for (Excursion e : found) {
      int end = e.endRow() == NONE ? column.length : e.endRow();
      for (int row = e.onsetRow(); row < end; row++) {
        assertThat(column[row]).isGreaterThanOrEqualTo(1.0);
      }
    }
  }

  private static double[] column(Path file, String name) throws IOException {
    List<Double> values = new ArrayList<>();
    try (Recording recording = Recording.open(file)) {
      int cell = recording.names().indexOf(name);
      for (String[] row = recording.next(); row != null; row = recording.next()) {
        values.add(Double.valueOf(row[cell]));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
