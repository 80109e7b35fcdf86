package io.minewatch.alerting.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.load.AlarmLoad.Flood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmLoadTest {
  private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
  private static final LoadRules RULES =
      new LoadRules(
          Duration.ofMinutes(10), 10, 5, 3, Duration.ofMinutes(1), Duration.ofHours(24), 2);
  private final List<Annunciation> alarms = new ArrayList<>();

  private void alarm(long second, String name) {
    alarms.add(new Annunciation(T.plusSeconds(second), "m", name));
  }

  private AlarmLoad load(long from, long to) {
    return AlarmLoad.of(alarms, T.plusSeconds(from), T.plusSeconds(to), RULES);
  }

  @Test
  void tenInTenMinutesAreNoFloodAndElevenAre() {
    for (int i = 0; i < 10; i++) {
      alarm(i, "a" + i);
    }
    assertThat(load(0, 60).inFlood()).isFalse();
    alarm(30, "b");
    AlarmLoad load = load(0, 60);
    assertThat(load.floods()).containsExactly(new Flood(T.plusSeconds(30), null, 11));
    assertThat(load.floodShare()).isEqualTo(0.5);
    assertThat(load.peak()).isEqualTo(11);
    assertThat(load.now()).isEqualTo(11);
  }

  @Test
  void aFloodEndsWithTheAlarmThatLeavesFewerThanFive() {
    for (int i = 0; i < 11; i++) {
      alarm(i, "a" + i);
    }
    AlarmLoad load = load(0, 3_600);
    // the seventh of eleven leaves the window at 606 s: four are left
    assertThat(load.floods()).containsExactly(new Flood(T.plusSeconds(10), T.plusSeconds(606), 11));
    assertThat(load.inFlood()).isFalse();
    assertThat(load.now()).isZero();
  }

  @Test
  void aFloodThatBeganBeforeThePeriodIsSeen() {
    for (int i = 0; i < 11; i++) {
      alarm(i, "a" + i);
    }
    AlarmLoad load = load(100, 200);
    assertThat(load.alarms()).isZero();
    assertThat(load.floodShare()).isEqualTo(1.0);
  }

  @Test
  void threeOfOneAlarmInAMinuteChatter() {
    alarm(0, "door");
    alarm(30, "door");
    alarm(61, "door");
    assertThat(load(0, 100).chattering()).isEmpty();
    alarm(90, "door");
    assertThat(load(0, 100).chattering()).containsExactly("door");
  }

  @Test
  void theMostFrequentAreNamedWithTheirShare() {
    alarm(0, "a");
    alarm(1, "b");
    alarm(100, "b");
    alarm(200, "c");
    assertThat(load(0, 300).top())
        .containsExactly(new AlarmLoad.Frequent("b", 2, 0.5), new AlarmLoad.Frequent("a", 1, 0.25));
  }
}
