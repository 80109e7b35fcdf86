package io.minewatch.alerting.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.attendance.Attendance.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String MINE = "14/1409/140921/140921021337";
  private static final AttendanceRules RULES =
      new AttendanceRules(Duration.ofSeconds(30), Duration.ofMinutes(5));

  private static Attendance beat(String scope, long secondsAgo) {
    return new Attendance(List.of(new Beat(scope, NOW.minusSeconds(secondsAgo))));
  }

  @ParameterizedTest(name = "a beat of ''{0}'' {1} s ago")
  @CsvSource({
    "'',0,true",
    "14,30,true",
    "14,31,false",
    "14/1409/140921/140921021337,5,true",
    "15,0,false",
    "14/1409/140921/14092102133,0,false",
  })
  void aCallIsHeardWhereAPageThatSeesTheMineHasBeatenLately(
      String scope, long secondsAgo, boolean heard) {
    assertThat(beat(scope, secondsAgo).hears(MINE, RULES, NOW)).isEqualTo(heard);
  }

  @Test
  void whatIsAboutNoMineIsHeardByAnybodyAndByNobodyWhereNobodyIs() {
    assertThat(beat("15", 0).hears("", RULES, NOW)).isTrue();
    assertThat(new Attendance(List.of()).hears("", RULES, NOW)).isFalse();
  }

  @Test
  void aMineIsMissedOnceNobodyHasAttendedItForTooLongSinceItIsLookedAt() {
    Instant longAgo = NOW.minusSeconds(3600);
    List<String> paths = List.of(MINE);
    assertThat(beat("14", 300).missing(paths, RULES, longAgo, NOW)).isEmpty();
    assertThat(beat("14", 301).missing(paths, RULES, longAgo, NOW))
        .containsEntry(MINE, NOW.minusSeconds(301));
    assertThat(beat("15", 0).missing(paths, RULES, longAgo, NOW)).containsKey(MINE);
    assertThat(new Attendance(List.of()).missing(paths, RULES, NOW.minusSeconds(300), NOW))
        .isEmpty();
  }
}
