package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was the same shift of yesterday is not, once shifts begin at other times. */
class ShiftChangeTest {
  private static final int HOUR = 3_600;

  private final Bench mine = new Bench(plan(1, ShiftPlan.NOT_TOLD));
  private final List<String> told = new ArrayList<>();

  private static Plan plan(long version, ShiftPlan shifts) {
    Plan of = Early.methane(version, 1, Early.CHANGE);
    return new Plan(
        of.mine(),
        of.name(),
        of.nameEnglish(),
        version,
        of.effectiveFrom(),
        of.status(),
        shifts,
        of.tagPeriod(),
        of.zones(),
        of.points(),
        of.rules());
  }

  /** One reading each two minutes: 0.1 in the night shift, 0.4 in the others, slowly changing. */
  private void day(int from, int to) {
    for (int second = from; second < to; second += 60) {
      int of = second % (24 * HOUR);
      double rise = Math.min(1, Math.max(0, (of - 7.0 * HOUR) / HOUR));
      double fall = Math.min(1, Math.max(0, (of - 23.0 * HOUR) / HOUR));
      mine.reading(second, "T0", 0.1 + 0.3 * (rise - fall));
      mine.last
          .findings()
          .forEach(f -> told.add(f.kind() + " " + f.detail().getOrDefault("against", "")));
    }
  }

  @Test
  void theSameShiftsGoOnAndOtherShiftsBeginAnew() {
    day(0, 24 * HOUR);
    mine.plan(24 * HOUR, plan(2, ShiftPlan.NOT_TOLD));
    day(24 * HOUR, 30 * HOUR);
    assertThat(told).isEmpty();
    // From now on the shift of the night is long: by number, that of yesterday was another.
    ShiftPlan two = new ShiftPlan("UTC", List.of(LocalTime.of(0, 0), LocalTime.of(12, 0)));
    mine.plan(30 * HOUR, plan(3, two));
    day(30 * HOUR, 36 * HOUR);

    assertThat(told).isEmpty();
  }
}
