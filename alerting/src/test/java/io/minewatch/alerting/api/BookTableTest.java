package io.minewatch.alerting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.api.BookController.Row;
import io.minewatch.alerting.desk.MineShifts;
import io.minewatch.alerting.journal.BookRows.Line;
import io.minewatch.alerting.reconcile.Factor;
import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookTableTest {
  /** 12:00 at the mine, in its second shift. */
  private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");

  private static final MineShifts SHIFTS =
      new MineShifts(
          new ShiftPlan(
              "Asia/Shanghai", List.of(LocalTime.MIN, LocalTime.of(8, 0), LocalTime.of(16, 0))));
  private static final String HEAD = "factor,point,shift,value\r\n";
  private static final Instant NIGHT = Instant.parse("2026-03-08T16:00:00Z");

  @Test
  void aTableAndTheSameRowsAreTheSameLinesAndTheLastOfOneCounts() {
    BookTable.Parsed parsed =
        BookTable.csv(
            HEAD
                + "POWER,M1,2026-03-08T16:00:00Z,3\r\n"
                + "POWER,M1,2026-03-08T16:00:00Z,40000\r\n"
                + "OUTPUT,belt,2026-03-08T08:00:00Z,0\r\n",
            SHIFTS,
            NOW);
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.lines())
        .containsExactly(
            new Line("POWER", "M1", NIGHT, 40_000),
            new Line("OUTPUT", "belt", Instant.parse("2026-03-08T08:00:00Z"), 0));
    BookTable.Parsed rows =
        BookTable.rows(List.of(new Row(Factor.POWER, "M1", NIGHT, 40_000)), SHIFTS, NOW);
    assertThat(rows.problems()).isEmpty();
    assertThat(rows.lines()).containsExactly(parsed.lines().get(0));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "POWER,M1,2026-03-08T16:00:00Z         | a row has 4 cells",
        "WHEEL,M1,2026-03-08T16:00:00Z,1       | No enum constant",
        "CARDS,M1,2026-03-08T16:00:00Z,1       | nobody brings it",
        "POWER,M 1,2026-03-08T16:00:00Z,1      | a point is 1 to 64",
        "POWER,M1,yesterday,1                  | yesterday",
        "POWER,M1,2026-03-08T16:15:00Z,1       | a shift of this mine that is over",
        "POWER,M1,2026-03-09T00:00:00Z,1       | a shift of this mine that is over",
        "POWER,M1,2026-03-08T16:00:00Z,-1      | POWER is 0 to",
        "POWER,M1,2026-03-08T16:00:00Z,NaN     | POWER is 0 to",
        "POWER,M1,2026-03-08T16:00:00Z,2e7     | POWER is 0 to",
        "POWER,M1,2026-03-08T16:00:00Z,much    | much"
      })
  void aRowThatIsNotSoundIsToldWithItsNumber(String row, String problem) {
    assertThat(BookTable.csv(HEAD + row, SHIFTS, NOW).problems())
        .singleElement()
        .asString()
        .startsWith("row 2: ")
        .contains(problem);
  }

  @Test
  void whatIsNoTableIsRefusedAsAWhole() {
    assertThat(BookTable.csv("", SHIFTS, NOW).problems()).hasSize(1);
    assertThat(BookTable.csv("a,b\r\n", SHIFTS, NOW).problems()).hasSize(1);
    String many = HEAD + "POWER,M1,2026-03-08T16:00:00Z,1\n".repeat(BookTable.MOST_ROWS + 1);
    assertThat(BookTable.csv(many, SHIFTS, NOW).problems())
        .singleElement()
        .asString()
        .contains("5000");
    assertThat(BookTable.rows(null, SHIFTS, NOW).problems()).containsExactly("a table has rows");
    assertThat(BookTable.rows(List.of(), SHIFTS, NOW).problems()).hasSize(1);
    Row noFactor = new Row(null, "M1", NIGHT, 1);
    assertThat(BookTable.rows(Arrays.asList(noFactor, null), SHIFTS, NOW).problems())
        .containsExactly("row 1: a row has 4 cells", "row 2: a row has 4 cells");
  }
}
