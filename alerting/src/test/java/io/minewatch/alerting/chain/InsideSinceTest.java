package io.minewatch.alerting.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.MineCode;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsideSinceTest {
  private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest(name = "onset {0} s after the incident was opened: who was inside since {1} s")
  @CsvSource({"-40, -40", "0, 0", "7200, 0"})
  void theListOfAWithdrawalNeverBeginsAfterTheIncidentWasKnown(int onset, int since) {
    Incident incident =
        Incident.of(
            new Event.Opened(
                OPENED, "i-1", new MineCode("140921021337"), false, OPENED.plusSeconds(onset)));

    assertThat(incident.insideSince()).isEqualTo(OPENED.plusSeconds(since));
  }
}
