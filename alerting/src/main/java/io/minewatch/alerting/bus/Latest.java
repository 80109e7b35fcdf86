package io.minewatch.alerting.bus;

import io.minewatch.domain.feed.GatewayStatus;
import io.minewatch.domain.feed.Summary;
import io.minewatch.domain.plan.Plan;
import io.minewatch.domain.plan.PointPlan;
import io.minewatch.domain.reading.ClockAhead;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.domain.withdrawal.Muster;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The newest value of every point, and the newest head count and summary of every mine, and what
 * its gateways say. In memory only, bounded by the plans: a point or mine that no plan knows is
 * passed over.
 */
public final class Latest {
  /**
   * The newest reading of a point.
   *
   * @param value in the measure's unit; null when the sensor sent no number
   * @param measured event time
   * @param received when it reached us
   */
  public record Live(
      String point,
      @Nullable Double value,
      String unit,
      Quality quality,
      Instant measured,
      Instant received) {}

  /** Less than this puts no clock back: so long a message may have been on its way. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final Map<String, Map<String, PointPlan>> points = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Live>> readings = new ConcurrentHashMap<>();
  private final Map<String, Muster> musters = new ConcurrentHashMap<>();
  private final Map<String, Summary> summaries = new ConcurrentHashMap<>();
  private final Map<String, Map<String, GatewayStatus>> statuses = new ConcurrentHashMap<>();

  private final Map<Quality, LongAdder> came = new EnumMap<>(Quality.class);

  public Latest(Collection<Plan> plans) {
    for (Quality quality : Quality.values()) {
      came.put(quality, new LongAdder());
    }
    plans.forEach(this::follow);
  }

  /** Takes a newer plan, or that of a new mine; points that it no longer knows are forgotten. */
  public void follow(Plan plan) {
    Map<String, PointPlan> known = new HashMap<>();
    plan.points().forEach(point -> known.put(point.id().value(), point));
    points.put(plan.mine().value(), Map.copyOf(known));
    readings
        .computeIfAbsent(plan.mine().value(), mine -> new ConcurrentHashMap<>())
        .keySet()
        .retainAll(known.keySet());
  }

  /**
   * Takes a batch; an older measured time does not replace a newer one, unless that was made by a
   * clock that was far ahead and was put back since, wholly or in part: then what is told of the
   * present is the newest.
   */
  public void readings(MineCode mine, ReadingBatch batch, Lane lane, long receivedMillis) {
    Map<String, PointPlan> known = points.get(mine.value());
    Map<String, Live> table = readings.get(mine.value());
    if (known == null || table == null) {
      return;
    }
    Instant received = Instant.ofEpochMilli(receivedMillis);
    for (int i = 0; i < batch.size(); i++) {
      count(batch.quality(i));
      PointPlan point = known.get(batch.point(i));
      if (point != null) {
        double value = point.measure().convert(batch.value(i), batch.unit(i));
        Instant measured = Instant.ofEpochMilli(batch.measuredMillis(i));
        Live live =
            new Live(
                batch.point(i),
                Double.isFinite(value) ? value : null,
                point.measure().unit(),
                batch.quality(i),
                measured,
                received);
        table.merge(live.point(), live, (old, fresh) -> isOlder(fresh, old, lane) ? old : fresh);
      }
    }
  }

  private void count(Quality quality) {
    LongAdder adder = came.get(quality);
    if (adder != null) {
      adder.increment();
    }
  }

  /** How many readings of this quality were heard here of mines of the registry, so far. */
  public long came(Quality quality) {
    LongAdder adder = came.get(quality);
    return adder == null ? 0 : adder.sum();
  }

  private static boolean isOlder(Live fresh, Live old, Lane lane) {
    boolean putBack = isAhead(old) && (!isAhead(fresh) || hasFallen(old, fresh));
    return fresh.measured().isBefore(old.measured()) && !(putBack && lane == Lane.LIVE);
  }

  /** Messages of one clock that overtook each other are about as far ahead, both of them. */
  private static boolean hasFallen(Live old, Live fresh) {
    Duration fell = offset(old).minus(offset(fresh));
    return fell.compareTo(STEP) > 0;
  }

  private static Duration offset(Live live) {
    return Duration.between(live.received(), live.measured());
  }

  private static boolean isAhead(Live live) {
    return ClockAhead.isFar(live.measured(), live.received());
  }

  public void muster(Muster muster) {
    if (points.containsKey(muster.mine().value())) {
      musters.put(muster.mine().value(), muster);
    }
  }

  public void summary(Summary summary) {
    if (points.containsKey(summary.mine().value())) {
      summaries.put(summary.mine().value(), summary);
    }
  }

  /**
   * Takes what a gateway says of itself; of more gateways than a mine has, the rest is not kept.
   */
  public void status(GatewayStatus status) {
    if (points.containsKey(status.mine().value())) {
      Map<String, GatewayStatus> known =
          statuses.computeIfAbsent(status.mine().value(), mine -> new ConcurrentHashMap<>());
      String gateway = status.gateway().value();
      if (known.size() < GatewayId.MOST_OF_A_MINE || known.containsKey(gateway)) {
        known.put(gateway, status);
      }
    }
  }

  /** What the gateways of a mine last said of themselves, by name. */
  public List<GatewayStatus> statuses(String mine) {
    return List.copyOf(new TreeMap<>(statuses.getOrDefault(mine, Map.of())).values());
  }

  /** Newest readings of a mine, by point. */
  public List<Live> live(String mine) {
    return List.copyOf(new TreeMap<>(readings.getOrDefault(mine, Map.of())).values());
  }

  public @Nullable Muster muster(String mine) {
    return musters.get(mine);
  }

  /** The newest summaries of these mines, of those that have one. */
  public List<Summary> summaries(Collection<String> mines) {
    return mines.stream().map(summaries::get).filter(Objects::nonNull).toList();
  }

  public @Nullable Summary summary(String mine) {
    return summaries.get(mine);
  }
}
