package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second at which each outage is told: not the one before it, and it stays told after. */
class OutageEdgeTest extends CutOffMine {
  /** All but some points speak every ten seconds; every second passes. */
  private void speak(int from, int to, List<String> silent) {
    for (int second = from; second <= to; second++) {
      if (second % 10 == 0) {
        List<String> first = new ArrayList<>(List.of("A1", "A2", "B1"));
        first.removeAll(silent);
        if (!first.isEmpty()) {
          say(second, "gw-1", Quality.GOOD, first.toArray(String[]::new));
        }
        if (!silent.contains("C1")) {
          say(second, "gw-2", Quality.GOOD, "C1");
        }
      }
      pass(second, second);
    }
  }

  @ParameterizedTest(name = "silent since 0: {0} for {1} s: {2}")
  @CsvSource({
    "A1, 60, ''", // as long as it may be
    "A1, 61, ''", // dark; told by the next look
    "A1, 62, OPENED o-LINE A1",
    "A1, 63, OPENED o-LINE A1",
    "A1 A2, 60, ''",
    "A1 A2, 61, ''",
    "A1 A2, 62, OPENED o-SUBSTATION substation/A",
    "A1 A2, 63, OPENED o-SUBSTATION substation/A",
    "A1 A2 B1, 91, ''", // a gateway without a last will: silent for 60 s, then 30 s more
    "A1 A2 B1, 92, OPENED o-NETWORK gateway/gw-1",
    "A1 A2 B1, 93, OPENED o-NETWORK gateway/gw-1"
  })
  void whoIsSilentForLongerThanHeMay(String silent, int seconds, String said) {
    allSpeak(0);
    pass(0, 0);
    speak(1, seconds, List.of(silent.split(" ", -1)));
    assertThat(String.join(";", said())).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0} s after the last will: {1}")
  @CsvSource({"29, ''", "30, OPENED o-NETWORK gateway/gw-1", "31, OPENED o-NETWORK gateway/gw-1"})
  void aGatewayThatTheBrokerLostIsToldAfterItsDelay(int seconds, String said) {
    allSpeak(0);
    state(1, "gw-1", GatewayStatus.State.CUT);
    for (int second = 1; second <= 1 + seconds; second++) {
      if (second % 10 == 0) {
        say(second, "gw-2", Quality.GOOD, "C1");
      }
      pass(second, second);
    }
    assertThat(String.join(";", said())).isEqualTo(said);
  }

  @ParameterizedTest(name = "back {0} s after the last will: {1}")
  @CsvSource({"29, ''", "31, OPENED o-NETWORK gateway/gw-1;CLEARED o-NETWORK gateway/gw-1"})
  void aGatewayThatIsBackWithinItsDelayWasNeverCutOff(int seconds, String said) {
    allSpeak(0);
    state(1, "gw-1", GatewayStatus.State.CUT);
    pass(1, seconds);
    say(1 + seconds, "gw-1", Quality.GOOD, "A1", "A2", "B1");
    say(1 + seconds, "gw-2", Quality.GOOD, "C1");
    speak(2 + seconds, 120, List.of());
    assertThat(String.join(";", said())).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0} s: {1}")
  @CsvSource({"600, ''", "660, ''", "661, ''", "662, OPENED o-MISSING C1"})
  void aPointThatNeverComesIsMissingAfterItsTime(int seconds, String said) {
    speak(0, seconds, List.of("C1"));
    assertThat(String.join(";", said())).isEqualTo(said);
  }

  @ParameterizedTest(name = "flagged for {0} s: {1}")
  @CsvSource({"1799, ''", "1800, ''", "1801, OPENED o-UNSEEN A1", "1802, OPENED o-UNSEEN A1"})
  void aPointThatMeasuresNothingUnderAFlagIsToldAfterItsTime(int seconds, String said) {
    allSpeak(0);
    pass(0, 9);
    for (int second = 10; second <= 10 + seconds; second++) {
      if (second % 10 == 0) {
        say(second, "gw-1", Quality.CALIBRATION, "A1");
        say(second, "gw-1", Quality.GOOD, "A2", "B1");
        say(second, "gw-2", Quality.GOOD, "C1");
      }
      pass(second, second);
    }
    assertThat(String.join(";", said())).isEqualTo(said);
  }
}
