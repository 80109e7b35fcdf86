package io.minewatch.series.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
  @ParameterizedTest
  @CsvSource({"3600000, 100000, 500", "1000, 999, 2", "86400000, 20001, 20000", "7, 7, 3"})
  void theStepNeverGivesMorePointsThanAskedForByMoreThanOneStep(
      long millis, long recorded, int maxPoints) {
    Span span = new Span(Instant.EPOCH, Instant.ofEpochMilli(millis));

    long step = History.stepFor(span, recorded, maxPoints);

    long touched = millis / step + 2; // begun before the span, ended after it
    assertThat(touched * 2).isLessThanOrEqualTo(maxPoints + 4L);
  }

  @Test
  void whatFitsIsNotThinned() {
    Span span = new Span(Instant.EPOCH, Instant.ofEpochMilli(1000));

    assertThat(History.stepFor(span, 10, 10)).isZero();
  }

  @Test
  void aCallerCannotAskForEndlessPoints() {
    Span span = new Span(Instant.EPOCH, Instant.EPOCH);

    assertThatThrownBy(() -> History.stepFor(span, 1, SeriesStore.MAX_POINTS + 1))
        .hasMessageContaining("20001");
  }
}
