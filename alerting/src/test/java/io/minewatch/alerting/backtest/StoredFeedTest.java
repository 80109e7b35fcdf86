package io.minewatch.alerting.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.judge.mine.Courses;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** In what pieces a record is read. */
class StoredFeedTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Span MONTH = new Span(FROM, FROM.plus(Duration.ofDays(30)));

  /** Lengths of what was asked for. */
  private final TreeSet<Duration> asked = new TreeSet<>();

  private final SeriesStore empty =
      (SeriesStore)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {SeriesStore.class},
              (proxy, method, told) -> {
                Span span = (Span) Objects.requireNonNull(told)[told.length - 1];
                asked.add(Duration.between(span.from(), span.to()));
                return List.of();
              });

  private static final class Deaf implements StoredFeed.Listener {
    @Override
    public void readings(ReadingBatch batch, long at) {}

    @Override
    public void fixes(List<Fix> fixes, long at) {}

    @Override
    public boolean goesOn(Instant upTo, long readings) {
      return true;
    }
  }

  @Test
  void afterASilenceAWholeMineIsStillReadInShortPieces() {
    StoredFeed feed = new StoredFeed(empty, Courses.all().findFirst().orElseThrow().plan());
    assertThat(feed.play(MONTH, new Deaf())).isTrue();
    assertThat(asked.last()).isEqualTo(Duration.ofMinutes(30));
  }
}
