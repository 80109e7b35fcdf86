package io.minewatch.jobs.series;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import io.minewatch.series.note.Statistic;
import io.minewatch.series.store.History;
import io.minewatch.series.store.ReadingLine;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Sample;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A store that gives back the lines that were put into it, and fails as it is told. */
final class StoredReadings implements SeriesStore {
  private final List<ReadingLine> lines = new ArrayList<>();

  /** What the next questions are answered with, before any answer. */
  final Deque<RuntimeException> failures = new ArrayDeque<>();

  int questions;

  void put(String text) {
    text.lines().map(ReadingLine::of).filter(line -> line != null).forEach(lines::add);
  }

  @Override
  public List<Recorded> recorded(MineCode mine, Measure measure, Span span) {
    questions++;
    if (!failures.isEmpty()) {
      throw failures.pop();
    }
    return lines.stream()
        .filter(each -> each.mine().equals(mine.value()) && each.measure() == measure)
        .filter(each -> !at(each).isBefore(span.from()) && at(each).isBefore(span.to()))
        .sorted(Comparator.comparingLong(ReadingLine::millis).thenComparing(ReadingLine::beside))
        .map(each -> new Recorded(each.point(), at(each), each.value(), each.quality()))
        .toList();
  }

  private static Instant at(ReadingLine line) {
    return Instant.ofEpochMilli(line.millis());
  }

  @Override
  public void settle(Set<Measure> measures) {}

  @Override
  public History history(Series series, Span span, int maxPoints) {
    throw new AssertionError("not needed");
  }

  @Override
  public Sample last(Series series) {
    throw new AssertionError("not needed");
  }

  @Override
  public List<Recorded> recorded(Series series, Span span) {
    throw new AssertionError("not needed");
  }

  @Override
  public List<Fix> positions(MineCode mine, Span span) {
    throw new AssertionError("not needed");
  }

  @Override
  public List<Statistic> statistics(Series series, Span span) {
    throw new AssertionError("not needed");
  }

  @Override
  public List<Rewrite> rewrites(MineCode mine, Span span) {
    throw new AssertionError("not needed");
  }

  @Override
  public List<RewriteCount> rewriteCounts(Span span) {
    throw new AssertionError("not needed");
  }

  @Override
  public void close() {}
}
