package io.minewatch.alerting.fourline;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import io.minewatch.alerting.fourline.FourLineIndex.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times that are united and cut. */
class SpansTest extends FourLineCase {
  @Test
  void aDayHasTheHoursThatItHasThere() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    MinePlace place = new MinePlace("a", List.of("a"), berlin, 1, Instant.EPOCH);
    LocalDate spring = LocalDate.parse("2026-03-29");
    assertThat(place.day(spring).length()).isEqualTo(Duration.ofHours(23));
    Question question =
        new Question(
            By.DAY,
            Map.of("a", place),
            spring,
            spring.plusDays(1),
            Spans.NONE,
            Instant.parse("2026-04-09T00:00:00Z"));
    Outage all =
        line(
            "a",
            "T1",
            Instant.parse("2026-03-28T12:00:00Z"),
            Instant.parse("2026-03-31T12:00:00Z"));
    assertThat(rows(question, List.of(all)))
        .extracting(row -> row.lines().get(FourLine.LINE).time())
        .containsExactly(Duration.ofHours(24), Duration.ofHours(23));
  }

  @Test
  void spansAreUnitedAndCut() {
    Spans spans =
        Spans.of(
            List.of(
                new Span(at(5, 0), at(6, 0)),
                new Span(at(1, 0), at(2, 0)),
                new Span(at(2, 0), at(3, 0)),
                new Span(at(1, 30), at(1, 40)),
                new Span(at(9, 0), at(9, 0))));
    assertThat(spans.parts())
        .containsExactly(new Span(at(1, 0), at(3, 0)), new Span(at(5, 0), at(6, 0)));
    assertThat(spans.without(new Span(at(2, 0), at(7, 0))))
        .containsExactly(new Span(at(3, 0), at(5, 0)), new Span(at(6, 0), at(7, 0)));
    assertThat(spans.without(new Span(at(1, 0), at(2, 0)))).isEmpty();
    assertThat(spans.within(new Span(at(2, 0), at(5, 30))).total()).isEqualTo(minutes(90));
  }
}
