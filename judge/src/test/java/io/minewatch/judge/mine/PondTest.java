package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.Check;
import io.minewatch.domain.finding.Finding;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of a tailings pond, and how points make those of their item. */
class PondTest extends WaterMine {
  @Test
  void aShortBeachIsFoundAndFourBlueOnesMakeTheItemYellow() {
    bench = new Bench(plan(1, pond()));
    sees(0, "B1", 150);
    sees(1, "B2", 150.1);
    assertThat(told).extracting(Finding::severity).containsExactly(Severity.BLUE);
    assertThat(told.get(0).subject().toString()).isEqualTo("B1");
    assertThat(told.get(0).detail()).containsEntry("item", "BEACH_LENGTH");

    sees(2, "B2", 140);
    sees(2, "B3", 140);
    assertThat(told).hasSize(3);
    sees(3, "B4", 140);
    assertThat(told).hasSize(5);
    Finding item = told.get(4);
    assertThat(item.subject().toString()).isEqualTo("condition/p-1.BEACH_LENGTH");
    assertThat(item.severity()).isEqualTo(Severity.YELLOW);
    assertThat(item.detail()).containsEntry("points", "4 BLUE");
    assertThat(item.check()).isEqualTo(Check.TAILINGS);
  }

  @Test
  void aBeachThatGrowsShorterAndGoesDarkIsLostOnItsWayToDanger() {
    bench = new Bench(watched());
    for (int second = 0; second < 1_200; second += 10) {
      sees(second, "B1", 190 - second / 60.0); // 150 m, its blue level, within the hour
      sees(second, "B2", 190 + second / 60.0);
    }
    told.clear();
    time(1_300);

    assertThat(told)
        .filteredOn(f -> f.rule().equals("lost"))
        .singleElement()
        .satisfies(f -> assertThat(f.subject().toString()).isEqualTo("B1"));
  }

  /** The pond, whose points have the rules of trends and of what is lost. */
  private static Plan watched() {
    List<PointPlan> points =
        List.of("B1", "B2", "B3", "B4").stream()
            .map(id -> Plans.point(id, Measure.BEACH_LENGTH, "trend", "lost"))
            .toList();
    return Plans.plan(1, points, List.of(pond(), Early.TREND, Early.LOST));
  }

  @ParameterizedTest(name = "{0} m at two points, {1} m at two: the item is {2}")
  @CsvSource({"100, 100, ORANGE", "100, 160, NONE", "70, 160, RED", "50, 50, NONE"})
  void coloursOfPointsMakeTheNextOneOfTheirItem(double two, double others, String expected) {
    bench = new Bench(plan(1, pond()));
    sees(0, "B1", two);
    sees(0, "B2", two);
    sees(0, "B3", others);
    sees(0, "B4", others);

    String item =
        told.stream()
            .filter(f -> f.subject().toString().startsWith("condition/"))
            .map(f -> f.severity().name())
            .reduce("NONE", (a, b) -> b);
    assertThat(item).isEqualTo(expected);
  }

  @Test
  void aDarkPointOfAPondKeepsItsColourInTheCount() {
    bench = new Bench(plan(1, pond()));
    for (String id : List.of("B1", "B2", "B3", "B4")) {
      sees(0, id, 140);
    }
    told.clear();
    for (int second = 10; second <= 100; second += 10) {
      for (String id : List.of("B2", "B3", "B4")) {
        sees(second, id, 140);
      }
      time(second + 1);
    }

    assertThat(told)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.kind()).isEqualTo(FindingKind.BLIND);
              assertThat(f.subject().toString()).isEqualTo("B1");
            });
  }
}
