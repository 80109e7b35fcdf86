package io.minewatch.alerting.count;

import io.minewatch.alerting.count.StepTaken.Kind;
import io.minewatch.alerting.count.StepTaken.Timeliness;
import io.minewatch.alerting.danger.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one place and period: 发布预警 N 次、叫应 N 矿次、撤人 N 人次.
 *
 * @param warnings incidents that reached a level, 发布预警（次）
 * @param calls times that a mine was called for an incident, 叫应（矿次）; who answers before a channel
 *     has the call has been reached as well
 * @param answered of these, answered by a human
 * @param answeredInTime of these, before any clock had run out
 * @param withdrawn people who were inside and proven out, each once an incident and in the period
 *     in which that was first proven, at least so many, 撤人（人次）
 * @param times how long each step took
 */
public record Counters(
    int warnings,
    int calls,
    int answered,
    int answeredInTime,
    int orders,
    int withdrawn,
    int escalated,
    int lapsed,
    int closed,
    int forced,
    int harmless,
    int shelved,
    int revoked,
    Map<Kind, Times> times) {
  /**
   * How long a step took.
   *
   * @param count how often it was taken
   */
  public record Times(int count, @Nullable Duration median, @Nullable Duration ninetieth) {}

  /**
   * A step of one incident.
   *
   * @param before of a withdrawal, how many people its incident had told at most before, whatever
   *     the period; else 0
   */
  public record Taken(String incident, String mine, StepTaken step, int before) {
    /** How many people it adds to those of before: who was counted in one period is in no other. */
    int more() {
      return step.kind() == Kind.EMPTIED ? Math.max(0, step.people() - before) : 0;
    }
  }

  public Counters {
    times = Map.copyOf(times);
  }

  public static Counters of(List<Taken> steps) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Map<Kind, List<Duration>> took = new EnumMap<>(Kind.class);
    int people = 0;
    int inTime = 0;
    int uncalled = 0;
    for (Taken each : steps) {
      StepTaken step = each.step();
      counts.merge(step.kind(), 1, Integer::sum);
      Duration time = step.took();
      if (time != null) {
        took.computeIfAbsent(step.kind(), k -> new ArrayList<>()).add(time);
      }
      people += each.more();
      uncalled += step.kind() == Kind.ACKNOWLEDGED && time == null ? 1 : 0;
      inTime += step.kind() == Kind.ACKNOWLEDGED && step.inTime() == Timeliness.IN_TIME ? 1 : 0;
    }
    Map<Kind, Times> times = new EnumMap<>(Kind.class);
    took.forEach(
        (kind, all) ->
            times.put(
                kind,
                new Times(
                    all.size(), Spread.of(all, Spread.MEDIAN), Spread.of(all, Spread.NINETIETH))));
    return new Counters(
        count(counts, Kind.WARNED),
        count(counts, Kind.CALLED) + uncalled,
        count(counts, Kind.ACKNOWLEDGED),
        inTime,
        count(counts, Kind.ORDERED),
        people,
        count(counts, Kind.ESCALATED),
        count(counts, Kind.LAPSED),
        count(counts, Kind.CLOSED),
        count(counts, Kind.FORCED),
        count(counts, Kind.HARMLESS),
        count(counts, Kind.SHELVED),
        count(counts, Kind.REVOKED),
        times);
  }

  private static int count(Map<Kind, Integer> counts, Kind kind) {
    return Objects.requireNonNullElse(counts.get(kind), 0);
  }
}
