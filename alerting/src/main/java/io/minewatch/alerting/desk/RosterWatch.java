package io.minewatch.alerting.desk;

import io.minewatch.alerting.roster.Gaps;
import io.minewatch.alerting.roster.Roster;
import io.minewatch.alerting.rules.Callout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for times in the days to come in which nobody is on duty, shows them and calls. */
public final class RosterWatch {
  /** How often it looks when no roster is changed. */
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** Gaps named in a trouble; all are counted where a mine's own are asked for. */
  private static final int NAMED = 50;

  private final Store store;
  private final Callout callout;
  private final Map<String, String> paths;
  private final Troubles troubles;
  private final PlatformCalls calls;
  private final Clock clock;
  private @Nullable Instant looked;

  /**
   * Makes a watch.
   *
   * @param paths of all mines, by code
   */
  public RosterWatch(
      Store store,
      Callout callout,
      Map<String, String> paths,
      Troubles troubles,
      PlatformCalls calls,
      Clock clock) {
    this.store = store;
    this.callout = callout;
    this.paths = Map.copyOf(paths);
    this.troubles = troubles;
    this.calls = calls;
    this.clock = clock;
  }

  /** The gaps of a mine from now on. */
  public List<Gaps.Gap> gaps(String mine) {
    Instant now = clock.instant();
    return Gaps.of(
        store.rosters().all(),
        paths.getOrDefault(mine, mine),
        callout.covered(),
        now,
        now.plus(callout.coverage()));
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
    paths.forEach(
        (mine, path) ->
            callout.covered().stream()
                .filter(rung -> about.size() < NAMED)
                .filter(rung -> hasGap(rosters, path, rung, now))
                .forEach(rung -> about.add(mine + " #" + rung)));
    List<String> named = about.stream().sorted().toList();
    troubles.stands(Troubles.Kind.ROSTER, named, now);
    store.database().write(() -> call(named, now));
  }

  /**
   * Calls about what is new. Kept in the database, in one transaction: neither a restart nor
   * another instance calls about the same again. Where there is nobody to call, the next look tries
   * again.
   */
  private boolean call(List<String> named, Instant now) {
    Troubles.Kind kind = Troubles.Kind.ROSTER;
    String about = String.join(", ", named);
    if (!store.troubles().stands(kind.name(), about, now.toEpochMilli())) {
      return false;
    }
    boolean called =
        calls.queue(
            new PlatformCalls.Trouble(
                kind,
                now,
                "值班表有空缺：" + named.size() + " 处",
                "The duty roster has gaps: " + named.size()),
            List.of());
    if (!called) {
      store.troubles().stands(kind.name(), "", now.toEpochMilli());
    }
    return called;
  }

  private boolean hasGap(List<Roster> rosters, String path, int rung, Instant now) {
    return !Gaps.of(rosters, path, List.of(rung), now, now.plus(callout.coverage())).isEmpty();
  }
}
