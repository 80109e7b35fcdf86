package io.minewatch.alerting.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Watched;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTableTest {
  private static final Instant NOW = Instant.parse("2026-03-09T04:00:00Z");
  private static final String HEAD = "watched,point,at,value\r\n";

  @Test
  void aTableIsCoursesByWhatAndPoint() {
    SealTable.Parsed parsed =
        SealTable.parse(
            HEAD
                + "BELT,B1,2026-03-09T03:30:00Z,0.5\r\n"
                + "BELT,B1,2026-03-09T03:45:00Z,1\r\n"
                + "PERSONS,Z-2,2026-03-09T03:45:00Z,12\r\n",
            NOW);
    assertThat(parsed.problems()).isEmpty();
    Instant last = Instant.parse("2026-03-09T03:45:00Z");
    assertThat(parsed.courses())
        .containsExactly(
            new Course(Watched.PERSONS, "Z-2", new TreeMap<>(Map.of(last, 12.0))),
            new Course(
                Watched.BELT, "B1", new TreeMap<>(Map.of(last.minusSeconds(900), 0.5, last, 1.0))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "BELT,B1,2026-03-09T03:45:00Z                | a row has 4 cells",
        "WHEEL,B1,2026-03-09T03:45:00Z,1             | No enum constant",
        "BELT,B 1,2026-03-09T03:45:00Z,1             | a point is 1 to 64",
        "BELT,B1,yesterday,1                         | yesterday",
        "BELT,B1,2026-03-09T03:46:00Z,1              | a quarter of an hour",
        "BELT,B1,2026-03-09T04:00:00Z,1              | and is over",
        "BELT,B1,2026-03-09T03:45:00Z,1.01           | BELT is 0 to 1.0",
        "POWER,P,2026-03-09T03:45:00Z,-1             | POWER is 0 to",
        "POWER,P,2026-03-09T03:45:00Z,NaN            | POWER is 0 to",
        "POWER,P,2026-03-09T03:45:00Z,much           | much"
      })
  void aRowThatIsNotSoundIsToldWithItsNumber(String row, String problem) {
    assertThat(SealTable.parse(HEAD + row, NOW).problems())
        .singleElement()
        .asString()
        .startsWith("row 2: ")
        .contains(problem);
  }

  @Test
  void aTableWithoutItsHeadOrWithTooManyRowsIsRefusedAsAWhole() {
    assertThat(SealTable.parse("", NOW).problems()).hasSize(1);
    assertThat(SealTable.parse("a,b\r\n", NOW).problems()).hasSize(1);
    String many = HEAD + "BELT,B1,2026-03-09T03:45:00Z,1\n".repeat(SealTable.MOST_ROWS + 1);
    assertThat(SealTable.parse(many, NOW).problems()).singleElement().asString().contains("5000");
  }
}
