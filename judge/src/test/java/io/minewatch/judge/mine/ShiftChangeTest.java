package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was the same shift of yesterday is not, once shifts begin at other times. */
class ShiftChangeTest {
  private static final int HOUR = 3_600;
  private static final ShiftPlan TWO =
      new ShiftPlan("UTC", List.of(LocalTime.of(0, 0), LocalTime.of(12, 0)));

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

  /** A reading each minute, so slowly from one value to the other that no ten minutes show it. */
  private void hours(int from, int to, double first, double last) {
    for (int second = from * HOUR; second < to * HOUR; second += 60) {
      double share = (second - from * HOUR) / (double) ((to - from) * HOUR);
      mine.reading(second, "T0", first + (last - first) * share);
      mine.last
          .findings()
          .forEach(f -> told.add(f.kind() + " " + f.detail().getOrDefault("against", "")));
    }
  }

  @BeforeEach
  void yesterday() {
    hours(0, 24, 0.1, 0.1);
    assertThat(told).isEmpty();
  }

  @Test
  void theSameShiftsGoOn() {
    mine.plan(24 * HOUR, plan(2, ShiftPlan.NOT_TOLD));
    hours(24, 27, 0.1, 0.4);

    assertThat(told).containsExactly("OPENED SHIFT");
  }

  @Test
  void otherShiftsBeginAnew() {
    // By number, the long shift of the night would be held against the short one of yesterday.
    mine.plan(24 * HOUR, plan(2, TWO));
    hours(24, 27, 0.1, 0.4);
    hours(27, 48, 0.4, 0.4);
    assertThat(told).isEmpty();
    hours(48, 51, 0.4, 0.7);

    assertThat(told).containsExactly("OPENED SHIFT");
  }
}
