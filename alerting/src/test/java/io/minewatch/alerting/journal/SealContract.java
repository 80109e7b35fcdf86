package io.minewatch.alerting.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.journal.SealRows.Brought;
import io.minewatch.alerting.journal.SealRows.Window;
import io.minewatch.alerting.seal.Course;
import io.minewatch.alerting.seal.Watched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every database must keep of what is seen behind a seal. */
abstract class SealContract extends ClueContract {
  /** As exact as rows keep it. */
  private static final Instant AT = T.truncatedTo(ChronoUnit.MILLIS);

  private static Course course(Watched watched, String point, Map<Instant, Double> values) {
    return new Course(watched, point, new TreeMap<>(values));
  }

  @Test
  void windowsAreKeptOnceAndTheNewestValueCounts() {
    SealRows rows = new SealRows(database);
    Instant next = AT.plusSeconds(900);
    Course belt = course(Watched.BELT, "B1", Map.of(AT, 0.5, next, 0.0));
    Course fan = course(Watched.FAN, "B1", Map.of(AT, 1.0));
    database.write(
        () -> {
          rows.keep("m-1", Window.of(List.of(belt, fan)), new Brought("li", AT));
          rows.keep("m-2", Window.of(List.of(belt)), new Brought("li", AT));
          rows.keep(
              "m-1",
              Window.of(List.of(course(Watched.BELT, "B1", Map.of(AT, 0.75)))),
              new Brought("wang", next));
          return true;
        });
    Course changed = course(Watched.BELT, "B1", Map.of(AT, 0.75, next, 0.0));
    assertThat(rows.courses("m-1", AT, next.plusMillis(1))).containsExactlyInAnyOrder(changed, fan);
    assertThat(rows.courses("m-1", AT, next)).as("the end is excluded").hasSize(2);
    assertThat(rows.courses("m-1", next, next.plusMillis(1)))
        .containsExactly(course(Watched.BELT, "B1", Map.of(next, 0.0)));
    assertThat(rows.news(AT.minusMillis(1)))
        .containsExactly(new News("m-1", AT, next), new News("m-2", AT, next));
    assertThat(rows.news(AT)).containsExactly(new News("m-1", AT, AT));
    assertThat(rows.hasOlder(AT)).isFalse();
    assertThat(rows.hasOlder(next)).isTrue();
    assertThat(database.write(() -> rows.forget(next, 2))).isEqualTo(2);
    assertThat(database.write(() -> rows.forget(next, 2))).isEqualTo(1);
    assertThat(rows.courses("m-2", AT, next.plusMillis(1))).hasSize(1);
  }
}
