package io.minewatch.alerting.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLine;
import io.minewatch.alerting.fourline.FourLineRules;
import io.minewatch.alerting.fourline.Judged;
import io.minewatch.alerting.fourline.Judged.Cause;
import io.minewatch.alerting.fourline.Outage;
import io.minewatch.alerting.fourline.Span;
import io.minewatch.alerting.fourline.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mine that is cut off each night at the same hour, and whose which part of it is. */
class DarkByItselfTest {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Instant NIGHT = Instant.parse("2026-03-01T18:00:00Z");
  private static final OfOutages.Terms TERMS =
      new OfOutages.Terms(
          new SuspicionRules(Duration.ofDays(7), 3, Duration.ofHours(1), 0.6),
          new FourLineRules(WINDOW, 0.5, 3),
          ZoneId.of("Asia/Shanghai"),
          Map.of());

  /** Five nights, of which these parts are the mine's and the region's; the rest is nobody's. */
  private static List<Suspicion> nights(Span own, Span region) {
    List<Judged> nights = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      Duration later = Duration.ofDays(day);
      Instant onset = NIGHT.plus(later);
      Instant ended = onset.plus(Duration.ofHours(7));
      nights.add(
          new Judged(
              new Outage(
                  "f" + day,
                  "m",
                  FourLine.NETWORK,
                  "gateway/gw-01",
                  List.of(),
                  1,
                  onset,
                  ended,
                  "r",
                  new Outage.Told(onset, ended, Outage.End.CLEARED),
                  null),
              Cause.OWN,
              moved(own, later),
              moved(region, later),
              10,
              10));
    }
    return OfOutages.of(nights, TERMS);
  }

  private static Spans moved(Span part, Duration later) {
    return Spans.of(List.of(new Span(part.from().plus(later), part.to().plus(later))));
  }

  private static Span minutes(long from, long to) {
    return new Span(NIGHT.plus(Duration.ofMinutes(from)), NIGHT.plus(Duration.ofMinutes(to)));
  }

  @Test
  void whoIsOnlyBackLastAfterACutOfTheRegionWasCutByTheRegion() {
    assertThat(nights(minutes(10, 20), minutes(0, 10))).isEmpty();
    assertThat(nights(minutes(0, 10), minutes(10, 20))).as("dark before the others").hasSize(1);
  }

  @Test
  void noMineHidesBehindItsCounty() {
    assertThat(nights(minutes(10, 21), minutes(0, 10)))
        .as("dark by itself for longer than a window")
        .singleElement()
        .satisfies(one -> assertThat(one.feature()).isEqualTo(Feature.SAME_HOUR))
        .satisfies(one -> assertThat(one.evidence()).hasSize(5));
  }

  @Test
  void whatBeganWhileNobodyWatchedIsTheMinesOnlyWhereItWasLongDarkAfterwards() {
    assertThat(nights(minutes(9, 10), minutes(2, 9))).as("watched from 2 min on").isEmpty();
    assertThat(nights(minutes(2, 12), minutes(0, 0))).isEmpty();
    assertThat(nights(minutes(2, 13), minutes(0, 0))).hasSize(1);
  }
}
