package io.minewatch.alerting.desk;

import io.minewatch.domain.feed.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mines that have a plan and of which judging says nothing, though it says something of others:
 * most likely no slot of the jobs has them. Where judging says nothing at all the canary tells; and
 * as long again after judging came back nobody is missed, for it comes to one after the other.
 *
 * <p>All is dated by our clock: a summary is a sign of life when it says another time than the last
 * one of its mine, for one that the broker kept is said again as it was.
 */
public final class UnheardMines {
  /** Judging sums every mine up each few seconds; it may be started anew, and resume. */
  static final Duration WITHIN = Duration.ofMinutes(3);

  /**
   * Longer than from one test reading to the next: judging that says less has stopped meanwhile.
   */
  static final Duration BREAK = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(UnheardMines.class);

  private final Supplier<Set<String>> mines;
  private final Supplier<@Nullable Instant> canary;
  private final Troubles troubles;
  private final Clock clock;
  private final Map<String, Instant> known = new TreeMap<>();
  private final Map<String, Instant> heard = new TreeMap<>();
  private final Map<String, Instant> said = new TreeMap<>();
  private @Nullable Instant tested;
  private @Nullable Instant judgingSince;
  private @Nullable Instant lastSign;

  /**
   * Nobody is missed before this has listened for as long as judging may be silent.
   *
   * @param mines the codes of all that have a plan
   * @param canary when the newest test reading was made that came back as a finding, or null
   */
  public UnheardMines(
      Supplier<Set<String>> mines,
      Supplier<@Nullable Instant> canary,
      Troubles troubles,
      Clock clock) {
    this.mines = mines;
    this.canary = canary;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Takes what the broker brings. */
  public synchronized void took(Object message) {
    if (message instanceof Summary summary) {
      String mine = summary.mine().value();
      Instant before = said.put(mine, summary.at());
      if (before != null && !before.equals(summary.at())) {
        Instant now = clock.instant();
        heard.put(mine, now);
        judgingAt(now);
      }
    }
  }

  private void judgingAt(Instant now) {
    boolean goesOn = lastSign != null && lastSign.isAfter(now.minus(BREAK));
    judgingSince = goesOn && judgingSince != null ? judgingSince : now;
    lastSign = now;
  }

  /** Whether judging was heard, now and for as long as a mine may be silent. */
  private boolean isJudging(Instant now) {
    Instant found = canary.get();
    if (found != null && !found.equals(tested)) {
      judgingAt(now);
    }
    tested = found;
    return lastSign != null
        && lastSign.isAfter(now.minus(BREAK))
        && judgingSince != null
        && !isRecent(judgingSince, now);
  }

  /** Looks at all of them. */
  public synchronized void round() {
    Instant now = clock.instant();
    Set<String> all = mines.get();
    heard.keySet().retainAll(all);
    said.keySet().retainAll(all);
    known.keySet().retainAll(all);
    List<String> unheard = new ArrayList<>();
    for (String mine : all) {
      known.putIfAbsent(mine, now);
      boolean isHeard = isRecent(heard.get(mine), now);
      if (!isHeard && !isRecent(known.get(mine), now)) {
        unheard.add(mine);
      }
    }
    List<String> told = isJudging(now) ? unheard : List.of();
    if (troubles.stands(Troubles.Kind.UNHEARD, told, now)) {
      LOG.error("judging says nothing of mines {}: is one of its slots for them?", told);
    }
  }

  private static boolean isRecent(@Nullable Instant at, Instant now) {
    return at != null && at.isAfter(now.minus(WITHIN));
  }
}
