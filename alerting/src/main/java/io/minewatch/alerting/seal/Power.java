package io.minewatch.alerting.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The power of a mine without that of its pumps, before its stop and since.
 *
 * <p><i>Late, missing, double</i>: a window without a value of the mine is none; one without a
 * value of the pumps counts as if they stood still, for a meter that is dark explains nothing.
 */
final class Power {
  /** The lowest quarter of what was taken since the stop is the mine at rest. */
  private static final double REST = 0.25;

  private static final double MEDIAN = 0.5;

  private final NavigableMap<Instant, Double> net = new TreeMap<>();
  private final NavigableMap<Instant, Double> hoist;
  private final Stopped stopped;
  private final SealRules rules;

  Power(List<Course> courses, Stopped stopped, SealRules rules) {
    this.stopped = stopped;
    this.rules = rules;
    hoist = sum(courses, Watched.HOIST_POWER);
    Map<Instant, Double> pumps = sum(courses, Watched.PUMP_POWER);
    sum(courses, Watched.POWER)
        .forEach((at, all) -> net.put(at, Math.max(0, all - pumps.getOrDefault(at, 0.0))));
  }

  private static NavigableMap<Instant, Double> sum(List<Course> courses, Watched watched) {
    NavigableMap<Instant, Double> sum = new TreeMap<>();
    for (Course each : courses) {
      if (each.watched() == watched) {
        each.values().forEach((at, value) -> sum.merge(at, value, Double::sum));
      }
    }
    return sum;
  }

  /** All that the power shows. */
  List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    add(signs, aboveRest());
    add(signs, notFallen());
    add(signs, hoistShare(Sign.Kind.HOIST_SHARE));
    add(signs, hoistShare(Sign.Kind.HOIST_KEPT));
    add(signs, nightPeaks());
    return signs;
  }

  private static void add(List<Sign> signs, @Nullable Sign sign) {
    if (sign != null) {
      signs.add(sign);
    }
  }

  private @Nullable Sign aboveRest() {
    Collection<Double> before = net.subMap(stopped.since(), stopped.begin()).values();
    if (!isEnough(before)) {
      return null;
    }
    double rest = quantile(before, REST);
    NavigableMap<Instant, Double> ratios = new TreeMap<>();
    if (rest > 0) {
      net.subMap(stopped.begin(), stopped.now()).forEach((at, kw) -> ratios.put(at, kw / rest));
    }
    return Seal.above(rules.of(Sign.Kind.POWER), "", ratios, stopped);
  }

  private @Nullable Sign notFallen() {
    Collection<Double> working = working(net).values();
    Collection<Double> since = net.subMap(stopped.since(), stopped.now()).values();
    if (!isEnough(working) || !isEnough(since)) {
      return null;
    }
    double ratio = quantile(since, MEDIAN) / quantile(working, MEDIAN); // NaN shows nothing
    return sign(Sign.Kind.NOT_FALLEN, ratio, stopped.since());
  }

  private @Nullable Sign hoistShare(Sign.Kind kind) {
    NavigableMap<Instant, Double> before = working(hoist);
    NavigableMap<Instant, Double> shift = joint(hoist.subMap(stopped.begin(), stopped.now()));
    boolean known = isEnough(before.values());
    if (!known || stopped.of(shift.size()).compareTo(rules.of(kind).lasting()) < 0) {
      return null;
    }
    return sign(kind, share(shift) / share(before), stopped.begin());
  }

  /** While the mine worked, as far as that is known. */
  private NavigableMap<Instant, Double> working(NavigableMap<Instant, Double> values) {
    Stopped.Worked worked = stopped.worked();
    return worked == null ? new TreeMap<>() : joint(values.subMap(worked.from(), worked.to()));
  }

  /** Windows in which the power of the mine is known as well. */
  private NavigableMap<Instant, Double> joint(Map<Instant, Double> values) {
    NavigableMap<Instant, Double> joint = new TreeMap<>(values);
    joint.keySet().retainAll(net.keySet());
    return joint;
  }

  /** Of the power without the pumps, in windows in which both are known; NaN shows nothing. */
  private double share(Map<Instant, Double> joint) {
    double own = 0;
    double all = 0;
    for (Map.Entry<Instant, Double> each : joint.entrySet()) {
      own += each.getValue();
      all += net.getOrDefault(each.getKey(), 0.0);
    }
    return own / all;
  }

  /** By days that begin when the night ends, so that a night is of the day before it. */
  private @Nullable Sign nightPeaks() {
    Map<LocalDate, List<Double>> nights = new TreeMap<>();
    Map<LocalDate, List<Double>> days = new TreeMap<>();
    LocalDate first = date(stopped.now()).minusDays(SealRules.DAYS);
    net.subMap(stopped.since(), stopped.now())
        .forEach(
            (at, kw) -> {
              boolean night = rules.night().holds(local(at).toLocalTime());
              if (date(at).isAfter(first)) {
                (night ? nights : days).computeIfAbsent(date(at), any -> new ArrayList<>()).add(kw);
              }
            });
    List<Double> peaks = new ArrayList<>();
    nights.forEach(
        (date, night) -> {
          double ratio = ratio(night, days.getOrDefault(date, List.of()));
          if (ratio > rules.of(Sign.Kind.NIGHT_PEAKS).limit()) {
            peaks.add(ratio);
          }
        });
    return peaks.size() < rules.night().nights()
        ? null
        : sign(Sign.Kind.NIGHT_PEAKS, quantile(peaks, MEDIAN), stopped.since());
  }

  /** Of a night to its day; 0 where too little is known of either. */
  private double ratio(List<Double> night, List<Double> day) {
    int fewest = Math.min(night.size(), day.size());
    boolean heard = stopped.of(fewest).compareTo(rules.of(Sign.Kind.NIGHT_PEAKS).lasting()) >= 0;
    double byDay = heard && fewest > 0 ? quantile(day, MEDIAN) : 0;
    return byDay > 0 ? quantile(night, MEDIAN) / byDay : 0; // of nothing there is no multiple
  }

  private LocalDate date(Instant at) {
    return local(at).minusSeconds(rules.night().to().toSecondOfDay()).toLocalDate();
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, stopped.zone());
  }

  private @Nullable Sign sign(Sign.Kind kind, double seen, Instant since) {
    double limit = rules.of(kind).limit();
    return Double.isFinite(seen) && seen > limit ? new Sign(kind, "", seen, limit, since) : null;
  }

  private boolean isEnough(Collection<Double> values) {
    return stopped.of(values.size()).compareTo(rules.rest()) >= 0;
  }

  /** The value that this share of all is at or below; the lower one between two. */
  static double quantile(Collection<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.floor(share * (sorted.size() - 1)));
  }
}
