package io.minewatch.alerting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.view.FeedHealth.Cell;
import io.minewatch.alerting.view.FeedHealth.State;
import io.minewatch.domain.place.ZoneId;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.note.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedHealthTest {
  private static final java.time.ZoneId CHINA = java.time.ZoneId.of("Asia/Shanghai");
  private static final PointPlan POINT =
      new PointPlan(
          new PointId("T1"),
          new ZoneId("face"),
          Measure.METHANE,
          "面",
          "face",
          "",
          Duration.ofSeconds(10),
          List.of());
  private static final List<Instant> HOURS = FeedHealth.hours(LocalDate.of(2026, 3, 1), CHINA);

  private static Statistic window(Instant at, long measured, Quality other) {
    double number = measured == 0 ? Double.NaN : 0.5;
    Map<Quality, Long> by =
        measured == 30
            ? Map.of(Quality.GOOD, 30L)
            : Map.of(Quality.GOOD, Math.max(1, measured), other, 30 - Math.max(1, measured));
    return new Statistic(at, 30, measured, number, number, number, number, at, by);
  }

  @Test
  void eachHourIsFullPartlyUnmeasuredSilentOrAhead() {
    List<Statistic> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Duration into = Duration.ofMinutes(5L * i);
      all.add(window(HOURS.get(0).plus(into), 30, Quality.GOOD));
      if (i < 9) {
        all.add(window(HOURS.get(1).plus(into), 20, Quality.SUSPECT));
      }
      all.add(window(HOURS.get(2).plus(into), 0, Quality.CALIBRATION));
      if (i >= 3 && i < 9) { // the first three are missing, and the last three are not settled
        all.add(window(HOURS.get(4).plus(into), 30, Quality.GOOD));
      }
    }
    Instant now = HOURS.get(4).plus(Duration.ofMinutes(30)).plus(FeedHealth.SETTLED);
    assertThat(FeedHealth.row(POINT, HOURS, all, now).cells().subList(0, 6))
        .containsExactly(
            new Cell(State.FULL, 100, null),
            new Cell(State.PARTLY, 75, Quality.SUSPECT),
            new Cell(State.UNMEASURED, 0, Quality.CALIBRATION),
            new Cell(State.SILENT, 0, null),
            new Cell(State.PARTLY, 50, null), // of what is settled by now
            new Cell(State.AHEAD, 0, null));
  }

  @Test
  void aDayIsThatOfTheMineAndAsLongAsItsClocksMakeIt() {
    assertThat(HOURS).hasSize(24);
    assertThat(HOURS.get(0)).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(FeedHealth.hours(LocalDate.of(2026, 3, 29), java.time.ZoneId.of("Europe/Berlin")))
        .hasSize(23);
  }
}
