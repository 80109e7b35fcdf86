package io.minewatch.alerting.desk;

import io.minewatch.alerting.roster.Gaps;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.Callout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for times in the days to come in which nobody is on duty, shows them and calls. */
public final class RosterWatch {
  /** How often it looks when no roster is changed. */
  private static final Duration EVERY = Duration.ofMinutes(10);

  private static final String BETWEEN = ", ";

  private final Store store;
  private final Callout callout;
  private final Supplier<Map<String, String>> paths;
  private final Troubles troubles;
  private final PlatformCalls calls;
  private final Clock clock;
  private @Nullable Instant looked;

  /**
   * Makes a watch.
   *
   * @param paths of all mines as they are now, by code
   */
  public RosterWatch(
      Store store,
      Callout callout,
      Supplier<Map<String, String>> paths,
      Troubles troubles,
      PlatformCalls calls,
      Clock clock) {
    this.store = store;
    this.callout = callout;
    this.paths = paths;
    this.troubles = troubles;
    this.calls = calls;
    this.clock = clock;
  }

  /** The gaps of a mine from now on. */
  public List<Gaps.Gap> gaps(String mine) {
    return ahead(store.rosters().all(), paths.get().getOrDefault(mine, mine), clock.instant());
  }

  /** The gaps of several mines from now on, by mine; the rosters are read once. */
  public Map<String, List<Gaps.Gap>> gaps(List<String> mines) {
    Instant now = clock.instant();
    List<Roster> rosters = store.rosters().all();
    Map<String, String> all = paths.get();
    Map<String, List<Gaps.Gap>> gaps = new HashMap<>();
    for (String mine : mines) {
      gaps.put(mine, ahead(rosters, all.getOrDefault(mine, mine), now));
    }
    return gaps;
  }

  /** Looks if it is time to. */
  public void round() {
    Instant now = clock.instant();
    Instant last = looked;
    if (last == null || !now.isBefore(last.plus(EVERY))) {
      look();
    }
  }

  /** Looks now; also called when a roster has changed. */
  public synchronized void look() {
    Instant now = clock.instant();
    looked = now;
    List<String> about = new ArrayList<>();
    List<Roster> rosters = store.rosters().all();
    paths
        .get()
        .forEach(
            (mine, path) ->
                ahead(rosters, path, now).stream()
                    .map(Gaps.Gap::rung)
                    .distinct()
                    .forEach(rung -> about.add(mine + " #" + rung)));
    List<String> named = about.stream().sorted().toList();
    troubles.stands(Troubles.Kind.ROSTER, named, now);
    store.database().write(() -> call(named, now));
  }

  /**
   * Calls about those that were not called about, and forgets those that are mended. Kept in the
   * database, in one transaction: neither a restart nor another instance calls about the same
   * again. Where there is nobody to call, the next look tries again.
   */
  private boolean call(List<String> named, Instant now) {
    Troubles.Kind kind = Troubles.Kind.ROSTER;
    Set<String> kept =
        new HashSet<>(List.of(store.troubles().about(kind.name()).split(BETWEEN, -1)));
    List<String> fresh = named.stream().filter(each -> !kept.contains(each)).toList();
    boolean called =
        !fresh.isEmpty()
            && calls.queue(
                new PlatformCalls.Trouble(
                    kind,
                    now,
                    "值班表新增空缺：" + fresh.size() + " 处",
                    "The duty roster has new gaps: " + fresh.size()),
                List.of());
    List<String> told = called ? named : named.stream().filter(kept::contains).toList();
    store.troubles().stands(kind.name(), String.join(BETWEEN, told), now.toEpochMilli());
    return called;
  }

  private List<Gaps.Gap> ahead(List<Roster> rosters, String path, Instant now) {
    List<Integer> rungs = Gaps.owed(rosters, path, callout.covered());
    return Gaps.of(rosters, path, rungs, now, now.plus(callout.coverage()));
  }
}
