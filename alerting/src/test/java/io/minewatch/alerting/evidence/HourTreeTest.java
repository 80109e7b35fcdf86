package io.minewatch.alerting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.ledger.Merkle;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An hour is read in slices, and gives the tree over the whole. */
class HourTreeTest {
  private static final MineCode MINE = new MineCode("140921021337");
  private static final Instant HOUR = Instant.parse("2026-03-01T08:00:00Z");
  private static final int SECONDS = 3_600;
  private Duration silent = Duration.ZERO;
  private int largest;
  private int spans;

  /** So many points give a reading each second, in no order within it. */
  private SeriesStore store(int points) {
    return (SeriesStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SeriesStore.class},
            (proxy, method, told) -> {
              List<Recorded> all =
                  readings(points, (Span) Objects.requireNonNull(told)[2]).stream()
                      .filter(each -> !each.at().isBefore(HOUR.plus(silent)))
                      .toList();
              largest = Math.max(largest, all.size());
              spans++;
              return all;
            });
  }

  private static List<Recorded> readings(int points, Span span) {
    List<Recorded> all = new ArrayList<>();
    for (Instant at = span.from(); at.isBefore(span.to()); at = at.plusSeconds(1)) {
      for (int p = points; p > 0; p--) {
        double value = Duration.between(HOUR, at).toSeconds() / 100.0 + p;
        all.add(new Recorded("T" + p, at, value, Quality.GOOD));
      }
    }
    return all;
  }

  @Test
  void theSlicesGiveTheTreeOfTheWhole() {
    HourTree read = HourTree.of(store(12), MINE, Measure.METHANE, HOUR, Set.of("T3", "T10"), 5_000);
    List<Recorded> whole = Leaves.ordered(readings(12, DataRoots.span(HOUR)));
    Merkle tree = Merkle.of(whole.stream().map(Leaves::text).toList());
    assertThat(read.told()).isEqualTo(whole.size() + " " + tree.root());
    assertThat(read.kept()).hasSize(5_000).isSortedAccordingTo((a, b) -> a.index() - b.index());
    assertThat(read.leftOut()).isEqualTo(2 * SECONDS - 5_000);
    for (HourTree.Leaf each : read.kept()) {
      assertThat(whole.get(each.index())).isEqualTo(each.reading());
    }
    assertThat(spans).isGreaterThan(4);
    assertThat(largest).isLessThan(whole.size() / 2);
  }

  @Test
  void ofTooManyThereIsNoTreeAndTheyAreNotRead() {
    int points = 2 * HourTree.MOST / SECONDS;
    HourTree read = HourTree.of(store(points), MINE, Measure.METHANE, HOUR, Set.of(), 0);
    assertThat(read.tree()).isNull();
    assertThat(read.told()).isEqualTo("left out: more than 500000 readings");
    assertThat(largest).isLessThan(25_000);
  }

  @Test
  void afterASilenceNoMoreIsHeldThanFiveMinutesOfIt() {
    silent = Duration.ofMinutes(40);
    HourTree read = HourTree.of(store(50), MINE, Measure.METHANE, HOUR, Set.of(), 0);
    assertThat(read.count()).isEqualTo(50 * 20 * 60);
    assertThat(largest).isLessThanOrEqualTo(50 * 300);
  }
}
