package io.minewatch.judge.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.plan.ShiftPlan;
import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverTest {
  private static final long DAY = 86_400_000;

  @ParameterizedTest(name = "{0}, begins {1}: who goes down at {2} leads that of {3}")
  @CsvSource({
    "UTC, 00:00 08:00 16:00, 2026-01-01T03:59:59Z, 2026-01-01T00:00:00Z",
    "UTC, 00:00 08:00 16:00, 2026-01-01T04:00:00Z, 2026-01-01T08:00:00Z",
    "UTC, 00:00 08:00 16:00, 2026-01-01T23:00:00Z, 2026-01-02T00:00:00Z",
    "UTC, 06:00, 2026-01-01T05:00:00Z, 2026-01-01T06:00:00Z", // one shift a day
    "UTC, 06:00, 2026-01-01T17:00:00Z, 2026-01-01T06:00:00Z",
    "Asia/Shanghai, 08:00 16:00, 2026-01-01T01:00:00Z, 2026-01-01T00:00:00Z",
    "Asia/Shanghai, 08:00 16:00, 2026-01-01T22:00:00Z, 2026-01-02T00:00:00Z",
    "America/Denver, 00:00 12:00, 2026-03-08T13:00:00Z, 2026-03-08T18:00:00Z", // an hour is left
    // out
    "America/Denver, 00:00 12:00, 2026-03-08T12:00:00Z, 2026-03-08T07:00:00Z"
  })
  void theShiftOfALeaderByTheClocksOfTheMine(
      String zone, String begins, Instant at, Instant leads) {
    assertThat(Instant.ofEpochMilli(handover(zone, begins).leads(at.toEpochMilli())))
        .isEqualTo(leads);
  }

  @ParameterizedTest(name = "around {0}, when the clocks of the mine are put on or back")
  @ValueSource(strings = {"2026-03-08T09:00:00Z", "2026-11-01T08:00:00Z"})
  void whoGoesDownLaterLeadsNoEarlierShift(Instant change) {
    Handover handover = handover("America/Denver", "01:30 02:30 08:00 16:00");
    long before = Long.MIN_VALUE;
    for (long at = change.toEpochMilli() - DAY; at < change.toEpochMilli() + DAY; at += 60_000) {
      long leads = handover.leads(at);
      assertThat(leads).as("%s", Instant.ofEpochMilli(at)).isGreaterThanOrEqualTo(before);
      before = leads;
    }
  }

  private static Handover handover(String zone, String begins) {
    return new Handover(
        new ShiftPlan(zone, Stream.of(begins.split(" ", -1)).map(LocalTime::parse).toList()));
  }
}
