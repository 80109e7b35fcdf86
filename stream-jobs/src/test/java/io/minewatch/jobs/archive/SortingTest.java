package io.minewatch.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import io.minewatch.jobs.window.Points;
import io.minewatch.series.store.Lines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortingTest {
  private static final long RECEIVED = 1_767_225_601_000L;
  private static final long NOW = RECEIVED - 1_000;
  private static final String KNOWN = "methane,mine=140921021337,point=T1-0101,zone=face-0101 ";
  private static final String STRANGE = "unregistered,mine=140921021337,point=X1 unit=\"ppm\",";

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource(
      nullValues = "none",
      value = {
        "T1-0101, 0.42,   /100, GOOD,         0, 'value=0.42,quality=\"GOOD\"', none",
        "T1-0101, 0.0042, /,    GOOD,         0, 'value=0.42,quality=\"GOOD\"', none",
        "T1-0101, 100,    /100, OVER_RANGE,   0, 'value=100.0,quality=\"OVER_RANGE\"', none",
        "T1-0101, 9999,   /100, OVER_RANGE,   0, 'quality=\"OVER_RANGE\"', none",
        "T1-0101, NaN,    /100, OVER_RANGE,   0, 'quality=\"OVER_RANGE\"', none",
        "T1-0101, 0.1,    /100, SENSOR_FAULT, 0, 'value=0.1,quality=\"SENSOR_FAULT\"', none",
        "T1-0101, 9999,   /100, SENSOR_FAULT, 0, 'quality=\"SENSOR_FAULT\"', none",
        "T1-0101, NaN,    /100, DISCONNECTED, 0, 'quality=\"DISCONNECTED\"', none",
        "T1-0101, NaN,    /100, GOOD,         0, none, NOT_A_NUMBER",
        "T1-0101, Infinity, /100, GOOD,       0, none, NOT_A_NUMBER",
        "T1-0101, 100.01, /100, GOOD,         0, none, IMPOSSIBLE_VALUE",
        "T1-0101, 20,     Cel,  GOOD,         0, none, WRONG_UNIT",
        "T1-0101, 1,      /100, GOOD, 86401001, none, ABSURD_TIME",
        "T1-0101, 1,      /100, GOOD, -1767225600000, none, ABSURD_TIME",
        "X1,      3,      ppm,  GOOD,         0, 'value=3.0,quality=\"GOOD\"', none",
        "X1,      NaN,    ppm,  GOOD,         0, none, NOT_A_NUMBER",
        "X1,      NaN,    ppm,  OVER_RANGE,   0, 'quality=\"OVER_RANGE\"', none",
        "X1,      NaN,    ppm,  PAUSED,       0, 'quality=\"PAUSED\"', none",
        "X1,      3,      ppm,  GOOD, 86401001, none, ABSURD_TIME",
        "'X 1',   3,      ppm,  GOOD,         0, none, UNKNOWN_POINT",
        "full,    3,      ppm,  GOOD,         0, none, UNKNOWN_POINT"
      })
  void everyReadingIsALineOrIsRefusedForAReason(
      String point,
      double value,
      String unit,
      Quality quality,
      long after,
      String fields,
      RejectReason refused)
      throws Exception {
    Lines lines = new Lines();
    List<RejectReason> refusals = new ArrayList<>();
    ReadingBatch batch = new ReadingBatch();
    batch.add(point, value, unit, NOW + after, quality);
    Register register = Register.of(Messages.read(Samples.bytes("plan.json"), Plan.class));

    new Sorting(lines, refusals::add, (its, measure, told, place) -> {})
        .sort(
            batch,
            new Sorting.Origin(Samples.MINE, RECEIVED, new Points(), 0),
            register,
            name -> !name.equals("full"));

    String head = point.equals("T1-0101") ? KNOWN : STRANGE;
    String expected = fields == null ? "" : head + fields + " " + (NOW + after) + "000000\n";
    assertThat(new String(lines.take(), UTF_8)).isEqualTo(expected);
    assertThat(refusals).isEqualTo(refused == null ? List.of() : List.of(refused));
  }

  @Test
  void whatIsTakenAllTheSameIsNotCounted() {
    List<RejectReason> refusals = new ArrayList<>();
    new Sorting(new Lines(), refusals::add, (its, measure, told, place) -> {})
        .refuse(
            List.of(
                new RefusedRecord(RejectReason.UNREADABLE, "no such quality", true),
                new RefusedRecord(RejectReason.WRONG_TOPIC, "of another mine")));

    assertThat(refusals).containsExactly(RejectReason.WRONG_TOPIC);
  }
}
