package io.minewatch.alerting.evidence;

import io.minewatch.alerting.desk.Store;
import io.minewatch.alerting.desk.Troubles;
import io.minewatch.alerting.journal.LedgerRows.Row;
import io.minewatch.alerting.registry.MineEntry;
import io.minewatch.alerting.registry.Mines;
import io.minewatch.alerting.root.Comparison;
import io.minewatch.alerting.root.ToldRoots;
import io.minewatch.domain.feed.KeptRoots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the hours that have their roots against what the archive job tells of them since: an hour
 * to which readings came late gets a row anew, one that was altered is told to everybody.
 */
final class Comparisons {
  /** How far back altered hours are told. */
  static final Duration SHOWN = Duration.ofDays(7);

  /** How often they are asked for where nothing changed. */
  private static final Duration SHOWN_ANEW = Duration.ofSeconds(30);

  /** Mines that fail one after the other: the store is away, and each would take its time. */
  private static final int AWAY = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Comparisons.class);
  private final HourRoots roots;
  private final Store store;
  private final Mines mines;
  private final ToldRoots told;
  private final Troubles troubles;
  private final Clock clock;
  private volatile int altered;
  private Instant shown = Instant.EPOCH;

  Comparisons(
      HourRoots roots, Store store, Mines mines, ToldRoots told, Troubles troubles, Clock clock) {
    this.roots = roots;
    this.store = store;
    this.mines = mines;
    this.told = told;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Compares what was told anew; called by the thread that makes the roots. */
  public void round() {
    int inARow = 0;
    for (String mine : told.news()) {
      MineEntry entry = mines.find(mine);
      KeptRoots newest = told.of(mine);
      if (entry != null && newest != null && inARow < AWAY) {
        inARow = whole(entry, mine, newest) ? 0 : inARow + 1;
      }
    }
    Instant now = clock.instant();
    if (!now.isBefore(shown.plus(SHOWN_ANEW))) {
      show(now);
    }
  }

  /** Whether the hours of a mine could be compared; a mine that fails holds up no other. */
  private boolean whole(MineEntry entry, String mine, KeptRoots newest) {
    try {
      compare(entry, mine, newest);
      return true;
    } catch (RuntimeException e) { // a row of somebody else may be anything; it is told again soon
      LOG.warn("the hours of mine {} cannot be compared now", mine, e);
      return false;
    }
  }

  private void compare(MineEntry entry, String mine, KeptRoots newest) {
    for (KeptRoots.Hour hour : ToldRoots.hours(newest)) {
      Row row = store.dataRoots().compared(mine, hour.hour());
      if (row == null
          || !Comparison.isSure(hour.hour(), clock.instant())
          || HourRoots.isSettled(row.entry().content(), hour)
          || !told.isQuiet(mine, hour)) {
        continue;
      }
      if (roots.makeAnew(entry, hour.hour(), row.entry().content())) {
        shown = Instant.EPOCH;
      }
    }
  }

  private void show(Instant now) {
    shown = now;
    List<String> hours = store.dataRoots().altered(now.minus(SHOWN));
    altered = hours.size();
    if (troubles.stands(Troubles.Kind.ALTERED, hours, now)) {
      LOG.error("the series store gives back something else than was written: {}", hours);
    }
  }

  /** How many hours are told as altered. */
  public int altered() {
    return altered;
  }
}
