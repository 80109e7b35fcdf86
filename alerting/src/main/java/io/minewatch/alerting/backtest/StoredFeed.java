package io.minewatch.alerting.backtest;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a stretch of a mine's record piece by piece and hands it on in the order of its time. */
final class StoredFeed {
  /** So much is held in memory at a time. */
  static final Duration PIECE = Duration.ofMinutes(30);

  /** Hears what was recorded. */
  interface Listener {
    /** All readings of one instant. */
    void readings(ReadingBatch batch, long at);

    /** All positions of one instant. */
    void fixes(List<Fix> fixes, long at);

    /** How far the feed has come; false to stop it. */
    boolean goesOn(Instant upTo, long readings);
  }

  /** What was recorded at one instant. */
  private record At(ReadingBatch batch, List<Fix> fixes) {}

  private final SeriesStore store;
  private final Plan plan;

  StoredFeed(SeriesStore store, Plan plan) {
    this.store = store;
    this.plan = plan;
  }

  /**
   * Plays a span; false if it was stopped.
   *
   * @throws io.minewatch.series.store.SeriesException if the store does not answer
   */
  boolean play(Span span, Listener listener) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    plan.points().stream().map(PointPlan::measure).forEach(measures::add);
    long readings = 0;
    for (Instant from = span.from(); from.isBefore(span.to()); from = from.plus(PIECE)) {
      Instant end = from.plus(PIECE).isBefore(span.to()) ? from.plus(PIECE) : span.to();
      Map<Long, At> all = piece(new Span(from, end), measures);
      for (Map.Entry<Long, At> at : all.entrySet()) {
        if (at.getValue().batch.size() > 0) {
          listener.readings(at.getValue().batch, at.getKey());
          readings += at.getValue().batch.size();
        }
        if (!at.getValue().fixes.isEmpty()) {
          listener.fixes(at.getValue().fixes, at.getKey());
        }
      }
      if (!listener.goesOn(end, readings)) {
        return false;
      }
    }
    return true;
  }

  private Map<Long, At> piece(Span span, Set<Measure> measures) {
    Map<Long, At> all = new TreeMap<>();
    for (Measure measure : measures) {
      for (Recorded each : store.recorded(plan.mine(), measure, span)) {
        long at = each.at().toEpochMilli();
        at(all, at).batch.add(each.point(), each.value(), measure.unit(), at, each.quality());
      }
    }
    for (Fix fix : store.positions(plan.mine(), span)) {
      at(all, fix.at().toEpochMilli()).fixes.add(fix);
    }
    return all;
  }

  private static At at(Map<Long, At> all, long time) {
    return all.computeIfAbsent(time, each -> new At(new ReadingBatch(), new ArrayList<>()));
  }
}
