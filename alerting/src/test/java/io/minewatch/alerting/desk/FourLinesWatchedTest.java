package io.minewatch.alerting.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the platform watched. */
class FourLinesWatchedTest extends FourLinesDatabase {
  @Test
  void aFindingShowsThatJudgingWatchedAboutThenAndNotForAllOfAGap() throws Exception {
    FourLines lines = lines(1);
    Instant end = CLOCK.instant();
    lines.watched(T);
    lines.watched(end);
    Instant found = T.plus(Duration.ofHours(2));
    database.write(
        () -> {
          store.fourLines().keep(cut("f1", 0, found));
          return true;
        });
    assertThat(lines.unwatched(new Span(T, end)).parts())
        .containsExactly(
            new Span(Instant.EPOCH, T),
            new Span(T, found.minusSeconds(180)),
            new Span(found.plusSeconds(180), end));
  }

  @Test
  void aTestReadingThatComesBackSaysThatThePlatformWatches() throws Exception {
    FourLines lines = lines(1);
    Span all = new Span(T.minus(Duration.ofDays(1)), CLOCK.instant());
    lines.watched(null);
    assertThat(lines.unwatched(all).parts())
        .containsExactly(new Span(Instant.EPOCH, CLOCK.instant()));
    lines.watched(T);
    lines.watched(T.plus(Duration.ofHours(2)));
    lines.watched(CLOCK.instant());
    assertThat(lines.unwatched(all).parts().get(1))
        .isEqualTo(new Span(T, T.plus(Duration.ofHours(2))));
  }
}
