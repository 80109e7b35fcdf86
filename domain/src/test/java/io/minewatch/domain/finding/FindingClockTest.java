package io.minewatch.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.wire.Messages;
import io.minewatch.domain.wire.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When something happened by our clock, whatever the clock of its times shows. */
class FindingClockTest {
  private static final Duration TWO_HOURS = Duration.ofHours(2);
  private Finding sample;

  @BeforeEach
  void read() throws Exception {
    sample = Messages.read(Samples.bytes("finding-opened.json"), Finding.class);
  }

  private Instant known() {
    return sample.received();
  }

  /** The sample, its times told by a clock that is off by so much. */
  private Finding stamped(Duration off) {
    return new Finding(
        sample.id(),
        sample.fact(),
        sample.kind(),
        sample.mine(),
        sample.subject(),
        sample.zone(),
        sample.measure(),
        sample.unit(),
        sample.check(),
        sample.rule(),
        sample.severity(),
        sample.onset().plus(off),
        sample.measured().plus(off),
        sample.received(),
        sample.judged(),
        sample.value(),
        sample.quality(),
        sample.limit(),
        sample.peak(),
        sample.peakAt(),
        sample.planVersion(),
        sample.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT2H", "-PT2H", "PT5M0.001S", "PT24H"})
  void aClockThatIsKnownToBeOffIsTakenOffAndItsTimesStayAsTheyWereTold(Duration off) {
    Finding told = stamped(off).byClock(off.toMillis());

    assertThat(told.begun()).isEqualTo(sample.onset());
    assertThat(told.happened()).isEqualTo(sample.measured());
    assertThat(told.onset()).isEqualTo(sample.onset().plus(off));
    assertThat(told.id()).isEqualTo(sample.id());
    assertThat(told.asPast().begun()).isEqualTo(sample.onset());
    assertThat(told.asPast().lane()).isEqualTo(Lane.BACKFILL);
  }

  /** A clock is never quite right; and what is off by more than a day is a recording. */
  @ParameterizedTest
  @ValueSource(longs = {0, 300_000, -300_000, 86_400_001, -86_400_001})
  void whatIsNotFarOffOrNoClockIsNotSaid(long ahead) {
    assertThat(sample.byClock(ahead)).isEqualTo(sample);
  }

  @ParameterizedTest(name = "{0} after it came, by a clock that is said to be {1} ahead")
  @CsvSource({"PT2H, PT0S", "PT2H, PT1H", "-PT1H, -PT2H"})
  void nothingHappenedAfterItCame(Duration after, Duration ahead) {
    Duration off = Duration.between(sample.measured(), known().plus(after));
    Finding told = stamped(off).byClock(ahead.toMillis());

    assertThat(told.happened()).isEqualTo(known());
  }

  @Test
  void aRightClockIsTakenAtItsWord() {
    Finding before = stamped(TWO_HOURS.negated());
    assertThat(before.begun()).isEqualTo(before.onset());
  }
}
