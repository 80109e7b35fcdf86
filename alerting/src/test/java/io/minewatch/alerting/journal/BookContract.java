package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.BookRows.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must keep of the books of shifts. */
abstract class BookContract extends SealContract {
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);
  private static final Instant NEXT = AT.plus(Duration.ofHours(8));

  @Test
  void linesOfTheBooksAreKeptOnceAndOnlyAnotherValueIsNews() {
    BookRows rows = new BookRows(database);
    Line power = new Line("POWER", "M1", AT, 40_000);
    Line people = new Line("PEOPLE", "lamps", NEXT, 80);
    Line changed = new Line("POWER", "M1", AT, 41_000.5);
    database.write(
        () -> {
          rows.keep("m-1", List.of(power, people), "li", AT);
          rows.keep("m-2", List.of(power), "li", AT);
          rows.keep("m-2", List.of(power), "wang", NEXT);
          rows.keep("m-1", List.of(changed), "wang", NEXT);
          return true;
        });
    assertThat(rows.lines("m-1", AT, NEXT.plusMillis(1))).containsExactly(changed, people);
    assertThat(rows.lines("m-1", AT, NEXT)).as("the end is excluded").containsExactly(changed);
    assertThat(rows.news(AT.minusMillis(1)))
        .containsExactly(new News("m-1", AT, NEXT), new News("m-2", AT, AT));
    assertThat(rows.news(AT)).as("the same once more").containsExactly(new News("m-1", AT, AT));
    assertThat(rows.hasOlder(AT)).isFalse();
    assertThat(rows.hasOlder(NEXT)).isTrue();
    assertThat(database.write(() -> rows.forget(NEXT, 1))).isEqualTo(1);
    assertThat(database.write(() -> rows.forget(NEXT, 5))).isEqualTo(1);
    assertThat(rows.lines("m-1", AT, NEXT.plusMillis(1))).containsExactly(people);
  }
}
