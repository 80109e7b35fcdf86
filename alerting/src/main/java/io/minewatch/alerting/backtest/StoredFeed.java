package io.minewatch.alerting.backtest;

import io.minewatch.domain.place.Fix;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.Measure;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.PointId;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.series.store.Recorded;
import io.minewatch.series.store.Series;
import io.minewatch.series.store.SeriesStore;
import io.minewatch.series.store.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads a stretch of a mine's record piece by piece and hands it on in the order of its time. A
 * piece grows while little is in it, and shrinks when it is much; since after a silence it may be
 * full at once, it never grows beyond what so many points could fill.
 */
final class StoredFeed {
  private static final Duration FIRST = Duration.ofMinutes(30);

  /** So long may a piece of one point become; of more, their share of it. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Fewer in one piece, and the next is twice as long. */
  private static final int FEW = 20_000;

  /** More in one piece, and the next is half as long. */
  private static final int MANY = 100_000;

  /** Of so few points each is asked for by itself. */
  private static final int SINGLY = 40;

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
  private final MineCode mine;
  private final List<PointPlan> points;
  private final boolean positions;

  /** Everything that was recorded. */
  StoredFeed(SeriesStore store, Plan plan) {
    this(store, plan.mine(), plan.points(), true);
  }

  private StoredFeed(
      SeriesStore store, MineCode mine, Collection<PointPlan> points, boolean positions) {
    this.store = store;
    this.mine = mine;
    this.points = List.copyOf(points);
    this.positions = positions;
  }

  /** What a finding rests on, by the plans that it names. */
  static StoredFeed of(Basis basis, List<Plan> plans, SeriesStore store) {
    Map<PointId, PointPlan> points = new LinkedHashMap<>();
    for (Plan plan : plans) {
      plan.points().stream()
          .filter(point -> basis.has(point.id()))
          .forEach(point -> points.put(point.id(), point));
    }
    return new StoredFeed(store, plans.get(0).mine(), points.values(), basis.people());
  }

  /**
   * Plays a span; false if it was stopped.
   *
   * @throws io.minewatch.series.store.SeriesException if the store does not answer
   */
  boolean play(Span span, Listener listener) {
    Duration piece = FIRST;
    long readings = 0;
    for (Instant from = span.from(); from.isBefore(span.to()); ) {
      Instant end = from.plus(piece).isBefore(span.to()) ? from.plus(piece) : span.to();
      int held = 0;
      for (Map.Entry<Long, At> at : piece(new Span(from, end)).entrySet()) {
        held += at.getValue().batch.size() + at.getValue().fixes.size();
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
      from = end;
      piece = next(piece, held);
    }
    return true;
  }

  private Duration next(Duration piece, int held) {
    if (held > MANY) {
      return piece.dividedBy(2);
    }
    Duration twice = piece.multipliedBy(2);
    return held < FEW && twice.compareTo(longest()) <= 0 ? twice : piece;
  }

  private Duration longest() {
    boolean whole = positions || points.size() > SINGLY;
    Duration share = LONGEST.dividedBy(Math.max(1, points.size()));
    return whole || share.compareTo(FIRST) < 0 ? FIRST : share;
  }

  private Map<Long, At> piece(Span span) {
    Map<Long, At> all = new TreeMap<>();
    if (points.size() <= SINGLY) {
      for (PointPlan point : points) {
        Series series = new Series(mine, point.measure(), point.id());
        add(all, point.measure(), store.recorded(series, span));
      }
    } else {
      Set<Measure> measures = EnumSet.noneOf(Measure.class);
      points.stream().map(PointPlan::measure).forEach(measures::add);
      Set<String> names =
          points.stream().map(point -> point.id().value()).collect(Collectors.toSet());
      for (Measure measure : measures) {
        List<Recorded> recorded = store.recorded(mine, measure, span);
        add(all, measure, recorded.stream().filter(r -> names.contains(r.point())).toList());
      }
    }
    if (positions) {
      for (Fix fix : store.positions(mine, span)) {
        at(all, fix.at().toEpochMilli()).fixes.add(fix);
      }
    }
    return all;
  }

  private static void add(Map<Long, At> all, Measure measure, List<Recorded> recorded) {
    for (Recorded each : recorded) {
      long at = each.at().toEpochMilli();
      at(all, at).batch.add(each.point(), each.value(), measure.unit(), at, each.quality());
    }
  }

  private static At at(Map<Long, At> all, long time) {
    return all.computeIfAbsent(time, each -> new At(new ReadingBatch(), new ArrayList<>()));
  }
}
