package io.minewatch.alerting.fourline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FourLineIndexTest extends FourLineCase {
  @Test
  void aDayIsTheMinesOwnAndWhatLiesAcrossMidnightIsCutThere() {
    List<Outage> one = List.of(line("a", "T1", at(-1, 0), at(2, 0)));
    List<Row> days = rows(By.DAY, DAY.minusDays(1), DAY, one);
    assertThat(days).extracting(Row::place).containsExactly("2026-03-02", "2026-03-01");
    assertThat(days.get(0).lines())
        .isEqualTo(Map.of(FourLine.LINE, new Row.Count(1, minutes(120), minutes(120))));
    assertThat(days.get(1).lines().get(FourLine.LINE).time()).isEqualTo(minutes(60));
  }

  @Test
  void whatOverlapsAtOnePointIsOneAndAddsUpOnce() {
    List<Outage> outages =
        List.of(
            line("a", "T1", at(1, 0), at(2, 0)),
            line("a", "T1", at(1, 30), at(3, 0)),
            line("a", "T1", at(5, 0), at(6, 0)),
            line("a", "T2", at(1, 0), at(2, 0)));
    Row mine = rows(By.MINE, DAY, DAY, outages).get(0);
    assertThat(mine.place()).isEqualTo("a");
    assertThat(mine.lines().get(FourLine.LINE))
        .as("three stretches; 3 h in which something was broken; 3 h of T1 and 1 h of T2")
        .isEqualTo(new Row.Count(3, minutes(180), minutes(240)));
    List<Row> points = rows(By.POINT, DAY, DAY, outages);
    assertThat(points).extracting(Row::place).containsExactly("a/T1", "a/T2");
    assertThat(points.get(0).lines().get(FourLine.LINE))
        .isEqualTo(new Row.Count(2, minutes(180), minutes(180)));
  }

  @Test
  void anOpenOneCountsUntilNowAndIsSaidToBeOpen() {
    List<Outage> open = List.of(line("a", "T1", at(29, 0), null));
    Row row = rows(By.MINE, DAY.plusDays(1), DAY.plusDays(1), open).get(0);
    assertThat(row.open()).isEqualTo(1);
    assertThat(row.lines().get(FourLine.LINE).time()).isEqualTo(minutes(60));
    assertThat(row.heard()).as("of 6 h of 10 points").isCloseTo(1 - 1 / 60.0, within(1e-9));
  }

  @Test
  void aCutGatewayTakesAllPointsBehindItAlsoThoseThatAreNotNamed() {
    Outage cut =
        outage("a", FourLine.NETWORK, "gateway/gw-01", List.of("T1", "T2"), 5, at(0, 0), at(1, 0));
    Row mine = rows(By.MINE, DAY, DAY, List.of(cut)).get(0);
    assertThat(mine.lines().get(FourLine.NETWORK))
        .isEqualTo(new Row.Count(1, minutes(60), minutes(300)));
    assertThat(mine.heard()).isCloseTo(1 - 5 / 240.0, within(1e-9));
    assertThat(rows(By.POINT, DAY, DAY, List.of(cut)))
        .extracting(Row::place)
        .containsExactlyInAnyOrder("a/T1", "a/T2", "a/gateway/gw-01");
  }

  @Test
  void placesWithoutAnyAreThereAndTheWorstComesFirst() {
    List<Outage> one = List.of(line("b", "T1", at(1, 0), at(1, 1)));
    List<Row> mines = rows(By.MINE, DAY, DAY, one);
    assertThat(mines).extracting(Row::place).containsExactly("b", "a");
    assertThat(mines.get(1).heard()).isEqualTo(1.0);
    assertThat(rows(By.COUNTY, DAY, DAY, one)).singleElement().extracting(Row::mines).isEqualTo(2);
    assertThat(rows(By.NATION, DAY, DAY, one)).extracting(Row::place).containsExactly("");
  }

  @Test
  void aMomentOfAPointIsLostOnceInWhateverLines() {
    List<Outage> outages =
        List.of(line("a", "T1", at(1, 0), at(3, 0)), cut("a", at(2, 0), at(4, 0), "T1", "T2"));
    Row row = rows(By.MINE, DAY, DAY, outages).get(0);
    assertThat(row.lost()).isEqualTo(minutes(180 + 120));
  }
}
