package io.minewatch.alerting.view;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.load.AlarmLoad;
import io.minewatch.alerting.load.LoadRules;
import io.minewatch.alerting.rules.RulePacks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The load of alarms on the people of some mines. */
public final class AlarmLoads {
  private final Store store;
  private final LoadRules rules;
  private final Clock clock;

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
}
