package io.minewatch.alerting.backtest;

import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.Rule;
import io.minewatch.domain.plan.SlopeRule;
import io.minewatch.domain.reading.PointId;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The record before a span, which is judged first so that nothing begins cold: what is learnt of
 * points, the same shift of the day before, and the whole course of slopes.
 *
 * @param slopes points that are judged by their course; of these alone the longest past is played
 */
record Ahead(Plan before, Span span, Set<PointId> slopes, Duration learnt) {
  static Ahead of(Plan before, Plan after, Span span) {
    Set<PointId> slopes = new HashSet<>();
    Duration learnt = Duration.ZERO;
    for (Plan plan : List.of(before, after)) {
      Set<String> courses = new HashSet<>();
      for (Rule rule : plan.rules()) {
        Duration each = Basis.remembers(rule);
        if (rule instanceof SlopeRule) {
          courses.add(rule.id());
          slopes.addAll(rule.points());
        }
        if (each.compareTo(learnt) > 0 && each.compareTo(Basis.COURSE) < 0) {
          learnt = each;
        }
      }
      plan.points().stream()
          .filter(point -> point.rules().stream().anyMatch(courses::contains))
          .forEach(point -> slopes.add(point.id()));
    }
    return new Ahead(before, span, slopes, learnt);
  }

  /** No past: nothing is known of what was before. */
  static Ahead none(Plan before, Span span) {
    return new Ahead(before, span, Set.of(), Duration.ZERO);
  }

  /** From when on the record is judged. */
  Instant begin() {
    return span.from().minus(slopes.isEmpty() ? learnt : Basis.COURSE);
  }

  /** From when on everything is played, and not slopes alone. */
  Instant all() {
    return span.from().minus(learnt);
  }

  /** Plays the past and then the span; false if it was stopped. */
  boolean play(SeriesStore store, StoredFeed.Listener listener) {
    Basis courses = new Basis(slopes, false, List.of(), false, "");
    boolean goesOn =
        slopes.isEmpty()
            || StoredFeed.of(courses, List.of(before), store)
                .play(new Span(begin(), all()), listener);
    return goesOn && new StoredFeed(store, before).play(new Span(all(), span.to()), listener);
  }
}
