package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What every database must keep of when the platform watched. */
abstract class WatchedContract extends FourLineContract {
  /** As exact as rows keep it. */
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void whenNobodyWatchedIsKeptAndLastsUntilSomebodyDoes() {
    WatchedRows rows = new WatchedRows(database);
    Duration within = Duration.ofMinutes(3);
    Span all = new Span(AT.minus(DAY), AT.plus(DAY));
    Span never = new Span(Instant.EPOCH, AT.plus(DAY));
    assertThat(rows.unwatched(all, within, AT.plus(DAY)).parts())
        .as("before the first test reading nothing is known")
        .containsExactly(never);
    Span before = new Span(Instant.EPOCH, AT.minusSeconds(60));
    Instant back = AT.plus(Duration.ofHours(1));
    database.write(
        () -> {
          rows.watched(AT.minusSeconds(60), within);
          rows.watched(AT, within);
          rows.watched(back, within);
          rows.watched(AT.plusSeconds(5), within); // of another instance, and late
          return true;
        });
    assertThat(rows.last()).isEqualTo(back);
    assertThat(rows.unwatched(all, within, back).parts())
        .containsExactly(before, new Span(AT, back));
    Instant later = back.plus(within).plusMillis(1);
    assertThat(rows.unwatched(all, within, later).parts())
        .containsExactly(before, new Span(AT, back), new Span(back, later));
    assertThat(rows.unwatched(new Span(back, later), within, back).parts()).containsExactly(before);
  }
}
