package io.minewatch.alerting.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The load of one period in the figures of ISA-18.2.
 *
 * @param alarms in the period
 * @param now alarms in the window that ends with the period
 * @param peak most alarms in any window of the period
 * @param inFlood whether a flood stands at the end of the period
 * @param floodShare part of the period in which a flood stood, 0 to 1
 * @param chattering alarms that came too often in too short a time
 * @param top the most frequent ones, the most frequent first
 */
public record AlarmLoad(
    int alarms,
    int now,
    int peak,
    boolean inFlood,
    double floodShare,
    List<Flood> floods,
    Set<String> chattering,
    List<Frequent> top) {
  /**
   * Too many alarms for a person.
   *
   * @param to when it ended, null while it stands
   */
  public record Flood(Instant from, @Nullable Instant to, int alarms) {}

  /**
   * One alarm.
   *
   * @param share of all alarms of the period, 0 to 1
   */
  public record Frequent(String alarm, int times, double share) {}

  public AlarmLoad {
    floods = List.copyOf(floods);
    chattering = Set.copyOf(chattering);
    top = List.copyOf(top);
  }

  /**
   * Counts.
   *
   * @param alarms in the order of time, from one window before the period, so that a flood that
   *     stands at its begin is seen
   */
  public static AlarmLoad of(List<Annunciation> alarms, Instant from, Instant to, LoadRules rules) {
    Windows windows = new Windows(rules);
    alarms.forEach(each -> windows.take(each.at()));
    windows.pass(to);
    List<Annunciation> within = alarms.stream().filter(a -> !a.at().isBefore(from)).toList();
    return new AlarmLoad(
        within.size(),
        windows.recent.size(),
        windows.peak,
        windows.began != null,
        windows.share(from, to),
        windows.all().stream().filter(f -> f.to() == null || f.to().isAfter(from)).toList(),
        chattering(within, rules),
        top(within, rules));
  }

  private static Set<String> chattering(List<Annunciation> alarms, LoadRules rules) {
    Map<String, Deque<Instant>> last = new HashMap<>();
    Set<String> found = new TreeSet<>();
    for (Annunciation each : alarms) {
      Deque<Instant> times = last.computeIfAbsent(each.alarm(), a -> new ArrayDeque<>());
      times.addLast(each.at());
      if (times.size() > rules.chatterCount()) {
        times.removeFirst();
      }
      boolean often = times.size() == rules.chatterCount();
      if (often && !times.getFirst().plus(rules.chatterWindow()).isBefore(each.at())) {
        found.add(each.alarm());
      }
    }
    return found;
  }

  private static List<Frequent> top(List<Annunciation> alarms, LoadRules rules) {
    Map<String, Integer> times = new HashMap<>();
    alarms.forEach(each -> times.merge(each.alarm(), 1, Integer::sum));
    return times.entrySet().stream()
        .map(e -> new Frequent(e.getKey(), e.getValue(), (double) e.getValue() / alarms.size()))
        .sorted(Comparator.comparingInt(Frequent::times).reversed().thenComparing(Frequent::alarm))
        .limit(rules.top())
        .toList();
  }

  /** The sliding window, and the floods that it sees begin and end. */
  private static final class Windows {
    private final LoadRules rules;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private final List<Flood> ended = new ArrayList<>();
    private int peak;
    private @Nullable Instant began;
    private int inFlood;

    Windows(LoadRules rules) {
      this.rules = rules;
    }

    void take(Instant at) {
      pass(at);
      recent.addLast(at);
      peak = Math.max(peak, recent.size());
      if (began != null) {
        inFlood++;
      } else if (recent.size() > rules.floodFrom()) {
        began = at;
        inFlood = recent.size();
      }
    }

    /** Lets alarms leave the window one by one; the flood ends with the one that leaves too few. */
    void pass(Instant now) {
      while (!recent.isEmpty() && !recent.getFirst().plus(rules.window()).isAfter(now)) {
        Instant left = recent.removeFirst().plus(rules.window());
        if (began != null && recent.size() < rules.floodBelow()) {
          ended.add(new Flood(began, left, inFlood));
          began = null;
        }
      }
    }

    List<Flood> all() {
      List<Flood> all = new ArrayList<>(ended);
      if (began != null) {
        all.add(new Flood(began, null, inFlood));
      }
      return all;
    }

    double share(Instant from, Instant to) {
      Duration flooded = Duration.ZERO;
      for (Flood flood : all()) {
        Instant begin = flood.from().isBefore(from) ? from : flood.from();
        Instant end = flood.to() == null || flood.to().isAfter(to) ? to : flood.to();
        if (end.isAfter(begin)) {
          flooded = flooded.plus(Duration.between(begin, end));
        }
      }
      Duration period = Duration.between(from, to);
      return period.isZero() ? 0 : (double) flooded.toMillis() / period.toMillis();
    }
  }
}
