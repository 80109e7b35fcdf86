package io.minewatch.alerting.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.registry.MineLoader;
import io.minewatch.alerting.rules.RulePackLoader;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestTest {
  private static final Plan DEMO =
      Objects.requireNonNull(
              MineLoader.load(Path.of("../deploy/demo"), RulePackLoader.load(Path.of("../rules")))
                  .get("140921021337"))
          .plan();
  private static final long MINUTE = 60_000;
  private static final long TWO_HOURS = 120 * MINUTE;

  private final Latest latest = new Latest(List.of(DEMO));

  private void hear(long measured, double value, Lane lane, long received) {
    ReadingBatch batch = new ReadingBatch();
    batch.add("T1-0101", value, "", measured, Quality.GOOD);
    latest.readings(DEMO.mine(), batch, lane, received);
  }

  private Double shown() {
    return latest.live(DEMO.mine().value()).get(0).value();
  }

  @Test
  void anOlderReadingReplacesNone() {
    hear(20_000, 0.5, Lane.LIVE, 21_000);
    hear(10_000, 0.3, Lane.LIVE, 22_000);

    assertThat(shown()).isEqualTo(0.5);
  }

  /** Else the value of a wrong header stands for as long as that is ahead, while gas rises. */
  @Test
  void whatIsToldOfThePresentReplacesWhatAClockThatWasAheadTold() {
    hear(TWO_HOURS, 0.3, Lane.LIVE, 0);
    hear(10_000, 0.4, Lane.BACKFILL, 10_000);
    assertThat(shown()).isEqualTo(0.3);

    hear(10_000, 1.2, Lane.LIVE, 11_000);
    assertThat(shown()).isEqualTo(1.2);

    hear(20_000, 1.4, Lane.LIVE, 21_000);
    assertThat(shown()).isEqualTo(1.4);
  }

  /** A clock that is ahead as before: of two messages that overtook each other the later counts. */
  @Test
  void byOneClockThatIsAheadAnOlderReadingReplacesNoneEither() {
    hear(TWO_HOURS + 20_000, 0.5, Lane.LIVE, 21_000);
    hear(TWO_HOURS + 10_000, 0.3, Lane.LIVE, 22_000);

    assertThat(shown()).isEqualTo(0.5);
  }

  /** Put right by halves: ahead still, and earlier than what was told before. */
  @ParameterizedTest(name = "from {0} min ahead to {1}")
  @CsvSource({"120, 60", "1380, 6", "120, 118"})
  void whatAClockThatWasPutBackTellsReplacesWhatItToldBefore(int before, int since) {
    hear(before * MINUTE, 0.3, Lane.LIVE, 0);
    hear(since * MINUTE + 10_000, 0.4, Lane.BACKFILL, 10_000);
    assertThat(shown()).isEqualTo(0.3);

    hear(since * MINUTE + 10_000, 1.2, Lane.LIVE, 11_000);
    assertThat(shown()).isEqualTo(1.2);

    hear(since * MINUTE + 20_000, 1.4, Lane.LIVE, 21_000);
    assertThat(shown()).isEqualTo(1.4);
  }

  /** The host stood still meanwhile: the time that it told has nearly come. */
  @Test
  void whatAClockToldThatWasAheadStandsInNoRightOnesWayHoweverLateThatComes() {
    hear(TWO_HOURS, 0.3, Lane.LIVE, 0);
    hear(TWO_HOURS - 60_000, 1.2, Lane.LIVE, TWO_HOURS - 59_000);

    assertThat(shown()).isEqualTo(1.2);
  }
}
