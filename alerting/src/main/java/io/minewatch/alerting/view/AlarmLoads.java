package io.minewatch.alerting.view;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.load.AlarmLoad;
import io.minewatch.alerting.load.Annunciation;
import io.minewatch.alerting.load.LoadRules;
import io.minewatch.alerting.rules.RulePacks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The load of alarms on the people of some mines. */
public final class AlarmLoads {
  /** How long the last hour is told without reading it again. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Store store;
  private final LoadRules rules;
  private final Clock clock;
  private @Nullable Hour hour;

  public AlarmLoads(Store store, RulePacks packs, Clock clock) {
    this.store = store;
    this.rules = packs.load();
    this.clock = clock;
  }

  /**
   * The load of a period.
   *
   * @param stale open incidents that stand for longer than an alarm may, at the time of asking
   */
  public record LoadView(
      Instant from, Instant to, LoadRules rules, AlarmLoad load, List<String> stale) {}

  public LoadView of(List<String> mines, Instant from, Instant to) {
    AlarmLoad load =
        AlarmLoad.of(
            store.annunciations().between(mines, from.minus(rules.window()), to), from, to, rules);
    Instant before = clock.instant().minus(rules.stale());
    return new LoadView(from, to, rules, load, store.incidents().openBefore(mines, before));
  }

  /** Most alarms that any mine has in the window that ends now, and how many mines are flooded. */
  public record Heaviest(int alarms, int flooded) {}

  public Heaviest heaviest() {
    var counts = store.annunciations().countSince(clock.instant().minus(rules.window())).values();
    return new Heaviest(
        counts.stream().mapToInt(Integer::intValue).max().orElse(0),
        (int) counts.stream().filter(count -> count > rules.floodFrom()).count());
  }

  /**
   * The load of the last hour over all mines; what was heavier before, who keeps these figures has.
   *
   * @param peak most alarms that any mine had in a window of it
   * @param floodShare part of it in which a mine stood in a flood, of the mine that did so longest
   * @param chattering alarms that came too often in too short a time
   * @param frequent how often the most frequent alarm of any mine came
   * @param stale open incidents that stand for longer than an alarm may
   */
  public record Hour(
      Instant at, int peak, double floodShare, int chattering, int frequent, int stale) {}

  /** The last hour, as it was within the last half minute: several figures ask for it at once. */
  public synchronized Hour hour() {
    Instant now = clock.instant();
    Hour known = hour;
    if (known == null || !known.at().plus(KEPT).isAfter(now) || known.at().isAfter(now)) {
      known = hour(now);
      hour = known;
    }
    return known;
  }

  private Hour hour(Instant now) {
    Instant from = now.minus(Duration.ofHours(1));
    Instant begin = from.minus(rules.window());
    List<String> mines = List.copyOf(store.annunciations().countSince(begin).keySet());
    List<AlarmLoad> loads =
        store.annunciations().between(mines, begin, now).stream()
            .collect(Collectors.groupingBy(Annunciation::mine))
            .values()
            .stream()
            .map(alarms -> AlarmLoad.of(alarms, from, now, rules))
            .toList();
    List<String> open = List.copyOf(store.incidents().openByMine().keySet());
    return new Hour(
        now,
        loads.stream().mapToInt(AlarmLoad::peak).max().orElse(0),
        loads.stream().mapToDouble(AlarmLoad::floodShare).max().orElse(0),
        loads.stream().mapToInt(load -> load.chattering().size()).sum(),
        loads.stream()
            .flatMap(load -> load.top().stream())
            .mapToInt(AlarmLoad.Frequent::times)
            .max()
            .orElse(0),
        store.incidents().openBefore(open, now.minus(rules.stale())).size());
  }
}
